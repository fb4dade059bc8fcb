import { type OpinionMap, opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { summaryOf } from '#feedback/opinion-map/summary.ts'
import { VoteLog } from '#feedback/opinion-map/vote-log.ts'
import type { StoredVote } from '#src/walk/vote-store.ts'
import type { WalkMode } from '#src/walk/walk.ts'
import type { MapsByMode } from './opinion-map-store.ts'

export type KeptVote = Pick<StoredVote, 'walk' | 'mode' | 'statement' | 'vote'>
/** How far the votes of a journey are known: the number of the last one, and when some were last taken away. */
export type Known = { readonly seq: number; readonly erased: number }
/** `isAnew`: these are all votes from the first one on; otherwise those after the ones known. */
export type NewVotes = Known & { readonly votes: readonly KeptVote[]; readonly isAnew: boolean }

type Kept = { readonly known: Known; readonly logs: Map<WalkMode, VoteLog>; readonly maps: Map<WalkMode, OpinionMap> }

/** Journeys whose votes are held in memory; the one longest unused goes first. */
const MOST_KEPT = 4
const ADDED = 'added.'

/** Holds the votes of journeys and their last maps, so that the next map starts from them. Lives in the worker's thread. */
export class OpinionKeeper {
  readonly #kept = new Map<string, Kept>()

  known(journey: string): Known | undefined {
    return this.#kept.get(journey)?.known
  }

  /** Votes in the order of their numbers. */
  add(journey: string, { votes, isAnew, seq, erased }: NewVotes): void {
    const before = isAnew ? undefined : this.#kept.get(journey)
    const { logs, maps } = before ?? { logs: new Map<WalkMode, VoteLog>(), maps: new Map<WalkMode, OpinionMap>() }
    for (const { walk, mode, statement, vote } of votes) {
      const log = logs.get(mode) ?? new VoteLog()
      logs.set(mode, log)
      log.add({ participant: walk, statement, vote })
    }
    this.#kept.delete(journey)
    this.#kept.set(journey, { known: { seq, erased }, logs, maps })
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
  }

  /** A map for each mode that has votes. `served`: the statements of walkers that others may see; other such ones are taken out. */
  maps(journey: string, served: readonly string[]): MapsByMode {
    const kept = this.#kept.get(journey)
    const shown = new Set(served)
    return Object.fromEntries(
      [...(kept?.logs ?? [])].map(([mode, log]) => {
        const moderatedOut = log.statements.filter((id) => id.startsWith(ADDED) && !shown.has(id))
        const map = opinionMap(log, { moderatedOut, warm: kept?.maps.get(mode) })
        kept?.maps.set(mode, map)
        return [mode, summaryOf(map)]
      }),
    )
  }
}
