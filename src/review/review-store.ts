import type { StepKey } from '#src/journey/definition.ts'
import type { Contribution, ModerationState, WalkMode } from '#src/walk/walk.ts'
import type { FilteredWalks, Met } from './filter-store.ts'
import type { StepMoments } from './series.ts'

export type ReviewFilter = {
  readonly journey: string
  readonly version: number
  /** walks of these modes only; the live page counts `own` */
  readonly modes: readonly WalkMode[]
  /** only those who were told a step in this one of its two ways, by lot */
  readonly variant?: { readonly step: StepKey; readonly id: string } | undefined
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
  /** contributions with words, oldest first: all, or the latest ones but the `older` latest */
  texts(
    filter: ReviewFilter,
    step: StepKey | undefined,
    page?: { readonly most: number; readonly older: number },
  ): Promise<readonly Contribution[]>
  /** when each walk opened a step, and when it first answered there */
  moments(filter: ReviewFilter, step: StepKey): Promise<StepMoments>
  /** how many words wait for a person, by journey; one journey or all */
  pendingCounts(journey: string | undefined): Promise<readonly { readonly journey: string; readonly n: number }[]>
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
    /** sent back to the author to mend, where the state is hidden; otherwise the state says what was done */
    act?: 'return' | undefined
    rule?: number | undefined
    wording?: string | undefined
    by: string
    at: number
  }): Promise<boolean>
}
