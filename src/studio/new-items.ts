import { RATING_SUBJECTS } from '#feedback/prompt.ts'
import type { Operation } from './document.ts'
import { type DraftForm, namedIn } from './form-parts.ts'
import { addOption, idFrom } from './new-parts.ts'
import { at, listAt, nameOfItem, namesAt, stepPlaces } from './values.ts'

/** Adds one more item to a list of a form; nothing where the form has no such list. */
export function addItem(tree: unknown, { root, parts }: DraftForm, list: string): readonly Operation[] {
  if (!parts.some((part) => part.list === list)) return []
  if (list === 'options') return [addOption(tree, String(root[1]), {})]
  const path = [...root, ...list.split('.')]
  if (list === 'variants') return newTellings(listAt(tree, path).map(nameOfItem), path)
  const kind = list.split('.').at(-1) ?? list
  if (kind === 'roles') return [{ do: 'add', path, id: idOf('helper', namesAt(tree, path)), value: NEW_ROLE }]
  const taken = listAt(tree, path).map(nameOfItem)
  const id = idOf(NAMES[kind] ?? kind, [...taken, ...sharesAnywhere(tree, kind)])
  return [{ do: 'add', path, value: newItem(tree, at(tree, root), kind, id) }]
}

const TELLINGS = ['a', 'b'] as const

/** There are two tellings of a step or none: one press makes both. */
function newTellings(taken: readonly string[], path: readonly (string | number)[]): readonly Operation[] {
  const ids = TELLINGS.filter((id) => !taken.includes(id)).slice(0, TELLINGS.length - taken.length)
  return ids.map((id) => ({ do: 'add', path, value: { id, title: {} } }))
}

const NEW_ROLE = { name: {}, basis: 'mandate' }
const NAMES: Readonly<Record<string, string>> = {
  shares: 'share',
  replies: 'reply',
  statements: 's1',
  prompts: 'ask',
  notes: 'note',
  reasons: 'reason',
}

function idOf(name: string, taken: readonly string[]): string {
  return idFrom(name, '-', taken)
}

/** A consent names a share alone, so no two steps may have one of the same name. */
function sharesAnywhere(tree: unknown, kind: string): readonly string[] {
  if (kind !== 'shares') return []
  return stepPlaces(tree).flatMap(({ value }) => listAt(value, ['shares']).map(nameOfItem))
}

/** What a new item of a list begins with: a shape that the format accepts as soon as its words are written. */
function newItem(tree: unknown, owner: unknown, kind: string, id: string): unknown {
  const { parties, sources, facts } = namedIn(tree)
  const [from = 'self'] = [at(owner, ['provider']) ?? []].flat().map(String)
  const [fact = ''] = facts
  const ITEMS: Readonly<Record<string, unknown>> = {
    shares: {
      ...{ id, data: namesAt(tree, ['data']).slice(0, 1), from },
      ...{ to: parties.find((one) => one !== from) ?? 'self', basis: 'unverified' },
    },
    replies: { id, after: 'P1D', text: {}, seen: 'imagined' },
    statements: { id, text: {}, origin: 'ours' },
    prompts: { id, kind: 'rating', of: RATING_SUBJECTS[0] },
    notes: { id, text: {} },
    reasons: { id, side: 'for', text: {} },
    variants: { valid: {}, add: 'P1M' },
    source: { cite: sources[0] ?? '', checked: '2026', confidence: 'U' },
    help: { name: {}, confidence: 'U' },
    leads_to: { journey: '', why: {} },
    facts: { fact, as: fact },
  }
  return ITEMS[kind] ?? {}
}
