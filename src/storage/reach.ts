import { and, asc, count, countDistinct, eq, inArray, min } from 'drizzle-orm'
import type { ChannelReach, Reached, TrialStore } from '#src/trial/trial-store.ts'
import type { WalkMode } from '#src/walk/walk.ts'
import { ask, type Body, type On } from './engine.ts'

/** Walks of people: neither an example person nor a simulated walker is somebody reached. */
const OF_PEOPLE: readonly WalkMode[] = ['own', 'assisted']

function ofPeople({ t: { walks } }: On, trial: string) {
  return and(eq(walks.trial, trial), inArray(walks.mode, [...OF_PEOPLE]))
}

export function* reached(on: On, trial: string): Body<readonly Reached[]> {
  const { backgrounds, walks } = on.t
  const { trait, value } = backgrounds
  return yield* ask(
    on.db
      .select({ trait, value, n: count() })
      .from(backgrounds)
      .innerJoin(walks, eq(walks.id, backgrounds.walk))
      .where(ofPeople(on, trial))
      .groupBy(trait, value)
      .orderBy(asc(trait), asc(value)),
  )
}

export function* channelReach(on: On, trial: string): Body<readonly ChannelReach[]> {
  const { channels, walks } = on.t
  return yield* ask(
    on.db
      .select({ channel: channels.id, started: count(walks.id), finished: count(walks.outcomeAt) })
      .from(channels)
      .leftJoin(walks, and(eq(walks.channel, channels.id), ofPeople(on, trial)))
      .where(eq(channels.trial, trial))
      .groupBy(channels.id, channels.name)
      .orderBy(asc(channels.name), asc(channels.id)),
  )
}

/** Who spoke is read first: should somebody start and speak in between, no more speak than started. */
export function* pace(on: On, trial: string): Body<Awaited<ReturnType<TrialStore['pace']>>> {
  const { contributions, walks } = on.t
  const [words] = yield* ask(
    on.db
      .select({ spoke: countDistinct(contributions.walk), firstWordAt: min(contributions.at) })
      .from(contributions)
      .innerJoin(walks, eq(walks.id, contributions.walk))
      .where(ofPeople(on, trial)),
  )
  const [row] = yield* ask(
    on.db
      .select({ started: count(), finished: count(walks.outcomeAt) })
      .from(walks)
      .where(ofPeople(on, trial)),
  )
  const { started = 0, finished = 0 } = row ?? {}
  return { started, finished, spoke: words?.spoke ?? 0, firstWordAt: words?.firstWordAt ?? undefined }
}
