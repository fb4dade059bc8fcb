import { canonicalJson } from './version.ts'

/** The smallest part that differs, such as one text in one language. */
export type FieldChange = {
  /** keys from the thing down; an item of a list is `#` and its id: `shares`, `#report-to-bank`, `basis` */
  readonly path: readonly string[]
  /** undefined where there was nothing, and where nothing is left */
  readonly before: unknown
  readonly after: unknown
}

/**
 * What differs between two values, field by field. Items of a list are known again by their ids, wherever they stand; a list
 * whose items have none is one field. `passedOver` are keys whose differences are of no interest, at any depth.
 */
export function fieldChanges(
  before: unknown,
  after: unknown,
  passedOver: ReadonlySet<string> = new Set(),
): readonly FieldChange[] {
  return changesAt([], before, after, passedOver)
}

function changesAt(
  path: readonly string[],
  before: unknown,
  after: unknown,
  passedOver: ReadonlySet<string>,
): readonly FieldChange[] {
  if (asText(before) === asText(after)) return []
  const [old, now] = [partsOf(before), partsOf(after)]
  if (!old || !now) return [{ path, before, after }]
  const keys = [...new Set([...now.keys(), ...old.keys()])].filter((key) => !passedOver.has(key))
  const changed = keys.flatMap((key) => changesAt([...path, key], old.get(key), now.get(key), passedOver))
  // The same items in another order: the order itself is what differs.
  const isOrder = changed.length === 0 && Array.isArray(before) && Array.isArray(after)
  return isOrder ? [{ path, before: [...old.keys()].map(bare), after: [...now.keys()].map(bare) }] : changed
}

function bare(key: string): string {
  return key.slice(1)
}

function partsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const ids = value.map((item: unknown) => idOf(item))
  const isNamed = ids.length > 0 && ids.every((id) => id !== undefined) && new Set(ids).size === ids.length
  return isNamed ? new Map(value.map((item: unknown, index) => [`#${ids[index]}`, item])) : undefined
}

function idOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined
  return typeof item.id === 'string' ? item.id : undefined
}

function asText(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value)
}
