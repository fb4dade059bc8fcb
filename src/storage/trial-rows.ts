import type { StepKey } from '#src/journey/definition.ts'
import type { Openness, Trial, TrialPlan } from '#src/trial/trial.ts'
import type { Tables } from './engine.ts'

type Row = Tables['trials']['$inferSelect']

export function toTrial({ plan, ...row }: Row): Trial {
  return { ...row, plan: toPlan(plan), openedAt: row.openedAt ?? undefined, closedAt: row.closedAt ?? undefined }
}

export function fromTrial(trial: Trial): Row {
  return { ...trial, openedAt: trial.openedAt ?? null, closedAt: trial.closedAt ?? null }
}

const UNDECIDED = { owner: undefined, opensOn: undefined, closesOn: undefined, answersDueOn: undefined }

/** JSON leaves out what is undefined; it is said again here, so that a plan comes back as it went in. */
function toPlan(plan: TrialPlan): TrialPlan {
  const openness = Object.entries(plan.openness).map(([step, { level, law }]) => [step, { level, law }] as const)
  return { ...UNDECIDED, ...plan, openness: Object.fromEntries(openness) satisfies Record<StepKey, Openness> }
}
