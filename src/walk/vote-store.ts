import type { StepKey } from '#src/journey/definition.ts'
import type { WalkMode } from './walk.ts'

/** A vote as it was cast. Of one walk on one statement the one with the highest `seq` counts, whatever the versions. */
export type StoredVote = {
  /** grows by one with every vote of the journey; those of votes taken back are missing */
  readonly seq: number
  readonly walk: string
  readonly mode: WalkMode
  /** the version it was cast on */
  readonly version: number
  readonly step: StepKey
  /** the same in every version: feedback/statement-id.ts. Its statement may have been taken back since */
  readonly statement: string
  /** agree 1, disagree -1, pass 0 */
  readonly vote: -1 | 0 | 1
  readonly important: boolean
  readonly at: number
}

/** How far a journey's votes have come. Both are 0 before the first vote. */
export type VoteClock = {
  /** moves whenever a vote is cast or taken away */
  readonly seq: number
  /** votes were last taken away at this number: whoever has read only up to before it reads all anew */
  readonly erased: number
}

/** Each method is one transaction. Votes become visible in the order of their numbers, so reading on after the last one seen misses none. */
export interface VoteStore {
  /** votes of a journey in the order of their numbers, from the one after `after`, at most `most` of them (all, if it is not given) */
  votesOf(journey: string, after: number, most?: number): Promise<readonly StoredVote[]>
  lastVoteSeq(journey: string): Promise<number>
  voteClock(journey: string): Promise<VoteClock>
}
