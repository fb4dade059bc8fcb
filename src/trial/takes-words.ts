import { takesWalks } from './stages.ts'
import type { Trial } from './trial.ts'

/** What is said now still comes in time: the trial takes walks, and its last day has not passed. */
export function takesWords(trial: Pick<Trial, 'stage' | 'plan'>, today: string): boolean {
  const { closesOn } = trial.plan
  return takesWalks(trial) && (closesOn === undefined || today <= closesOn)
}
