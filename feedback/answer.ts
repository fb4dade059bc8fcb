import { rulesOf } from './kinds.ts'
import type { EditPart, Prompt, PromptKind, PromptWords } from './prompt.ts'
import type { Side } from './weighing/reasons.ts'
import type { InputMode } from './weighing/stance.ts'

/**
 * What a person said at a prompt. Every part is optional where another part can stand alone: somebody who writes why
 * without choosing an option has said something, and it is kept. Free texts are already cleaned and redacted.
 */
export type Answer =
  | RatingAnswer
  | OpenAnswer
  | StatementAnswer
  | DataSharingAnswer
  | AutomationAnswer
  | AnswersThisAnswer
  | WeighingAnswer
  | SuggestedEditAnswer
export type AnswerOf<K extends PromptKind> = Extract<Answer, { kind: K }>

export type RatingAnswer = {
  readonly kind: 'rating'
  /** `yes`, `partly` or `no` for the subject `works`; `1` (worst) to `5` (best) for ease, clarity and trust */
  readonly rating?: string | undefined
  readonly text?: string | undefined
}
export type OpenAnswer = { readonly kind: 'open'; readonly text: string }
export type StatementAnswer = {
  readonly kind: 'statement'
  readonly vote?: 'agree' | 'disagree' | 'pass' | undefined
  /** the statement the person added in their own words: one line, at most 280 characters */
  readonly own?: string | undefined
  readonly ownLanguage?: keyof PromptWords | undefined
  /** why they vote so, one line */
  readonly text?: string | undefined
  /** the statement matters to them */
  readonly important?: true | undefined
}
export type DataSharingAnswer = {
  readonly kind: 'data-sharing'
  readonly comfort?: 'yes' | 'ask-first' | 'no' | undefined
  readonly text?: string | undefined
}
export type AutomationAnswer = {
  readonly kind: 'automation'
  readonly wish?: 'do-it' | 'ask-first' | 'let-me' | undefined
  readonly text?: string | undefined
}

export type AnswersThisAnswer = {
  readonly kind: 'answers-this'
  readonly answer?: 'yes' | 'partly' | 'no' | undefined
  /** what is still missing */
  readonly text?: string | undefined
}

export type WeighingAnswer = {
  readonly kind: 'weighing'
  /** `-1` to `1` in tenths; undefined where nothing was touched: no stance is never 0 */
  readonly stance?: string | undefined
  readonly inputMode?: InputMode | undefined
  /** how much it matters to the person: 1 a little, 3 a lot */
  readonly importance?: number | undefined
  /** reasons in the person's list by this form, and those taken out of it */
  readonly taken: readonly string[]
  readonly left: readonly string[]
  /** a reason of their own: one line, and after it what they add to it */
  readonly own?: string | undefined
  readonly side?: Side | undefined
}

export type SuggestedEditAnswer = {
  readonly kind: 'suggested-edit'
  readonly part: EditPart
  /** the suggested words and why, in one text (suggested-edit.ts takes it apart) */
  readonly text: string
}

/** The closed options of a prompt in the order they are offered; none for an open question. */
export function optionsOf(prompt: Prompt): readonly string[] {
  return rulesOf(prompt).options(prompt)
}
