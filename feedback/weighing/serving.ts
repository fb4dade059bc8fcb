import { hash } from '../hash.ts'
import { SIDES, type Side } from './reasons.ts'

/** Reasons served to a person at once. */
export const AT_ONCE = 5

export type Servable = { readonly id: string; readonly side: Side; readonly exposed: number }

/**
 * The next reasons to show a person, of those not shown to them yet: the least seen first, the kinds in turn, ties and the
 * first kind by the seed, which differs from person to person. Never by popularity: whatever is shown first because it is
 * liked stays liked because it is shown. Source: participation.md 2.2, measured in 9.3.
 */
export function serve<R extends Servable>(reasons: readonly R[], seed: string, atMost = AT_ONCE): readonly R[] {
  const queues = SIDES.map((side) => inOrder(reasons, side, seed))
  const first = hash(`${seed} first`) % SIDES.length
  const turns = Array.from({ length: reasons.length * SIDES.length }, (_, turn) => {
    const queue = queues[(first + turn) % SIDES.length]
    return queue?.[Math.floor(turn / SIDES.length)]
  })
  return turns.filter((reason) => reason !== undefined).slice(0, atMost)
}

function inOrder<R extends Servable>(reasons: readonly R[], side: Side, seed: string): readonly R[] {
  return reasons
    .filter((reason) => reason.side === side)
    .map((reason) => ({ reason, tie: hash(`${seed} ${reason.id}`) }))
    .sort((one, other) => one.reason.exposed - other.reason.exposed || one.tie - other.tie)
    .map(({ reason }) => reason)
}
