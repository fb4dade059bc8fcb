import type { FieldKind } from './fields.ts'
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
import { citations, LISTS, listParts, roleParts, tellingParts, variantParts } from './step-lists.ts'
import { at } from './values.ts'

export const STEP_KINDS = ['question', 'info', 'task', 'consent', 'automatic', 'decision', 'mandate'] as const

/** Every part of a step that a form can show. Whatever else the step holds stays as it is. */
export function stepForm(tree: unknown, track: string, step: string): DraftForm {
  const root = ['tracks', track, 'steps', step]
  const value = at(tree, root)
  const make = makerAt(tree, root)
  const { field, words } = make
  const named = namedIn(tree)
  const key = `${track}/${step}`
  const others = named.keys.filter((one) => one !== key)
  const moment: FieldKind = { is: 'moment', options: named.moments.filter((id) => id !== `done:${key}`) }
  const around = { step: value, named, steps: [...others, key] }
  const parts: readonly FormPart[] = [
    { id: 'words', label: 'words', fields: [...words(['title']), ...words(['do'], 'text')] },
    {
      ...{ id: 'who', label: 'who' },
      fields: [
        field(['kind'], one(...STEP_KINDS)),
        field(['provider'], named.rows(named.parties, true)),
        ...ofKind(make, value, named),
      ],
    },
    ...roleParts(make, value),
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
      // What holds at another time is a variant of a deadline: without one there is nothing to vary.
      ...(at(value, ['deadline']) !== undefined && { list: 'deadline.variants' }),
    },
    ...variantParts(make, value),
    { id: 'waits', label: 'waits', fields: [field(['waits', 'from'], moment), field(['waits', 'add'], duration)] },
    ...(['today', 'proposed'] as const).flatMap((side) => sideParts(make, value, side, named)),
    { id: 'papers', label: 'papers', fields: [field(['uses'], named.documents), field(['produces'], named.documents)] },
    ...LISTS.flatMap((list) => listParts(make, list, around)),
    ...tellingParts(make, value),
    { id: 'outside', label: 'outside', fields: [field(['outside', 'name'], line), field(['outside', 'url'], line)] },
    { id: 'origin', label: 'origin', fields: [field(['ref'], line), field(['was'], { is: 'list', single: true })] },
  ]
  return { root, parts }
}

/** What only some kinds of steps have; it stays in sight where the kind was changed and the words are still there. */
function ofKind({ field }: Maker, value: unknown, named: Named) {
  const kind = at(value, ['kind'])
  const isOf = (own: string, key: string) => kind === own || at(value, [key]) !== undefined
  return [
    ...(isOf('question', 'asks') ? [field(['asks'], named.rows(named.facts))] : []),
    ...(isOf('consent', 'consents') ? [field(['consents'], named.rows(named.shares))] : []),
    ...(isOf('decision', 'sets') ? [field(['sets'], one(...named.choices))] : []),
  ]
}

function sideParts(make: Maker, step: unknown, side: 'today' | 'proposed', named: Named): readonly FormPart[] {
  const { field, words } = make
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
  const list = `${side}.source`
  return [{ id: side, label: side, fields, list }, ...citations(make, step, [side, 'source'], named)]
}
