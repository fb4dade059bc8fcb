import { en } from './en/index.ts'
import { fi } from './fi/index.ts'
import { plainFinnish } from './fi/plain.ts'
import type { Language } from './language.ts'
import type { Messages } from './messages.ts'
import { sv } from './sv/index.ts'

const ALL: Record<Language, Messages> = { fi, sv, en }

/** The site's words. Of Finnish there is a plain variant too. */
export function messages(language: Language, isPlain = false): Messages {
  return isPlain && language === 'fi' ? plainFinnish : ALL[language]
}
