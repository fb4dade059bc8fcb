import { findTrial } from './find-trial.ts'
import { type Missing, missingFrom } from './missing.ts'
import { nextStage, type TrialEvent, takesWalks } from './stages.ts'
import type { Trial } from './trial.ts'
import { type By, recordTrial, type TrialDeps } from './trial-deps.ts'

export type MovedStage =
  | { readonly ok: true; readonly trial: Trial }
  | {
      readonly ok: false
      readonly because: 'stale' | 'another-open' | 'has-walkers' | 'not-now'
      readonly trial: Trial
    }
  | { readonly ok: false; readonly because: 'missing'; readonly missing: readonly Missing[]; readonly trial: Trial }

type Move = { readonly id: string; readonly rev: number; readonly event: TrialEvent }

/** Opens a trial, takes it on, or closes it. Refused with what is missing, or because of what stands in the way. */
export async function moveStage(deps: TrialDeps, by: By, { id, rev, event }: Move): Promise<MovedStage> {
  const { trial, published } = await findTrial(deps, id)
  const { definition } = published.version
  if (trial.rev !== rev) return { ok: false, because: 'stale', trial }
  const missing = missingFrom(trial, definition)
  if (event === 'open' && missing.length > 0) return { ok: false, because: 'missing', missing, trial }
  const stage = nextStage(trial, event, definition)
  if (stage === undefined) return { ok: false, because: 'not-now', trial }
  const inTheWay = await whatStandsInTheWay(deps, trial, event)
  if (inTheWay) return { ok: false, because: inTheWay, trial }

  if (event === 'open') await endExamples(deps, by, trial)
  const moved: Trial = {
    ...trial,
    stage,
    openedAt: event === 'open' ? deps.now() : trial.openedAt,
    closedAt: stage === 'closed' ? deps.now() : undefined,
  }
  if (!(await deps.trials.save(moved, rev))) return { ok: false, because: 'stale', trial }
  await recordTrial(deps, by, { what: event, trial: id })
  return { ok: true, trial: { ...moved, rev: rev + 1 } }
}

/** A walk is tied to one trial of its journey; and whoever walks has been told who asks, which cannot be untold. */
async function whatStandsInTheWay(
  deps: TrialDeps,
  trial: Trial,
  event: TrialEvent,
): Promise<'another-open' | 'has-walkers' | undefined> {
  if (event === 'open' && (await othersOpen(deps, trial)).some(({ isExample }) => !isExample)) return 'another-open'
  if (event !== 'back-to-draft') return undefined
  return (await deps.trials.pace(trial.id)).started > 0 ? 'has-walkers' : undefined
}

async function othersOpen({ trials }: TrialDeps, { id, journey }: Trial): Promise<readonly Trial[]> {
  return (await trials.all()).filter((other) => other.id !== id && other.journey === journey && takesWalks(other))
}

/** The example makes room for what it is an example of. */
async function endExamples(deps: TrialDeps, by: By, trial: Trial) {
  for (const example of await othersOpen(deps, trial)) {
    const ended = await deps.trials.save({ ...example, stage: 'closed', closedAt: deps.now() }, example.rev)
    if (ended) await recordTrial(deps, by, { what: 'close', trial: example.id, why: trial.id })
  }
}
