import { AppError } from '#src/errors.ts'
import type { Published } from '#src/journey/library.ts'
import type { Trial } from './trial.ts'
import type { TrialDeps } from './trial-deps.ts'

export type FoundTrial = { readonly trial: Trial; readonly published: Published }

/** A trial with the newest version of its journey. */
export async function findTrial(
  { trials, library }: Pick<TrialDeps, 'trials' | 'library'>,
  id: string,
): Promise<FoundTrial> {
  const trial = await trials.find(id)
  if (!trial) throw new AppError('not-found', 'trial')
  const published = await library.latest(trial.journey)
  if (!published) throw new Error(`the journey ${trial.journey} of a trial is gone`)
  return { trial, published }
}
