import type { AnswerOf } from './answer.ts'
import { answersThis } from './answers-this.ts'
import { automation } from './automation.ts'
import { dataSharing } from './data-sharing.ts'
import { open } from './open-answer.ts'
import type { PromptKind, PromptOf } from './prompt.ts'
import type { PromptForm } from './prompt-form.ts'
import { rating } from './rating.ts'
import { statement } from './statement.ts'
import { suggestedEdit } from './suggested-edit.ts'
import { weighing } from './weighing/weighing.ts'

/** All that is particular to one kind of prompt. */
export type KindRules<K extends PromptKind> = {
  /** the closed options in the order they are offered */
  options(prompt: PromptOf<K>): readonly string[]
  /** what the form says at this prompt, undefined when nothing; troubles gather in the form */
  read(prompt: PromptOf<K>, form: PromptForm): AnswerOf<K> | undefined
  /** the closed option the answer holds */
  optionOf(answer: AnswerOf<K>): string | undefined
}

const kinds: { readonly [K in PromptKind]: KindRules<K> } = {
  rating,
  open,
  statement,
  'data-sharing': dataSharing,
  automation,
  'answers-this': answersThis,
  weighing,
  'suggested-edit': suggestedEdit,
}

type OfKind<K extends PromptKind> = { [P in K]: { readonly kind: P } }[K]

/** The rules of a prompt or an answer, by its kind. */
export function rulesOf<K extends PromptKind>(of: OfKind<K>): KindRules<K> {
  return kinds[of.kind]
}
