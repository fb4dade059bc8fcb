import type { KindRules } from './kinds.ts'

const VOTES = ['agree', 'disagree', 'pass'] as const
const LANGUAGES = ['fi', 'sv', 'en'] as const

export const statement: KindRules<'statement'> = {
  options: () => VOTES,
  read(_prompt, form) {
    const vote = form.option('vote', VOTES)
    const own = form.text('own', 'statement')
    const language = form.option('ownLanguage', LANGUAGES)
    const ownLanguage = own === undefined ? undefined : language
    return vote === undefined && own === undefined ? undefined : { kind: 'statement', vote, own, ownLanguage }
  },
  optionOf: (answer) => answer.vote,
}
