import { PROMPT_KINDS, RATING_SUBJECTS } from '#feedback/prompt.ts'
import type { Path } from './document-tree.ts'
import type { Field, FieldKind } from './fields.ts'
import {
  type DraftForm,
  duration,
  type FormPart,
  line,
  type Maker,
  makerAt,
  type Named,
  namedIn,
  number,
  one,
} from './form-parts.ts'
import { at, listAt, nameOfItem } from './values.ts'

export const STEP_KINDS = ['question', 'info', 'task', 'consent', 'automatic', 'decision'] as const
const LISTS = ['shares', 'replies', 'statements', 'prompts', 'notes'] as const
export type ListName = (typeof LISTS)[number]

/** Every part of a step that a form can show. Whatever else the step holds stays as it is. */
export function stepForm(tree: unknown, track: string, step: string): DraftForm {
  const root = ['tracks', track, 'steps', step]
  const value = at(tree, root)
  const make = makerAt(tree, root)
  const { field, words } = make
  const named = namedIn(tree)
  const others = named.keys.filter((key) => key !== `${track}/${step}`)
  const kind = at(value, ['kind'])
  const moment: FieldKind = { is: 'moment', options: named.moments.filter((id) => id !== `done:${track}/${step}`) }
  const ofKind = [
    ...(kind === 'question' || at(value, ['asks']) ? [field(['asks'], named.rows(named.facts))] : []),
    ...(kind === 'consent' || at(value, ['consents']) ? [field(['consents'], named.rows(named.shares))] : []),
    ...(kind === 'decision' || at(value, ['sets']) ? [field(['sets'], one(...named.choices))] : []),
  ]
  const parts: readonly FormPart[] = [
    { id: 'words', label: 'words', fields: [...words(['title']), ...words(['do'], 'text')] },
    {
      ...{ id: 'who', label: 'who' },
      fields: [field(['kind'], one(...STEP_KINDS)), field(['provider'], named.rows(named.parties, true)), ...ofKind],
    },
    { id: 'when', label: 'when', fields: [field(['when'], { is: 'condition' }), field(['needs'], named.rows(others))] },
    {
      ...{ id: 'deadline', label: 'deadline' },
      fields: [
        ...[
          field(['deadline', 'from'], moment),
          field(['deadline', 'add'], duration),
          field(['deadline', 'law'], line),
        ],
        ...words(['deadline', 'rule'], 'text'),
      ],
    },
    { id: 'waits', label: 'waits', fields: [field(['waits', 'from'], moment), field(['waits', 'add'], duration)] },
    ...(['today', 'proposed'] as const).flatMap((side) => sideParts(make, value, side, named)),
    {
      ...{ id: 'papers', label: 'papers' },
      fields: [field(['uses'], named.documents), field(['produces'], named.documents), field(['ref'], line)],
    },
    ...LISTS.flatMap((list) => listParts(make, value, list, { ...named, others: [...others, `${track}/${step}`] })),
  ]
  return { root, parts }
}

function sideParts({ field, words }: Maker, step: unknown, side: 'today' | 'proposed', named: Named): FormPart[] {
  const isToday = side === 'today'
  const fields = [
    ...words([side, 'what'], 'text'),
    field([side, 'automation'], one('none', 'partial', 'full')),
    ...(isToday ? [] : [field([side, 'feasibility'], one('exists', 'agreed', 'needs_law', 'idea'))]),
    field([side, 'contacts'], number),
    field([side, 'asks_for'], named.data),
    ...(['wait', 'fee'] as const).flatMap((what) =>
      ['from', 'to'].map((end) => field([side, what, end], what === 'wait' ? duration : number)),
    ),
    ...(isToday ? [...words([side, 'title']), ...words([side, 'evidence']), ...words([side, 'moves'])] : []),
  ]
  const citations = listAt(step, [side, 'source']).map((_, index): FormPart => {
    const path = [side, 'source', String(index)]
    const cited = [
      field([...path, 'cite'], one(...named.sources)),
      field([...path, 'checked'], line),
      field([...path, 'confidence'], one('V', 'P', 'U')),
    ]
    return { id: path.join('.'), label: 'source', fields: cited, item: path.join('.') }
  })
  return [{ id: side, label: side, fields, list: `${side}.source` }, ...citations]
}

function listParts(
  make: Maker,
  step: unknown,
  list: ListName,
  named: Named & { readonly others: readonly string[] },
): FormPart[] {
  const items = listAt(step, [list]).map((item, index): FormPart => {
    const path = [list, nameOfItem(item, index)]
    return {
      id: path.join('.'),
      label: list,
      fields: itemFields(make, list, path, { step, named }),
      item: path.join('.'),
    }
  })
  return [...items, { id: list, label: list, fields: [], list }]
}

type Around = { readonly step: unknown; readonly named: Named & { readonly others: readonly string[] } }

function itemFields({ field, words }: Maker, list: ListName, path: Path, { step, named }: Around): readonly Field[] {
  const own = (name: string, kind: FieldKind) => field([...path, name], kind, `${list}.${name}`)
  const said = (name: string, is?: 'text') => words([...path, name], is, `${list}.${name}`)
  const shares = listAt(step, ['shares']).map(nameOfItem)
  const FIELDS: { readonly [L in ListName]: () => readonly Field[] } = {
    shares: () => [
      ...[own('data', named.data), own('from', one(...named.parties)), own('to', one(...named.parties))],
      ...[own('basis', one('law', 'consent', 'contract', 'unverified')), ...said('ask', 'text')],
    ],
    replies: () => [
      ...[...said('text', 'text'), own('after', duration), own('seen', one('reported', 'imagined'))],
      own('back_to', one(...named.others)),
    ],
    statements: () => [...said('text', 'text'), own('about', one(...shares)), own('origin', one('reported', 'ours'))],
    prompts: () => [own('kind', one(...PROMPT_KINDS)), own('of', one(...RATING_SUBJECTS)), ...said('ask', 'text')],
    notes: () => [...said('text', 'text'), own('when', { is: 'condition' })],
  }
  return FIELDS[list]()
}
