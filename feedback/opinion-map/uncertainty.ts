import { wilson } from '../interval.ts'

/** A plain share with the 90 % interval that belongs beside it; `share` is undefined where nobody answered. */
export type Share = {
  readonly count: number
  readonly of: number
  readonly share: number | undefined
  readonly low: number
  readonly high: number
}
export type Shares = { readonly agree: Share; readonly disagree: Share; readonly pass: Share }

/** How many agree, disagree and pass, of those who saw the statement, each with its 90 % Wilson interval. */
export function sharesOf(votes: { readonly agree: number; readonly disagree: number; readonly seen: number }): Shares {
  const { agree, disagree, seen } = votes
  const share = (count: number): Share => ({
    count,
    of: seen,
    share: seen === 0 ? undefined : count / seen,
    ...wilson(count, seen),
  })
  return { agree: share(agree), disagree: share(disagree), pass: share(seen - agree - disagree) }
}
