import type { StatementStore } from '#src/walk/statement-store.ts'
import type { VoteStore } from '#src/walk/vote-store.ts'
import type { Known, NewVotes } from './opinion-keeper.ts'
import type { MapsByMode, OpinionMapStore } from './opinion-map-store.ts'

/** Whoever computes: a thread of its own, or this one in tests. */
export type Computing = {
  known(journey: string): Promise<Known | undefined>
  add(journey: string, votes: NewVotes): Promise<void>
  maps(journey: string, served: readonly string[]): Promise<MapsByMode>
}
export type RefreshDeps = {
  readonly votes: Pick<VoteStore, 'votesOf' | 'voteClock'>
  readonly statements: Pick<StatementStore, 'setPriorities'>
  readonly opinionMaps: OpinionMapStore
  readonly computing: Computing
  /** a name that no other process has */
  readonly owner: string
  readonly now: () => number
}

/** Who takes the right to compute and does not come back in time loses it. */
const LEASE_MS = 120_000
const BATCH = 4000
const AT_A_TIME = 500

/**
 * Brings the maps of a journey up to date and stores them, unless somebody else is at it. They include every vote up to
 * the number they are stamped with. Throws what the computing or the storage throws; the right to compute is then free.
 */
export async function refreshMaps(deps: RefreshDeps, journey: string): Promise<'stored' | 'elsewhere'> {
  const { opinionMaps, owner, computing } = deps
  const now = deps.now()
  if (!(await opinionMaps.lease({ journey, owner, now, until: now + LEASE_MS }))) return 'elsewhere'
  try {
    // Read before the votes: whatever is taken away while they are read makes the journey wait for its next map.
    const clock = await deps.votes.voteClock(journey)
    await readOn(deps, journey, clock)
    const maps = await computing.maps(journey, await opinionMaps.served(journey))
    const isStored = await opinionMaps.store(owner, { journey, seq: clock.seq, at: deps.now(), maps })
    if (!isStored) return 'elsewhere'
    await setPriorities(deps, journey, maps)
    return 'stored'
  } catch (error) {
    await opinionMaps.giveBack(journey, owner)
    throw error
  }
}

async function readOn({ votes, computing }: RefreshDeps, journey: string, { erased, seq }: Known): Promise<void> {
  const known = await computing.known(journey)
  let isAnew = known === undefined || known.erased !== erased
  let after = isAnew || known === undefined ? 0 : known.seq
  for (let isMore = true; isMore; isAnew = false) {
    const batch = await votes.votesOf(journey, after, BATCH)
    isMore = batch.length === BATCH
    after = batch.at(-1)?.seq ?? Math.max(after, seq)
    const plain = batch.map(({ walk, mode, statement, vote }) => ({ walk, mode, statement, vote }))
    await computing.add(journey, { votes: plain, isAnew, erased, seq: after })
  }
}

/** Made-up and example walkers' votes share nothing out among people. Some at a time: nobody's answer waits for all. */
async function setPriorities({ statements }: RefreshDeps, journey: string, { own }: MapsByMode): Promise<void> {
  const told = own?.statements.filter(({ out }) => !out) ?? []
  for (let from = 0; from < told.length; from += AT_A_TIME) {
    const some = told.slice(from, from + AT_A_TIME)
    await statements.setPriorities(journey, new Map(some.map(({ id, priority }) => [id, priority])))
  }
}
