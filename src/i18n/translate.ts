import { en } from './en/index.ts'
import { fi } from './fi/index.ts'
import type { Language } from './language.ts'
import type { Messages } from './messages.ts'
import { sv } from './sv/index.ts'

const ALL: Record<Language, Messages> = { fi, sv, en }

export function messages(language: Language): Messages {
  return ALL[language]
}
