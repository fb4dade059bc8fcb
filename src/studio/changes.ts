import { compare, isFelt, type StepChange } from '#src/journey/compare.ts'
import type { Definition, StepKey } from '#src/journey/definition.ts'
import { stepsOf } from '#src/journey/graph.ts'
import type { VersionChange } from '#src/journey/version-store.ts'
import type { Response } from '#src/review/response.ts'

/** A change with the answers that promised it. */
export type PlannedChange = StepChange & { readonly responses: readonly Response[] }

/** What becomes different, and which open promises of the answers each change may keep. A first version changes nothing. */
export function plannedChanges(
  before: Definition | undefined,
  after: Definition,
  responses: readonly Response[],
): readonly PlannedChange[] {
  if (!before) return []
  const promised = responses.filter(isPromise)
  const earlier = new Map(stepsOf(after).map(({ key, step }) => [key, [step.was ?? []].flat()]))
  return compare(before, after).map((change) => {
    const names: readonly (StepKey | undefined)[] = [change.step, change.was, ...(earlier.get(change.step) ?? [])]
    const mayKeep = change.kind !== 'added' && isFelt(change)
    return { ...change, responses: mayKeep ? promised.filter(({ step }) => names.includes(step)) : [] }
  })
}

/** A walker's own words that a draft took in at a step. */
export type TakenSuggestion = { readonly step: StepKey; readonly contribution: string }

/**
 * The changes as the version keeps them: with the answers it keeps, the contributions those answer, and the suggestions it
 * took in, each once.
 */
export function keptChanges(
  planned: readonly PlannedChange[],
  closes: readonly string[],
  taken: readonly TakenSuggestion[] = [],
): readonly VersionChange[] {
  return planned.map(({ step, kind, parts, responses }) => {
    const closed = responses.filter(({ id }) => closes.includes(id))
    const suggested = taken.filter((one) => one.step === step).map(({ contribution }) => contribution)
    const contributions = [...new Set([...closed.flatMap((response) => response.contributions), ...suggested])]
    return { step, kind, parts, responses: closed.map(({ id }) => id), contributions }
  })
}

/** An answer in public that says something will be done, and no version yet has done it. */
export function isPromise({ state, publishedOn, toVersion }: Response): boolean {
  const isYes = state === 'accepted' || state === 'partly' || state === 'done'
  return isYes && publishedOn !== undefined && toVersion === undefined
}
