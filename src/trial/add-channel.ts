import { AppError } from '#src/errors.ts'
import { makeChannelCode } from './channel-code.ts'
import { findTrial } from './find-trial.ts'
import type { Channel } from './trial.ts'
import { type By, recordTrial, type TrialDeps } from './trial-deps.ts'

export const CHANNEL_NAME_MOST = 80

export type AddedChannel =
  | { readonly ok: true; readonly channel: Channel }
  | { readonly ok: false; readonly error: 'name-missing' | 'name-too-long' }

/** A way in of its own, so that it is known how many came by it without knowing who. */
export async function addChannel(
  deps: TrialDeps,
  by: By,
  { trial: id, name: typed }: { readonly trial: string; readonly name: string },
): Promise<AddedChannel> {
  const { trial } = await findTrial(deps, id)
  if (trial.stage === 'closed') throw new AppError('conflict', 'a closed trial takes no more ways in')
  const name = typed.trim()
  if (name === '') return { ok: false, error: 'name-missing' }
  if (name.length > CHANNEL_NAME_MOST) return { ok: false, error: 'name-too-long' }
  const channel: Channel = { id: deps.newId(), trial: id, name, code: makeChannelCode(deps.random(10)) }
  await deps.trials.addChannel(channel)
  await recordTrial(deps, by, { what: 'channel', trial: id, why: name })
  return { ok: true, channel }
}
