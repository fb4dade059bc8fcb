import { html } from '../html.ts'
import { ask, options, why } from './fields.ts'
import type { PromptForm } from './index.ts'

export const sharing: PromptForm<'data-sharing'> = (prompt, context) => {
  const text = context.words.walk.prompts.sharing
  const { from, to } = context.words.walk.step
  const items = (['yes', 'ask-first', 'no'] as const).map((value) => ({ value, text: text[value] }))
  const data = prompt.data.map((id, i) => html`${i > 0 && ', '}${context.nameOf.data(id)}`)
  return html`${ask(text.ask)}<p class="govuk-body">${data}. ${from}: ${context.nameOf.party(prompt.from)}. ${to}: ${context.nameOf.party(prompt.to)}.</p>
${options(prompt, context, 'comfort', items)}${why(prompt, context)}`
}
