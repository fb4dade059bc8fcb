import { readChannelCode } from '#src/trial/channel-code.ts'
import { dayOf } from '#src/trial/day.ts'
import { inLanguage } from '#src/trial/example-trial.ts'
import { takesWords } from '#src/trial/takes-words.ts'
import type { Trial } from '#src/trial/trial.ts'
import type { Asking } from '#views/trial/line.ts'
import type { Context, Deps } from './context.ts'

/** The trial that asks about a journey now, as a page tells it. */
export async function askingAbout(c: Context, deps: Deps, journey: string): Promise<Asking | undefined> {
  const trial = await deps.trialOf(journey)
  return trial && asTold(c, deps, trial)
}

export function asTold(c: Context, { now }: Pick<Deps, 'now'>, trial: Trial): Asking {
  return { trial: inLanguage(trial, c.get('language')), takesWords: takesWords(trial, dayOf(now())) }
}

/** The code of the channel in the address, if it can be one. */
export function viaOf(c: Context): string | undefined {
  return readChannelCode(c.req.query('via') ?? '')
}
