import { evaluate, leavesOf, type NamedConditions } from './condition.ts'
import type { Condition, Facts } from './definition.ts'

/**
 * Which of the changed facts made a condition turn out otherwise: those that alone would turn it back, or, where none
 * alone does, all whose own part of the condition is otherwise now. Fact ids in the order of `changed`; empty where the
 * condition says the same as before.
 */
export function decidingFacts(
  condition: Condition,
  named: NamedConditions,
  { before, after, changed }: { before: Facts; after: Facts; changed: readonly string[] },
): readonly string[] {
  const now = evaluate(condition, after, named)
  if (evaluate(condition, before, named) === now) return []
  const leaves = leavesOf(condition, named)
  const turned = changed.filter((id) =>
    leaves.some((leaf) => leaf.fact === id && evaluate(leaf, before) !== evaluate(leaf, after)),
  )
  const alone = turned.filter((id) => evaluate(condition, { ...after, [id]: before[id] }, named) !== now)
  return alone.length > 0 ? alone : turned
}
