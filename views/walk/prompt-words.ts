import type { Prompt } from '#feedback/prompt.ts'
import { BINS } from '#feedback/weighing/distribution.ts'
import type { Language } from '#src/i18n/language.ts'
import type { Messages } from '#src/i18n/messages.ts'
import type { Html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { binWords, stanceWords } from './stance-words.ts'

type Words = { readonly language: Language; readonly words: Messages }

/** A prompt's question as a person reads it. */
export function questionText({ language, words }: Words, prompt: Prompt): Html | string {
  const text = words.walk.prompts
  if (prompt.kind === 'statement') return saidIn(language, prompt.text)
  if (prompt.kind === 'weighing') return saidIn(language, prompt.ask)
  if (prompt.ask) return saidIn(language, prompt.ask)
  switch (prompt.kind) {
    case 'rating':
      return text.rating[prompt.of].ask
    case 'open':
      return text.open.ask
    case 'data-sharing':
      return text.sharing.ask
    case 'automation':
      return text.automation.ask
    case 'answers-this':
      return text.answersThis.ask
    case 'suggested-edit':
      return words.suggestedEdits.ask
  }
}

/** An option as a person reads it. Unknown options (of an earlier version) stand as they are. */
export function optionText({ language, words }: Words, prompt: Prompt, option: string): string {
  if (prompt.kind === 'weighing') {
    const bin = BINS.find((one) => one === option)
    return bin ? binWords({ language, words }, bin) : stanceWords({ language, words }, option)
  }
  const text = words.walk.prompts
  const known: Readonly<Record<string, unknown>> = {
    rating: text.rating.works,
    statement: text.statement,
    'data-sharing': text.sharing,
    automation: text.automation,
    'answers-this': text.answersThis,
    'suggested-edit': words.suggestedEdits.parts,
  }
  const own = known[prompt.kind] as Readonly<Record<string, unknown>> | undefined
  return typeof own?.[option] === 'string' ? (own[option] as string) : option
}
