import type { Contribution } from './walk.ts'

export const MODERATION_ACTS = ['approve', 'return', 'hide'] as const
export type ModerationAct = (typeof MODERATION_ACTS)[number]

/** The last decision on somebody's words, with the author's appeal against it. Earlier ones stand in the audit trail. */
export type Decided = {
  readonly contribution: string
  readonly act: ModerationAct
  /** number of the house rule it was hidden by */
  readonly rule: number | undefined
  /** how the moderator would put the words; the author may take it, change it or leave it */
  readonly wording: string | undefined
  /** the words as they stood when they were sent back */
  readonly original: string | undefined
  readonly by: string
  readonly at: number
  readonly appeal: Appeal | undefined
}
/** The author asks another person to look. `by` and `outcome` once somebody has. */
export type Appeal = {
  readonly text: string
  readonly at: number
  readonly by: string | undefined
  readonly outcome: AppealOutcome | undefined
}
export type AppealOutcome = 'shown' | 'upheld'

/** Words on which a person has to decide, and why they are in the queue besides being new. */
export type Waiting = {
  readonly said: Contribution
  readonly decided: Decided | undefined
  /** walkers who asked for a look since the last decision, with the rule each named */
  readonly flags: readonly { readonly rule: number | undefined; readonly at: number }[]
}

/** Since when somebody waits for a person: the author, whoever flagged, or whoever appeals. */
export function waitingSince({ said, decided, flags }: Waiting): number {
  if (said.state === 'hidden') return decided?.appeal?.at ?? said.at
  return said.state === 'pending' ? said.at : (flags[0]?.at ?? said.at)
}

/** flagged: noted · repeated: this walk had flagged it before · gone: not to be seen by others any more */
export type Flagged = 'flagged' | 'repeated' | 'gone'

/** Each method is one transaction. */
export interface ModerationStore {
  /** Pending, flagged or appealed words of all journeys or one, the longest waiting first. */
  waiting(journey: string | undefined): Promise<readonly Waiting[]>
  /** decisions on a walk's words */
  decidedOf(walk: string): Promise<readonly Decided[]>
  decided(contribution: string): Promise<Decided | undefined>
  /**
   * Words that others see are put before a person. From the `holdFrom`th walk on they wait unseen until somebody has
   * decided; that is written in the audit trail.
   */
  flag(input: {
    walk: string
    contribution: string
    journey: string
    rule: number | undefined
    holdFrom: number
    at: number
  }): Promise<Flagged>
  /** False when there is nothing hidden to appeal, or an appeal was made before. */
  appeal(input: { walk: string; contribution: string; text: string; at: number }): Promise<boolean>
  /** False when there is no open appeal, or it is the same person who decided first: nothing is stored. */
  decideAppeal(input: {
    contribution: string
    outcome: AppealOutcome
    by: string
    why: string
    at: number
  }): Promise<boolean>
}
