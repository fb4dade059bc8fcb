import { html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { ask, options, why } from './fields.ts'
import type { PromptForm } from './index.ts'

export const rating: PromptForm<'rating'> = (prompt, context) => {
  const text = context.words.walk.prompts.rating
  const items =
    prompt.of === 'works'
      ? [
          { value: 'yes', text: text.works.yes },
          { value: 'partly', text: text.works.partly },
          { value: 'no', text: text.works.no },
        ]
      : ['1', '2', '3', '4', '5'].map((value) => ({
          value,
          text: endsOf(text[prompt.of as 'ease'], text.scale, value),
        }))
  return html`${ask(prompt.ask ? saidIn(context.language, prompt.ask) : text[prompt.of].ask)}${options(prompt, context, 'rating', items)}${why(prompt, context)}`
}

function endsOf(
  { low, high }: { low: string; high: string },
  scale: (n: string, low: string, high: string) => string,
  value: string,
): string {
  return value === '1' || value === '5' ? scale(value, low, high) : value
}
