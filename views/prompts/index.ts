import type { Prompt, PromptKind, PromptOf } from '#feedback/prompt.ts'
import type { Language } from '#src/i18n/language.ts'
import type { Messages } from '#src/i18n/messages.ts'
import { type Html, html } from '../html.ts'
import { answersThis } from './answers-this.ts'
import { automation } from './automation.ts'
import { open } from './open.ts'
import { rating } from './rating.ts'
import { sharing } from './sharing.ts'
import { statement } from './statement.ts'
import { suggestedEdit } from './suggested-edit.ts'
import { weighing } from './weighing.ts'

/** What a prompt's fields show: what was typed now, else what was said before. */
export type Filled = {
  /** by field name: `p.works.rating` */
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}
export type PromptContext = {
  readonly language: Language
  readonly words: Messages
  readonly filled: Filled
  /** the names of the parties and data of a hand-over */
  readonly nameOf: { readonly party: (id: string) => Html | string; readonly data: (id: string) => Html | string }
  /** own words for a statement are asked once a page */
  readonly asksOwn: boolean
  /** after the step a vote may be followed by why, and by how much it matters */
  readonly asksWhy?: boolean | undefined
}
export type PromptForm<K extends PromptKind> = (prompt: PromptOf<K>, context: PromptContext) => Html

/** A new kind that has no form here does not compile. */
const forms: { readonly [K in PromptKind]: PromptForm<K> } = {
  rating,
  open,
  statement,
  'data-sharing': sharing,
  automation,
  'answers-this': answersThis,
  weighing,
  'suggested-edit': suggestedEdit,
}

/** One prompt as a fieldset of the step's form. Every field in it may be left empty. */
export function promptForm(prompt: Prompt, context: PromptContext): Html {
  const form = forms[prompt.kind] as PromptForm<PromptKind>
  return html`<fieldset class="govuk-fieldset polku-prompt" data-prompt="${prompt.id}" data-kind="${prompt.kind}">${form(prompt, context)}</fieldset>`
}
