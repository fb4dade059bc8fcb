import fc from 'fast-check'

/** A value as YAML gives it: what a journey is before anybody has looked at its shape. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }
type Place = readonly (string | number)[]
export type Mutation = {
  readonly kind: 'drop' | 'double' | 'swap' | 'put' | 'take-from' | 'rename'
  /** which of all places, and which other one: any numbers, taken around */
  readonly at: number
  readonly from: number
  readonly value: Plain
}

/** Values that stand in journeys, almost stand in them, or stand in no journey. */
const VALUES: readonly Plain[] = [
  ...[null, true, false, 0, -1, 1e308, '', 'x', 'self', 'fi', 'unknown', 'constructor', 'P0D', 'P1D', 'P99999D'],
  ...['2026-02-30', '9999-12-31', 'a/b', [], {}, [[]], { fi: 'Teksti' }, { all: [] }, { not: { not: 'x' } }],
  { fact: 'died_on', known: false },
]

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('drop', 'double', 'swap', 'put', 'take-from', 'take-from', 'rename'),
  at: fc.nat(),
  from: fc.nat(),
  value: fc.oneof(fc.constantFrom(...VALUES), fc.string({ maxLength: 8 }), fc.double()),
})

/**
 * The value with one thing changed: a place dropped, doubled, swapped with its neighbour, overwritten by another value or
 * by what stands elsewhere under the same name (an id that exists, but in the wrong place), or under another key.
 */
export function mutated(root: Plain, { kind, at, from, value }: Mutation): Plain {
  const places = placesIn(root)
  const place = places[at % places.length] ?? []
  const like = places.filter((other) => nameAt(other) === nameAt(place))
  const there = valueAt(root, like[from % like.length] ?? [])
  switch (kind) {
    case 'put':
      return changedAt(root, place, () => value)
    case 'take-from':
      return changedAt(root, place, () => there)
    default:
      return changedAt(root, place.slice(0, -1), (around) => rearranged(around, place.at(-1) ?? 0, kind))
  }
}

function placesIn(value: Plain, place: Place = []): readonly Place[] {
  return childrenOf(value).flatMap(([key, inner]) => [[...place, key], ...placesIn(inner, [...place, key])])
}

function childrenOf(value: Plain): readonly (readonly [string | number, Plain])[] {
  if (typeof value !== 'object' || value === null) return []
  return isList(value) ? [...value.entries()] : Object.entries(value)
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}

/** The last name on the way: of a list's item the list's. */
function nameAt(place: Place): string | number | undefined {
  return place.findLast((key) => typeof key === 'string')
}

function valueAt(value: Plain, place: Place): Plain {
  return place.reduce<Plain>((now, key) => new Map(childrenOf(now)).get(key) ?? null, value)
}

function changedAt(value: Plain, [key, ...rest]: Place, change: (value: Plain) => Plain): Plain {
  if (key === undefined) return change(value)
  const inner = childrenOf(value).map(
    ([name, one]) => [name, name === key ? changedAt(one, rest, change) : one] as const,
  )
  return isList(value) ? inner.map(([, one]) => one) : Object.fromEntries(inner)
}

function rearranged(around: Plain, key: string | number, kind: Mutation['kind']): Plain {
  const children = childrenOf(around)
  const index = children.findIndex(([name]) => name === key)
  const [name, inner] = children[index] ?? [key, null]
  const before = children.slice(0, index)
  const after = children.slice(index + 1)
  const again = kind === 'rename' ? [`${name}x`, inner] : [`${name}-2`, inner]
  const made: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
    drop: [...before, ...after],
    double: [...before, [name, inner], again, ...after],
    swap: [...before, ...after.slice(0, 1), [name, inner], ...after.slice(1)],
    rename: [...before, again, ...after],
  }
  const result = (made[kind] ?? children) as readonly (readonly [string, Plain])[]
  return around !== null && typeof around === 'object' && isList(around)
    ? result.map(([, one]) => one)
    : Object.fromEntries(result)
}
