import type { Words } from '#src/journey/definition.ts'
import type { Library } from '#src/journey/library.ts'
import type { Trial } from '#src/trial/trial.ts'
import { addUp, type Figure } from './figure.ts'
import type { Walks } from './read-report.ts'
import type { ResponseDeps } from './response-deps.ts'
import { responsesOf } from './responses-of.ts'
import type { ReviewStore } from './review-store.ts'

/** A journey and the trial around it, in one line. Counts of answers and of waiting texts are the staff's own work. */
export type OverviewLine = {
  readonly journey: string
  readonly title: Words
  readonly trial: Trial | undefined
  /** walks of one's own over all versions, and how many are expected */
  readonly started: Figure
  readonly wanted: number | undefined
  /** texts that wait for a person */
  readonly waiting: number
  /** answers that are not decided yet, and those of them that are late */
  readonly undecided: number
  readonly overdue: number
}
type Deps = Pick<ResponseDeps, 'responses' | 'now'> & {
  readonly review: Pick<ReviewStore, 'pendingCounts'>
  readonly library: Library
  readonly trialOf: (journey: string) => Promise<Trial | undefined>
}
type Counted = { readonly id: string; readonly title: Words; readonly versions: readonly { readonly walks: Walks }[] }

export async function overviewOf(deps: Deps, journeys: readonly Counted[]): Promise<readonly OverviewLine[]> {
  const waiting = new Map((await deps.review.pendingCounts(undefined)).map(({ journey, n }) => [journey, n]))
  return Promise.all(
    journeys.map(async ({ id, title, versions }) => {
      const [trial, answers] = await Promise.all([deps.trialOf(id), responsesOf(deps, id)])
      const undecided = answers.filter(({ response: { state } }) => state === 'received' || state === 'under-review')
      return {
        ...{ journey: id, title, trial },
        started: addUp(versions.map(({ walks }) => walks.started)),
        wanted: trial?.plan.walkers,
        waiting: waiting.get(id) ?? 0,
        undecided: undecided.length,
        overdue: answers.filter(({ isOverdue }) => isOverdue).length,
      }
    }),
  )
}
