import { wilson } from './interval.ts'

export type Share = { readonly k: number; readonly n: number }
/** `more` and `less`: the second share is surely the larger or the smaller one. `untold`: the numbers cannot tell. `few`: too few to look. */
export type Verdict = 'more' | 'less' | 'untold' | 'few'
export type Difference = {
  /** second minus first, -1..1 */
  readonly by: number
  readonly low: number
  readonly high: number
  readonly verdict: Verdict
}

/** Below this on either side no difference is looked for: one person more would turn it over. */
export const FEWEST_TO_COMPARE = 10

/**
 * How two shares of different people differ, with the 90 % interval of the difference (`z` 1.64), both ends within -1..1.
 * Source: R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine
 * 17 (1998), method 10, from two Wilson intervals.
 */
export function differenceOf(first: Share, second: Share, z = 1.64): Difference {
  const [one, other] = [wilson(first.k, first.n, z), wilson(second.k, second.n, z)]
  const [p, q] = [shareOf(first), shareOf(second)]
  const by = q - p
  const low = by - Math.hypot(q - other.low, one.high - p)
  const high = by + Math.hypot(other.high - q, p - one.low)
  return { by, low: Math.max(-1, low), high: Math.min(1, high), verdict: verdictOf(first, second, low, high) }
}

function shareOf({ k, n }: Share): number {
  return n === 0 ? 0 : k / n
}

function verdictOf(first: Share, second: Share, low: number, high: number): Verdict {
  if (Math.min(first.n, second.n) < FEWEST_TO_COMPARE) return 'few'
  if (low > 0) return 'more'
  return high < 0 ? 'less' : 'untold'
}
