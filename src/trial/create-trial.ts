import { AppError } from '#src/errors.ts'
import type { Definition } from '#src/journey/definition.ts'
import type { Trial, TrialPlan } from './trial.ts'
import { type By, recordTrial, type TrialDeps } from './trial-deps.ts'

/** Trials are small: 30 to 80 people is normal. */
const USUAL_WALKERS = 40

/** Begins a trial of a journey: a draft that says nothing yet, so that everything in it is said by a person. */
export async function createTrial(deps: TrialDeps, by: By, { journey }: { readonly journey: string }): Promise<Trial> {
  const published = await deps.library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  const trial: Trial = {
    id: deps.newId(),
    journey,
    stage: 'draft',
    isExample: false,
    plan: emptyPlan(published.version.definition),
    rev: 0,
    createdAt: deps.now(),
    openedAt: undefined,
    closedAt: undefined,
  }
  await deps.trials.create(trial)
  await recordTrial(deps, by, { what: 'create', trial: trial.id, why: journey })
  return trial
}

export function emptyPlan({ languages }: Pick<Definition, 'languages'>): TrialPlan {
  return {
    mandate: {},
    owner: undefined,
    opensOn: undefined,
    closesOn: undefined,
    answersDueOn: undefined,
    rota: [],
    languages,
    openness: {},
    weights: {},
    walkers: USUAL_WALKERS,
    wanted: [],
  }
}
