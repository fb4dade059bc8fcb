import type { Features } from './features.ts'

/** Features weighed by how rare they are, of length one; empty for a text without any. */
export type Vector = ReadonlyMap<string, number>
export type Rarity = (feature: string) => number

/** ln((N + 1) / (df + 0.5)): how rare a feature is among these texts. Source: participation.md 9.1. */
export function rarityIn(texts: readonly Features[]): Rarity {
  const found = new Map<string, number>()
  for (const text of texts) for (const feature of text.keys()) found.set(feature, (found.get(feature) ?? 0) + 1)
  return (feature) => Math.log((texts.length + 1) / ((found.get(feature) ?? 0) + 0.5))
}

/** (1 + ln tf) times rarity, scaled to length one. */
export function vectorOf(features: Features, rarity: Rarity): Vector {
  const weighed = [...features].map(([feature, n]) => [feature, (1 + Math.log(n)) * rarity(feature)] as const)
  return scaled(new Map(weighed))
}

/** The middle of several vectors, of length one. */
export function middleOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>()
  for (const vector of vectors)
    for (const [feature, weight] of vector) sum.set(feature, (sum.get(feature) ?? 0) + weight)
  return scaled(sum)
}

/** How alike two vectors of length one are: 0 nothing in common, 1 the same. */
export function cosine(one: Vector, other: Vector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0)
  return sum
}

function scaled(weights: ReadonlyMap<string, number>): Vector {
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0))
  return length === 0 ? new Map() : new Map([...weights].map(([feature, weight]) => [feature, weight / length]))
}
