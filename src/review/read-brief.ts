import { disclose } from '#feedback/disclosure.ts'
import { AppError } from '#src/errors.ts'
import { dayOf } from '#src/trial/day.ts'
import { reachOf, totalFigures } from '#src/trial/reach.ts'
import type { TrialStore } from '#src/trial/trial-store.ts'
import { type Brief, briefOf } from './brief.ts'
import { publicAnswers } from './published.ts'
import { type ReportDeps, readPrompts, readReport } from './read-report.ts'
import type { ResponseStore } from './response-store.ts'

export type BriefDeps = ReportDeps & { readonly trials: TrialStore; readonly responses: ResponseStore }

/** The brief of a journey's current trial. Not found where there is no trial. */
export async function readBrief(deps: BriefDeps, journey: string): Promise<Brief> {
  const trial = await deps.trials.current(journey)
  const request = { journey, version: undefined, mode: 'own', track: undefined, provider: undefined } as const
  const all = await readReport(deps, request)
  const newest = all[0]
  if (!trial || !newest) throw new AppError('not-found', 'brief')
  const [rows, published, reached, pace] = await Promise.all([
    Promise.all(all.map((version) => readPrompts(deps, request, version))),
    publicAnswers(deps, journey),
    deps.trials.reached(trial.id),
    deps.trials.pace(trial.id),
  ])
  return briefOf({
    trial,
    definition: newest.published.version.definition,
    walks: { ...totalFigures(pace), spoke: disclose(pace.spoke) },
    rows: rows.flat(),
    published,
    reach: reachOf(reached, { started: pace.started, wanted: trial.plan.wanted }),
    firstWordOn: pace.firstWordAt === undefined ? undefined : dayOf(pace.firstWordAt),
    today: dayOf(deps.now()),
  })
}
