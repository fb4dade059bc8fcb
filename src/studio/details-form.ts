import type { Field, FieldKind } from './fields.ts'
import { type DraftForm, type FormPart, line, type Maker, makerAt, namedIn, one } from './form-parts.ts'
import { statementFields } from './step-lists.ts'
import { listAt, nameOfItem } from './values.ts'

/** What of a journey is not on the page of its details: other pages have it, or it is never changed by hand. */
export const DETAILS_ELSEWHERE: ReadonlySet<string> = new Set([
  ...['format', 'id', 'facts', 'providers', 'conditions', 'data', 'documents', 'sources', 'tracks'],
])

/** What the journey says of itself. */
export function detailsForm(tree: unknown): DraftForm {
  const make = makerAt(tree, [])
  const { field, words } = make
  const named = namedIn(tree)
  const said = [
    ...words(['title']),
    ...words(['summary'], 'text'),
    ...words(['care'], 'text'),
    ...words(['proactive'], 'text'),
  ]
  const own = [
    field(['languages'], { is: 'rows', options: ['fi', 'sv', 'en'] }),
    field(['starts_on'], one(...named.dates)),
    field(['quick_exit'], { is: 'yes' }),
  ]
  const statements = (path: readonly string[]) =>
    statementFields(make, path, { shares: named.shares, sources: named.sources })
  return {
    root: [],
    parts: [
      { id: 'journey', label: 'journey', fields: said },
      { id: 'details', label: 'details', fields: own },
      ...listed(tree, 'help', (path) => helpFields(make, path)),
      ...listed(tree, 'statements', statements),
      ...leadsTo(make, tree, named.facts),
    ],
  }
}

function listed(tree: unknown, list: string, fieldsOf: (path: readonly string[]) => readonly Field[]) {
  const items = listAt(tree, [list]).map((item, index): FormPart => {
    const path = [list, nameOfItem(item, index)]
    return { id: path.join('.'), label: list, fields: fieldsOf(path), item: path.join('.') }
  })
  return [...items, { id: list, label: list, fields: [], list }]
}

function helpFields({ field, words }: Maker, path: readonly string[]): readonly Field[] {
  const own = (name: string, kind: FieldKind) => field([...path, name], kind, `help.${name}`)
  return [
    ...words([...path, 'name'], 'line', 'help.name'),
    ...[own('phone', line), own('url', line), ...words([...path, 'hours'], 'line', 'help.hours')],
    own('confidence', one('V', 'P', 'U')),
  ]
}

/** The life events that may follow, each with what its journey is told beforehand. */
function leadsTo({ field, words }: Maker, tree: unknown, facts: readonly string[]): readonly FormPart[] {
  const list = 'leads_to'
  const parts = listAt(tree, [list]).flatMap((_, index): readonly FormPart[] => {
    const path = [list, String(index)]
    const id = path.join('.')
    const fields = [
      field([...path, 'journey'], line, 'leads_to.journey'),
      ...words([...path, 'why'], 'text', 'leads_to.why'),
      field([...path, 'when'], { is: 'condition' }, 'leads_to.when'),
    ]
    const carried = listAt(tree, [...path, 'facts']).map((__, at): FormPart => {
      const inner = [...path, 'facts', String(at)]
      const own = (name: string, kind: FieldKind) => field([...inner, name], kind, `carried.${name}`)
      return {
        ...{ id: inner.join('.'), label: 'carried', item: inner.join('.') },
        fields: [own('fact', one(...facts)), own('as', line), own('values', { is: 'pairs' })],
      }
    })
    return [{ id, label: list, fields, item: id, list: `${id}.facts` }, ...carried]
  })
  return [...parts, { id: list, label: list, fields: [], list }]
}
