import { readChannelCode } from './channel-code.ts'
import { takesWalks } from './stages.ts'
import type { Trial } from './trial.ts'
import type { TrialStore } from './trial-store.ts'

type Deps = {
  readonly trials: Pick<TrialStore, 'channelByCode'>
  readonly trialOf: (journey: string) => Promise<Trial | undefined>
}

/**
 * The trial a new walk belongs to, and the way its walker came in. A trial that takes no walks any more gets none: the
 * journey stays open to walk, and what is said then is counted apart. A code of another trial says nothing here.
 */
export async function cameBy(
  { trials, trialOf }: Deps,
  { journey, via }: { readonly journey: string; readonly via: string | undefined },
): Promise<{ readonly trial: string | undefined; readonly channel: string | undefined }> {
  const trial = await trialOf(journey)
  if (!trial || !takesWalks(trial)) return { trial: undefined, channel: undefined }
  const code = via === undefined ? undefined : readChannelCode(via)
  const channel = code === undefined ? undefined : await trials.channelByCode(code)
  return { trial: trial.id, channel: channel?.trial === trial.id ? channel.id : undefined }
}
