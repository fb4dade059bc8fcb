import type { Prompt } from '#feedback/prompt.ts'
import { fieldName } from '#feedback/read-answer.ts'
import { radios } from '../components/radios.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import type { PromptContext } from './index.ts'

/** The question of a prompt: the legend of its fieldset. */
export function ask(text: Html | string): Html {
  return html`<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${text}</legend>`
}

export function options(
  prompt: Prompt,
  context: PromptContext,
  field: string,
  items: readonly { value: string; text: string }[],
): Html {
  const name = fieldName(prompt.id, field)
  return radios({
    name,
    idPrefix: name,
    value: context.filled.values[name],
    items,
    classes: 'govuk-radios--small',
    errorMessage: errorAt(context, name),
  })
}

/** "Why?": one optional line under the options. */
export function why(prompt: Prompt, context: PromptContext): Html {
  return words(prompt, context, 'text', context.words.walk.prompts.why, 2)
}

export function words(
  prompt: Prompt,
  context: PromptContext,
  field: string,
  label: Html | string,
  rows: number,
  hint?: string,
): Html {
  const name = fieldName(prompt.id, field)
  return textarea({
    name,
    label: { text: label },
    rows,
    value: context.filled.values[name],
    hint: hint ? { text: hint } : undefined,
    errorMessage: errorAt(context, name),
  })
}

/** What is wrong at a field, as its component shows it. */
export function errorAt({ filled, words: { site } }: PromptContext, name: string) {
  const text = filled.errors[name]
  return text === undefined ? undefined : { text, visuallyHiddenText: site.errorPrefix.replace(/:$/, '') }
}
