import { wilson } from '../interval.ts'
import { leaningOf, type Tenths } from './stance.ts'

/** What a reason speaks for: the proposition, against it, or for it on a condition. */
export const SIDES = ['for', 'against', 'condition'] as const
export type Side = (typeof SIDES)[number]

/** Reasons in a person's own list at most. */
export const MOST_REASONS = 5

/** z of the 90 % interval. */
const Z = 1.64

export type Shown = { readonly exposed: number; readonly adopted: number }

/**
 * How well a reason has been received, 0 to 1: the lower end of Wilson's interval of adopted in exposed. A reason that few
 * have seen stays low, however many of them took it; one that nobody has seen is at 0. Source: participation.md 2.2.
 */
export function adoptionOf({ adopted, exposed }: Shown): number {
  return wilson(adopted, exposed, Z).low
}

/** How a reason was received by those on each side of the proposition. */
export type BySide = { readonly for: Shown; readonly against: Shown }

/** People of each side who must have seen a reason before anything is said of how it crosses sides. */
export const SEEN_BY_EACH_SIDE = 10
/** Our own measure of a reason that crosses sides: at least one in five on both, by the cautious end of the interval. */
export const CROSSES_FROM = 0.2

/**
 * The appeal of a reason across sides: the smaller of its adoption among supporters and among opponents, undefined while
 * fewer than ten of either have seen it. Source: participation.md 2.2.
 */
export function crossSide({ for: supporters, against: opponents }: BySide): number | undefined {
  if (Math.min(supporters.exposed, opponents.exposed) < SEEN_BY_EACH_SIDE) return undefined
  return Math.min(adoptionOf(supporters), adoptionOf(opponents))
}

/** Whether a reason is marked as one that both sides take. */
export function isCrossSide(shown: BySide): boolean {
  return (crossSide(shown) ?? 0) >= CROSSES_FROM
}

/** People with a reason for and a reason against in their list, of those who have a list. Source: participation.md 2.2. */
export function consideredBothSides(lists: readonly (readonly Side[])[]): {
  readonly both: number
  readonly of: number
} {
  const filled = lists.filter((list) => list.length > 0)
  return { both: filled.filter((list) => list.includes('for') && list.includes('against')).length, of: filled.length }
}

export type Movement = {
  /** people who have given more than one stance */
  readonly revised: number
  /** of them, towards for, towards against, and back to where they were */
  readonly up: number
  readonly down: number
  readonly back: number
  /** who changed from one side of the middle to the other */
  readonly crossed: number
}

/** How people moved from their first saved stance to their last. Each row is one person's stances in order, in tenths. */
export function movementOf(histories: readonly (readonly Tenths[])[]): Movement {
  const moves = histories
    .filter((stances) => stances.length > 1)
    .map((stances) => ({ first: stances[0] ?? 0, last: stances.at(-1) ?? 0 }))
  const some = (holds: (move: { first: Tenths; last: Tenths }) => boolean) => moves.filter(holds).length
  return {
    revised: moves.length,
    up: some(({ first, last }) => last > first),
    down: some(({ first, last }) => last < first),
    back: some(({ first, last }) => last === first),
    crossed: some(({ first, last }) => isOtherSide(first, last)),
  }
}

function isOtherSide(first: Tenths, last: Tenths): boolean {
  const [from, to] = [leaningOf(first), leaningOf(last)]
  return from !== to && from !== 'middle' && to !== 'middle'
}
