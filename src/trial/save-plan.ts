import { findTrial } from './find-trial.ts'
import { type Missing, missingFrom } from './missing.ts'
import type { Trial, TrialPlan } from './trial.ts'
import { type By, recordTrial, type TrialDeps } from './trial-deps.ts'

export type SavedPlan =
  | { readonly ok: true; readonly trial: Trial }
  /** somebody else saved meanwhile: `trial` is as they left it */
  | { readonly ok: false; readonly because: 'stale'; readonly trial: Trial }
  /** walkers have been told already who asks and by when: none of it may be taken away again */
  | { readonly ok: false; readonly because: 'missing'; readonly missing: readonly Missing[] }
  | { readonly ok: false; readonly because: 'closed' }

/** Keeps the plan as a whole, if nobody else has saved since `rev`. A draft may lack anything; an open trial nothing. */
export async function savePlan(
  deps: TrialDeps,
  by: By,
  { id, rev, plan }: { readonly id: string; readonly rev: number; readonly plan: TrialPlan },
): Promise<SavedPlan> {
  const { trial, published } = await findTrial(deps, id)
  if (trial.stage === 'closed') return { ok: false, because: 'closed' }
  if (trial.rev !== rev) return { ok: false, because: 'stale', trial }
  const missing = missingFrom({ plan }, published.version.definition)
  if (trial.stage !== 'draft' && missing.length > 0) return { ok: false, because: 'missing', missing }

  const changed = changedParts(trial.plan, plan)
  if (changed.length === 0) return { ok: true, trial }
  if (!(await deps.trials.save({ ...trial, plan }, rev)))
    return { ok: false, because: 'stale', trial: (await findTrial(deps, id)).trial }
  await recordTrial(deps, by, {
    what: 'plan',
    trial: id,
    why: changed.map((part) => inLog(part, trial.plan, plan)).join(', '),
  })
  return { ok: true, trial: { ...trial, plan, rev: rev + 1 } }
}

export type PlanPart = keyof TrialPlan

/** The parts in which two plans differ. */
export function changedParts(before: TrialPlan, after: TrialPlan): readonly PlanPart[] {
  const parts = Object.keys({ ...before, ...after }) as PlanPart[]
  return parts.filter((part) => ordered(before[part]) !== ordered(after[part]))
}

/** Storage may give the names of an object back in another order. */
function ordered(value: unknown): string {
  return (
    JSON.stringify(value, (_name, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  )
}

/** A date is a promise: the log says which it was. */
function inLog(part: PlanPart, before: TrialPlan, after: TrialPlan): string {
  const isDate = part === 'opensOn' || part === 'closesOn' || part === 'answersDueOn' || part === 'addingEndsOn'
  return isDate ? `${part} ${before[part] ?? '-'} > ${after[part] ?? '-'}` : part
}
