import { compare, type EarlierNames, earlierNames, type StepChange } from './compare.ts'
import type { Definition, StepKey } from './definition.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'
import { type PlacedStep, stepsOf } from './graph.ts'

/** A step that differs, with where it stood, where it stands, and what of it is different. */
export type StepDifference = StepChange & {
  readonly before: PlacedStep | undefined
  readonly after: PlacedStep | undefined
  /** empty for a step that came, went or only moved */
  readonly fields: readonly FieldChange[]
}

// Where a fact was read and what a step was called are told beside the steps; the id is told with the name of the step.
const PASSED_OVER: ReadonlySet<string> = new Set(['source', 'was', 'id'])

/** What `compare` tells of the steps, down to the field. Steps in the order of `after`, then those that are gone. */
export function stepDifferences(
  before: Definition,
  after: Definition,
  earlier: EarlierNames = earlierNames(before, after),
): readonly StepDifference[] {
  const old = new Map(stepsOf(before).map((place) => [place.key, place]))
  const now = new Map(stepsOf(after).map((place) => [place.key, place]))
  const renamed = new Map([...earlier].flatMap(([key, names]) => names.map((was) => [was, key] as const)))
  return compare(before, after, earlier).map((change) => {
    const from = change.was === undefined ? undefined : old.get(change.was)
    const to = change.kind === 'removed' ? undefined : now.get(change.step)
    const fields = from && to ? fieldChanges(renamedIn(from, renamed), to.step, PASSED_OVER) : []
    return { ...change, before: from, after: to, fields }
  })
}

/** A step that waits for a renamed one waits for the same step still. */
function renamedIn({ step }: PlacedStep, renamed: ReadonlyMap<StepKey, StepKey>): object {
  const { needs } = step
  return { ...step, ...(needs && { needs: needs.map((key) => renamed.get(key) ?? key) }) }
}
