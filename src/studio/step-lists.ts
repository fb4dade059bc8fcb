import { PROMPT_KINDS, RATING_SUBJECTS } from '#feedback/prompt.ts'
import { SIDES } from '#feedback/weighing/reasons.ts'
import type { Path } from './document-tree.ts'
import type { Field, FieldKind } from './fields.ts'
import { duration, type FormPart, line, type Maker, type Named, one } from './form-parts.ts'
import { at, listAt, nameOfItem, namesAt } from './values.ts'

export const LISTS = ['shares', 'replies', 'statements', 'prompts', 'notes'] as const
type ListName = (typeof LISTS)[number]

/** What the items of a list may name. */
type Around = { readonly step: unknown; readonly named: Named; readonly steps: readonly string[] }

/** The items of a list of the step, whatever belongs to each of them, and the way to add one. */
export function listParts(make: Maker, list: ListName, around: Around): readonly FormPart[] {
  const items = listAt(around.step, [list]).flatMap((item, index): readonly FormPart[] => {
    const path = [list, nameOfItem(item, index)]
    const id = path.join('.')
    const inner = innerOf(make, list, path, around)
    const fields = itemFields(make, list, path, around)
    return [{ id, label: list, fields, item: id, ...(inner && { list: inner.list }) }, ...(inner?.parts ?? [])]
  })
  return [...items, { id: list, label: list, fields: [], list }]
}

function itemFields(
  { field, words }: Maker,
  list: ListName,
  path: Path,
  { step, named, steps }: Around,
): readonly Field[] {
  const own = (name: string, kind: FieldKind) => field([...path, name], kind, `${list}.${name}`)
  const said = (name: string, is?: 'text') => words([...path, name], is, `${list}.${name}`)
  const shares = listAt(step, ['shares']).map(nameOfItem)
  const isWeighing = at(step, [...path, 'kind']) === 'weighing'
  const FIELDS: { readonly [L in ListName]: () => readonly Field[] } = {
    shares: () => [
      ...[own('data', named.data), own('from', one(...named.parties)), own('to', one(...named.parties))],
      ...[own('basis', one('law', 'consent', 'contract', 'unverified')), ...said('ask', 'text')],
    ],
    replies: () => [
      ...[...said('text', 'text'), own('after', duration), own('seen', one('reported', 'imagined'))],
      ...[own('back_to', one(...steps)), own('asks_for', named.data)],
      own('sets', { is: 'settings', options: named.settings }),
    ],
    statements: () => statementFields({ field, words }, path, { shares, sources: named.sources }),
    prompts: () => [
      ...[own('kind', one(...PROMPT_KINDS)), own('of', one(...RATING_SUBJECTS)), ...said('ask', 'text')],
      ...(isWeighing || at(step, [...path, 'share']) !== undefined ? [own('share', one(...shares))] : []),
    ],
    notes: () => [...said('text', 'text'), own('when', { is: 'condition' })],
  }
  return FIELDS[list]()
}

export function statementFields(
  { field, words }: Maker,
  path: Path,
  { shares, sources }: { readonly shares: readonly string[]; readonly sources: readonly string[] },
): readonly Field[] {
  const own = (name: string, kind: FieldKind) => field([...path, name], kind, `statements.${name}`)
  return [
    ...words([...path, 'text'], 'text', 'statements.text'),
    ...[own('about', one(...shares)), own('origin', one('reported', 'ours')), own('cite', one(...sources))],
  ]
}

/** A list inside an item: the reasons a weighing begins with, the sources of a note. */
function innerOf(make: Maker, list: ListName, path: Path, { step, named }: Around) {
  if (list === 'notes') {
    const inner = [...path, 'source']
    return { list: inner.join('.'), parts: citations(make, step, inner, named) }
  }
  const inner = [...path, 'reasons']
  const isWeighed = list === 'prompts' && (at(step, [...path, 'kind']) === 'weighing' || at(step, inner) !== undefined)
  return isWeighed ? { list: inner.join('.'), parts: reasonParts(make, step, inner) } : undefined
}

function reasonParts({ field, words }: Maker, step: unknown, list: Path): readonly FormPart[] {
  return listAt(step, list).map((reason, index) => {
    const path = [...list, nameOfItem(reason, index)]
    const id = path.join('.')
    const side = field([...path, 'side'], one(...SIDES), 'reasons.side')
    return { id, label: 'reasons', item: id, fields: [side, ...words([...path, 'text'], 'text', 'reasons.text')] }
  })
}

/** Where something is said, and how surely. */
export function citations({ field }: Maker, step: unknown, list: Path, { sources }: Named): readonly FormPart[] {
  return listAt(step, list).map((_, index) => {
    const path = [...list, String(index)]
    const id = path.join('.')
    const own = (name: string, kind: FieldKind) => field([...path, name], kind, `source.${name}`)
    const fields = [own('cite', one(...sources)), own('checked', line), own('confidence', one('V', 'P', 'U'))]
    return { id, label: 'source', item: id, fields }
  })
}

/** Law changes: what is added to the day from which a deadline is counted depends on when that day is. */
export function variantParts({ field }: Maker, step: unknown): readonly FormPart[] {
  return listAt(step, ['deadline', 'variants']).map((_, index) => {
    const path = ['deadline', 'variants', String(index)]
    const id = path.join('.')
    const own = (names: Path, kind: FieldKind) => field([...path, ...names], kind, `variants.${names.join('.')}`)
    const day: FieldKind = { is: 'day' }
    return {
      ...{ id, label: 'variants', item: id },
      fields: [own(['valid', 'from'], day), own(['valid', 'to'], day), own(['add'], duration)],
    }
  })
}

/** Who may do the step in the walker's place. */
export function roleParts({ field, words }: Maker, step: unknown): readonly FormPart[] {
  const roles = namesAt(step, ['roles'])
  if (at(step, ['kind']) !== 'mandate' && roles.length === 0) return []
  const parts = roles.map((role): FormPart => {
    const path = ['roles', role]
    const id = path.join('.')
    const basis = field([...path, 'basis'], one('mandate', 'law', 'unverified'), 'roles.basis')
    return { id, label: 'roles', item: id, fields: [...words([...path, 'name'], 'line', 'roles.name'), basis] }
  })
  return [...parts, { id: 'roles', label: 'roles', fields: [], list: 'roles' }]
}

/** The step told in two ways, each to half of the walkers: words alone, and always two of them. */
export function tellingParts({ words }: Maker, step: unknown): readonly FormPart[] {
  const tellings = listAt(step, ['variants'])
  const parts = tellings.map((telling, index): FormPart => {
    const path = ['variants', nameOfItem(telling, index)]
    const id = path.join('.')
    const fields = [
      ...words([...path, 'title'], 'line', 'tellings.title'),
      ...words([...path, 'do'], 'text', 'tellings.do'),
      ...words([...path, 'proposed', 'what'], 'text', 'tellings.what'),
    ]
    return { id, label: 'tellings', item: id, fields }
  })
  return tellings.length < 2 ? [...parts, { id: 'variants', label: 'tellings', fields: [], list: 'variants' }] : parts
}
