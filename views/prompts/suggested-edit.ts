import type { PromptOf } from '#feedback/prompt.ts'
import { html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { ask, options, words } from './fields.ts'
import type { PromptContext, PromptForm } from './index.ts'

/** Other words for a part of the step: which part, how it would be better, and why. */
export const suggestedEdit: PromptForm<'suggested-edit'> = (prompt, context) => {
  const text = context.words.suggestedEdits
  return html`${ask(text.ask)}<p class="govuk-hint">${text.hint}</p>
${options(prompt, context, 'part', partsOf(prompt, context))}
${words(prompt, context, 'words', text.words, 3, text.wordsHint)}
${words(prompt, context, 'why', text.why, 2)}`
}

function partsOf({ parts }: PromptOf<'suggested-edit'>, { language, words }: PromptContext) {
  return parts.map(({ part, present }) => ({
    value: part,
    text: words.suggestedEdits.parts[part],
    ...(present && { hint: { text: saidIn(language, present) } }),
  }))
}
