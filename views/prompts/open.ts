import { html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { words } from './fields.ts'
import type { PromptForm } from './index.ts'

export const open: PromptForm<'open'> = (prompt, context) => {
  const text = context.words.walk.prompts.open
  return html`<legend class="govuk-visually-hidden">${context.words.walk.step.saySomething}</legend>${words(prompt, context, 'text', prompt.ask ? saidIn(context.language, prompt.ask) : text.ask, 4, text.hint)}`
}
