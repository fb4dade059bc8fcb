import { smoothed } from '../interval.ts'
import type { Counts } from './group-votes.ts'
import { halfTest, SIGNIFICANT } from './proportion-tests.ts'

/** `success` of `trials` votes; `share` is smoothed; `test` a z value against one half. */
export type Common = {
  readonly column: number
  readonly success: number
  readonly trials: number
  readonly share: number
  readonly test: number
}
export type Consensus = { readonly agree: readonly Common[]; readonly disagree: readonly Common[] }

const LISTED = 5

/**
 * What most of all participants agree with, and disagree with: more than half, significantly, the five surest of each.
 * `votes`: of everybody; `isOut`: 1 per moderated-out column. Source: opinion-map.md 3.9.
 */
export function consensus(votes: Counts, isOut: Uint8Array): Consensus {
  const surest = (successes: Int32Array) =>
    Array.from(successes, (success, column) => {
      const trials = votes.seen[column]!
      return { column, success, trials, share: smoothed(success, trials), test: halfTest(success, trials) }
    })
      .filter(({ column, share, test }) => !isOut[column] && share > 0.5 && test > SIGNIFICANT)
      .sort((one, other) => other.share * other.test - one.share * one.test)
      .slice(0, LISTED)
  return { agree: surest(votes.agree), disagree: surest(votes.disagree) }
}
