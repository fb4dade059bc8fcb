import { html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { ask, options, why } from './fields.ts'
import type { PromptForm } from './index.ts'

export const automation: PromptForm<'automation'> = (prompt, context) => {
  const text = context.words.walk.prompts.automation
  const items = (['do-it', 'ask-first', 'let-me'] as const).map((value) => ({ value, text: text[value] }))
  return html`${ask(prompt.ask ? saidIn(context.language, prompt.ask) : text.ask)}${options(prompt, context, 'wish', items)}${why(prompt, context)}`
}
