import { AppError } from '#src/errors.ts'
import type { Step, StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { leftBefore, type ReportDeps } from './read-report.ts'
import type { ReviewFilter } from './review-store.ts'
import { type ComparedWays, compareWays, type WayCounts } from './variants.ts'

/** A step with what is known of its two ways; no measures where it is told in one. */
export type StepWays = {
  readonly published: Published
  readonly key: StepKey
  readonly step: Step
  readonly measures: readonly ComparedWays[]
}

/** Of a version, the newest unless one is asked for. Not found when the version or the step is not. */
export async function readWays(
  deps: Pick<ReportDeps, 'review' | 'library' | 'now'>,
  { journey, version, key }: { journey: string; version: number | undefined; key: StepKey },
): Promise<StepWays> {
  const published = await (version === undefined
    ? deps.library.latest(journey)
    : deps.library.version(journey, version))
  const step = published?.journey.places.get(key)?.step
  if (!published || !step) throw new AppError('not-found', 'step')
  const [one, other] = step.variants ?? []
  if (!one || !other) return { published, key, step, measures: [] }
  // Only people themselves: a comparison of example walks would tell of whoever made them.
  const filter: ReviewFilter = { journey, version: published.version.number, modes: ['own'] }
  const told = (id: string) => ({ ...filter, variant: { step: key, id } })
  const counts = (each: ReviewFilter) => countsOf(deps, each)
  const [all, first, second] = await Promise.all([counts(filter), counts(told(one.id)), counts(told(other.id))])
  const prompts = published.prompts.get(key) ?? []
  return { published, key, step, measures: compareWays({ key, prompts }, { all, first, second }) }
}

async function countsOf(deps: Pick<ReportDeps, 'review' | 'now'>, filter: ReviewFilter): Promise<WayCounts> {
  return {
    steps: await deps.review.stepCounts(filter, leftBefore(deps)),
    options: await deps.review.optionCounts(filter),
  }
}
