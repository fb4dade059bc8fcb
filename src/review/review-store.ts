import type { StepKey } from '#src/journey/definition.ts'
import type { Contribution, ModerationState, WalkMode } from '#src/walk/walk.ts'
import type { FilteredWalks, Met } from './filter-store.ts'

export type ReviewFilter = {
  readonly journey: string
  readonly version: number
  /** walks of these modes only; the live page counts `own` */
  readonly modes: readonly WalkMode[]
}

/** Raw counts, not yet disclosed: nothing of this is shown before feedback/disclosure.ts has seen it. */
export type StepCounts = {
  readonly step: StepKey
  readonly reached: number
  readonly shown: number
  readonly answered: number
  readonly skipped: number
  readonly left: number
  readonly aside: number
}
export type PromptCounts = {
  readonly step: StepKey
  readonly prompt: string
  readonly shown: number
  readonly answered: number
  readonly skipped: number
}
export type OptionCount = {
  readonly step: StepKey
  readonly prompt: string
  readonly option: string
  readonly n: number
}

/** Each method is one transaction. */
export interface ReviewStore {
  walks(filter: ReviewFilter): Promise<{ readonly started: number; readonly finished: number }>
  /** `leftBefore`: a walk untouched since then, without an outcome, has left at its last opened step */
  stepCounts(filter: ReviewFilter, leftBefore: number): Promise<readonly StepCounts[]>
  promptCounts(filter: ReviewFilter): Promise<readonly PromptCounts[]>
  optionCounts(filter: ReviewFilter): Promise<readonly OptionCount[]>
  filteredWalks(filter: ReviewFilter): Promise<FilteredWalks>
  /** `leftBefore` as for the counts */
  met(filter: ReviewFilter, leftBefore: number): Promise<Met>
  /** contributions with words, oldest first */
  texts(filter: ReviewFilter, step: StepKey | undefined): Promise<readonly Contribution[]>
  /** words that wait for a person, oldest first, over all journeys or one */
  pending(journey: string | undefined): Promise<readonly Contribution[]>
  contribution(id: string): Promise<Contribution | undefined>
  /**
   * Changes the state and writes the audit entry in the same transaction. False when it is not there (withdrawn), or has
   * been said anew since the one of `seenAt`, which is the `at` that the moderator saw: nothing is passed unread.
   */
  moderate(input: {
    id: string
    seenAt: number | undefined
    seenState?: ModerationState | undefined
    state: ModerationState
    reason: string | undefined
    by: string
    at: number
  }): Promise<boolean>
}
