import { messages } from '#src/i18n/translate.ts'
import type { Reader } from '#views/walk/frame.ts'
import type { Context, Deps } from './context.ts'
import { alternates } from './language.ts'

/** What every page needs of the request. */
export function readerOf(c: Context, { assets }: Pick<Deps, 'assets'>): Reader {
  const language = c.get('language')
  return { language, words: messages(language), assets, alternates: alternates(c), formToken: c.get('formToken') }
}
