import { hash } from '#feedback/hash.ts'
import { priorities } from '#feedback/opinion-map/priorities.ts'
import { ENOUGH_VOTES, type StatementCounts } from './statement-store.ts'

const WHOLE = 2 ** 32

/**
 * The statement to show next, of those given: while any has fewer than seven votes the least shown of these, ties by the
 * seed; then one by chance, each as probable as its routing priority is high (opinion-map.md 3.7, 8.1). `seed` differs
 * from walk to walk and from one serving to the next.
 */
export function nextToServe(candidates: readonly StatementCounts[], seed: string): StatementCounts | undefined {
  const few = candidates.filter((one) => votesOn(one) < ENOUGH_VOTES)
  return few.length > 0 ? leastShown(few, seed) : drawn(candidates, hash(`${seed} draws`) / WHOLE)
}

function leastShown(candidates: readonly StatementCounts[], seed: string): StatementCounts | undefined {
  const [first] = candidates
    .map((one) => ({ one, tie: hash(`${seed} ${one.id}`) }))
    .sort((a, b) => a.one.shown - b.one.shown || a.tie - b.tie)
  return first?.one
}

/** `chance`: from 0 up to but not 1. */
function drawn(candidates: readonly StatementCounts[], chance: number): StatementCounts | undefined {
  const weights = candidates.map((one) => one.priority ?? priorityOf(one))
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0)
  return candidates.find((_, i) => {
    left -= weights[i] ?? 0
    return left < 0
  })
}

/** Before the first map a statement's place on it is not known: its extremity is 0. */
function priorityOf(one: StatementCounts): number {
  const votes = {
    agree: Int32Array.of(one.agree),
    disagree: Int32Array.of(one.disagree),
    seen: Int32Array.of(votesOn(one)),
  }
  return priorities(votes, Float64Array.of(0), Uint8Array.of(0))[0] ?? 0
}

function votesOn({ agree, disagree, pass }: StatementCounts): number {
  return agree + disagree + pass
}
