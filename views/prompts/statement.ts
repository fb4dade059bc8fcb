import type { StatementVote } from '#feedback/prompt.ts'
import { fieldName } from '#feedback/read-answer.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { ask, options, words } from './fields.ts'
import type { PromptContext, PromptForm } from './index.ts'

export const statement: PromptForm<'statement'> = (prompt, context) => {
  const text = context.words.walk.prompts.statement
  const items = (['agree', 'disagree', 'pass'] as const).map((value) => ({ value, text: text[value] }))
  return html`${ask(html`${text.ask} <span class="polku-statement">${saidIn(context.language, prompt.text)}</span>`)}<p class="govuk-hint">${text.origin[prompt.origin]}</p>${original(prompt, context)}
${options(prompt, context, 'vote', items)}${context.asksWhy && whyAndHowMuch(prompt, context)}${context.asksOwn && words(prompt, context, 'own', text.own, 2, text.ownHint)}`
}

/** Whoever reads a translation has the author's own words one press away. */
function original({ text, original }: StatementVote, { language, words }: PromptContext): Html | undefined {
  if (original === undefined || original === language || text[language] === undefined) return undefined
  const own = html`<p class="govuk-body" lang="${original}">${text[original]}</p>`
  return html`<p class="govuk-hint">${words.statements.translated}</p>${details({ summaryText: words.statements.original, text: own })}`
}

function whyAndHowMuch(prompt: StatementVote, context: PromptContext): Html {
  const text = context.words.statements
  const name = fieldName(prompt.id, 'important')
  // What was not ticked is not sent: the form says that it asked.
  return html`${words(prompt, context, 'text', text.why, 1)}<input type="hidden" name="${fieldName(prompt.id, 'asks')}" value="1">${checkboxes({ name, idPrefix: name, values: [context.filled.values[name] ?? ''], classes: 'govuk-checkboxes--small', items: [{ value: 'yes', text: text.important }] })}`
}
