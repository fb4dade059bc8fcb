import { createHash } from 'node:crypto'
import { LANGUAGES, type Language } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'

/**
 * Which wording a participant was shown, the few lines before the start and the whole notice they lead to: kept with
 * them, so that it can be proved later. It is information, not consent: when it changes, nobody is asked again.
 */
export const NOTICE_HASH = createHash('sha256').update(LANGUAGES.map(wordsOf).join('\n')).digest('hex').slice(0, 16)

function wordsOf(language: Language): string {
  const { walk, info } = messages(language)
  return `${walk.journey.notice}\n${JSON.stringify(info.privacy)}`
}
