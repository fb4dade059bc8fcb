import { takesWords } from './takes-words.ts'
import type { Moderation, Trial } from './trial.ts'

type Asking = Pick<Trial, 'stage' | 'plan'> | undefined

/** Statements can be added still. Without a trial nothing ever closes. */
export function takesStatements(trial: Asking, today: string): boolean {
  if (!trial) return true
  const { addingEndsOn } = trial.plan
  return takesWords(trial, today) && (addingEndsOn === undefined || today <= addingEndsOn)
}

/** Statements are served and voted on, also after the last day of adding. */
export function takesVotes(trial: Asking, today: string): boolean {
  return !trial || takesWords(trial, today)
}

export function moderationOf(trial: Asking): Moderation {
  return trial?.plan.moderation ?? 'pre'
}
