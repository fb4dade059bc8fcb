import type { Side } from './weighing/reasons.ts'

/** The kinds of invitation to take part. A new kind adds its name here; `tsc` then lists the missing parts. */
export const PROMPT_KINDS = [
  'rating',
  'open',
  'statement',
  'data-sharing',
  'automation',
  'answers-this',
  'weighing',
  'suggested-edit',
] as const
export type PromptKind = (typeof PROMPT_KINDS)[number]

/** What a rating asks about. `works` is the generated one: did this step work for me? */
export const RATING_SUBJECTS = ['works', 'ease', 'clarity', 'trust'] as const
export type RatingSubject = (typeof RATING_SUBJECTS)[number]

/** What of a step a suggestion would put otherwise: its title, what happens, what the walker does, its place, whom it concerns, something else. */
export const EDIT_PARTS = ['title', 'what', 'do', 'order', 'rule', 'other'] as const
export type EditPart = (typeof EDIT_PARTS)[number]

/** Words by language, as a journey holds them. */
export type PromptWords = Readonly<{ fi?: string | undefined; sv?: string | undefined; en?: string | undefined }>

type Base = {
  /** unique within the step, stable across versions: `works`, `open`, `statement.s1`, `share.report-to-bank`, `automation`, `answers-this.v2` */
  readonly id: string
  /** journey words that replace the site's question, where the designer wrote some */
  readonly ask?: PromptWords | undefined
}
export type Rating = Base & { readonly kind: 'rating'; readonly of: RatingSubject }
export type Open = Base & { readonly kind: 'open' }
export type StatementVote = Base & {
  readonly kind: 'statement'
  /** null: the statement is a participant's, in its own language */
  readonly text: PromptWords
  readonly origin: 'reported' | 'ours' | 'participant'
  /** the hand-over (share id) the statement is about, if not the step as a whole */
  readonly about?: string | undefined
  /** of a participant's statement: the language it was written in; its other words are translations */
  readonly original?: keyof PromptWords | undefined
}
export type DataSharing = Base & {
  readonly kind: 'data-sharing'
  readonly share: string
  readonly data: readonly string[]
  readonly from: string
  readonly to: string
}
export type Automation = Base & { readonly kind: 'automation' }

/** Does the change that came with a version answer what was said? */
export type AnswersThis = Base & {
  readonly kind: 'answers-this'
  readonly version: number
  /** the change came from what was said: everybody who meets the step is asked, else only those who spoke at it */
  readonly isCredited: boolean
}

/** A reason for or against a proposition, or a condition of it: the designer's seed, or a participant's in its own language. */
export type Reason = {
  /** `seed.ID`, or the id of the participant's contribution */
  readonly id: string
  readonly side: Side
  readonly text: PromptWords
  readonly origin: 'ours' | 'participant'
}

/** A proposition to weigh: how strongly for or against, with which reasons, on what condition. */
export type Weighing = Base & {
  readonly kind: 'weighing'
  /** the proposition */
  readonly ask: PromptWords
  /** the hand-over (share id) it is about, if not the step as a whole */
  readonly share?: string | undefined
  /** all reasons a person can take into their own list here */
  readonly reasons: readonly Reason[]
  /** ids of those in the person's list now, and of those the page lists to them: none where nobody is looking */
  readonly taken?: readonly string[] | undefined
  readonly listed?: readonly string[] | undefined
  /** how much it matters to the person, 1 to 3, if they have said */
  readonly importance?: number | undefined
  /** the stances the person has saved, the last one last */
  readonly history?: readonly string[] | undefined
  /** how many reasons of their list are there no more: hidden, or taken back by who wrote them */
  readonly gone?: number | undefined
  /** the person's stance on the proposition of an earlier version: it belongs to that version */
  readonly before?: { readonly version: number; readonly ask: PromptWords; readonly stance: string } | undefined
}

/** Other words for a part of the step, or another place or rule for it. Every step has it, folded; its id is `edit`. */
export type SuggestedEdit = Base & {
  readonly kind: 'suggested-edit'
  /** the parts the step has, each as it stands now; of its order and its rule there are no words */
  readonly parts: readonly { readonly part: EditPart; readonly present: PromptWords | undefined }[]
}

export type Prompt = Rating | Open | StatementVote | DataSharing | Automation | AnswersThis | Weighing | SuggestedEdit
export type PromptOf<K extends PromptKind> = Extract<Prompt, { kind: K }>
