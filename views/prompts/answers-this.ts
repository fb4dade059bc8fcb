import { html } from '../html.ts'
import { ask, options, words } from './fields.ts'
import type { PromptForm } from './index.ts'

export const answersThis: PromptForm<'answers-this'> = (prompt, context) => {
  const text = context.words.walk.prompts.answersThis
  const items = (['yes', 'partly', 'no'] as const).map((value) => ({ value, text: text[value] }))
  return html`${ask(text.ask)}${options(prompt, context, 'answer', items)}${words(prompt, context, 'text', text.missing, 2)}`
}
