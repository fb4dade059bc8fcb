import { smoothed } from '../interval.ts'
import type { Counts } from './group-votes.ts'

const META = 7

/**
 * How much each statement deserves to be shown next, a weight above 0 per column: more for new ones, for those that
 * spread people and are agreed with, less for those passed over. `votes`: of those who count; `extremity`: per column;
 * `isMeta`: 1 for a statement about the conversation or the people, always 49. Source: opinion-map.md 3.7.
 */
export function priorities(votes: Counts, extremity: Float64Array, isMeta: Uint8Array): Float64Array {
  return extremity.map((far, column) => {
    const [agree, seen] = [votes.agree[column]!, votes.seen[column]!]
    const passes = seen - agree - votes.disagree[column]!
    const importance = (1 - smoothed(passes, seen)) * (far + 1) * smoothed(agree, seen)
    const newness = 1 + 8 * 2 ** (-seen / 5)
    return (isMeta[column] ? META : importance * newness) ** 2
  })
}
