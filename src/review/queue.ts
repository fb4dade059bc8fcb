import { type Hold, holdsOf } from '#feedback/house-rules.ts'
import type { StaffSession } from '#src/account/account-store.ts'
import type { Library } from '#src/journey/library.ts'
import { type ModerationStore, type Waiting, waitingSince } from '#src/walk/moderation-store.ts'
import { type SaidWords, withPlaces } from './said-words.ts'

/** Words in the queue, since when somebody waits, and everything that put them there. */
export type QueueItem = SaidWords &
  Pick<Waiting, 'decided' | 'flags'> & {
    readonly since: number
    readonly holds: readonly Hold[]
    readonly isAppeal: boolean
    /** the author has changed what was sent back, or what others had read */
    readonly isMended: boolean
  }

const AT_ONCE = 50

/**
 * Everything that waits for a person, of every kind, the longest waiting first, and how much there is in all. Whoever is
 * bound to a journey sees only its words.
 */
export async function readQueue(
  { moderations, library }: { readonly moderations: ModerationStore; readonly library: Library },
  { journey }: Pick<StaffSession, 'journey'>,
): Promise<{ readonly items: readonly QueueItem[]; readonly all: number }> {
  const waiting = await moderations.waiting(journey)
  const first = waiting.slice(0, AT_ONCE)
  const words = await withPlaces(
    library,
    first.map(({ said }) => said),
  )
  return { items: first.flatMap((one, i) => itemOf(one, words[i])), all: waiting.length }
}

function itemOf(waiting: Waiting, words: SaidWords | undefined): readonly QueueItem[] {
  if (!words) return []
  const { said, decided, flags } = waiting
  const isAppeal = said.state === 'hidden'
  return [
    {
      ...words,
      ...{ decided, flags, isAppeal },
      since: waitingSince(waiting),
      holds: holdsOf(said.text ?? ''),
      isMended: said.state === 'pending' && decided !== undefined && flags.length === 0,
    },
  ]
}
