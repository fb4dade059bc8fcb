import type { Features } from './features.ts'
import { cosine, rarityIn, type Vector, vectorOf } from './vectors.ts'

export type Candidate = {
  readonly id: string
  /** whose words: at most one text a person stands for a theme */
  readonly person: string
  /** what they stand for, if known: others' standpoints go first */
  readonly standpoint: string
  readonly features: Features
}

/** Of marginal relevance: how much being typical weighs against saying something else than those chosen already. */
const TYPICAL = 0.7

/**
 * The texts that speak for a theme: first the one most like all others (the medoid), then those of the best marginal
 * relevance (0.7 typical, 0.3 unlike the chosen), each of another person, and of another standpoint while there is one.
 * The order of the texts changes nothing. Source: participation.md 3.1 S7.
 */
export function representatives(texts: readonly Candidate[], most: number): readonly string[] {
  const inOrder = texts.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const rarity = rarityIn(inOrder.map(({ features }) => features))
  const all = inOrder.map((one) => ({ ...one, vector: vectorOf(one.features, rarity), typical: 0 }))
  for (const one of all) one.typical = meanLikeness(one.vector, all)

  const chosen: (typeof all)[number][] = []
  while (chosen.length < most) {
    const open = all.filter(({ person }) => !chosen.some((one) => one.person === person))
    const fresh = open.filter(({ standpoint }) => !chosen.some((one) => one.standpoint === standpoint))
    const best = bestOf(fresh.length > 0 ? fresh : open, ({ vector, typical }) => {
      const nearest = Math.max(0, ...chosen.map((one) => cosine(vector, one.vector)))
      return TYPICAL * typical - (1 - TYPICAL) * nearest
    })
    if (!best) break
    chosen.push(best)
  }
  return chosen.map(({ id }) => id)
}

function meanLikeness(vector: Vector, all: readonly { readonly vector: Vector }[]): number {
  return all.reduce((sum, other) => sum + cosine(vector, other.vector), 0) / all.length
}

/** The first of the best: the order given settles ties. */
function bestOf<T>(all: readonly T[], worthOf: (one: T) => number): T | undefined {
  let best: { readonly one: T; readonly worth: number } | undefined
  for (const one of all) {
    const worth = worthOf(one)
    if (!best || worth > best.worth) best = { one, worth }
  }
  return best?.one
}
