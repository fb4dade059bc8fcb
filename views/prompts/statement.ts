import { html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { ask, options, words } from './fields.ts'
import type { PromptForm } from './index.ts'

export const statement: PromptForm<'statement'> = (prompt, context) => {
  const text = context.words.walk.prompts.statement
  const items = (['agree', 'disagree', 'pass'] as const).map((value) => ({ value, text: text[value] }))
  return html`${ask(html`${text.ask} <span class="polku-statement">${saidIn(context.language, prompt.text)}</span>`)}<p class="govuk-hint">${text.origin[prompt.origin]}</p>
${options(prompt, context, 'vote', items)}${context.asksOwn && words(prompt, context, 'own', text.own, 2, text.ownHint)}`
}
