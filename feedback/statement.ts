import type { KindRules } from './kinds.ts'

const VOTES = ['agree', 'disagree', 'pass'] as const
const LANGUAGES = ['fi', 'sv', 'en'] as const

export const statement: KindRules<'statement'> = {
  options: () => VOTES,
  read(_prompt, form) {
    const vote = form.option('vote', VOTES)
    const text = form.text('text', 'why')
    const important = form.option('important', ['yes']) ? true : undefined
    const own = form.text('own', 'statement')
    const language = form.option('ownLanguage', LANGUAGES)
    const ownLanguage = own === undefined ? undefined : language
    if (vote === undefined && own === undefined && text === undefined) return undefined
    return { kind: 'statement', vote, own, ownLanguage, text, important }
  },
  optionOf: (answer) => answer.vote,
}
