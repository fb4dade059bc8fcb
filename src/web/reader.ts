import { messages } from '#src/i18n/translate.ts'
import type { Reader } from '#views/walk/frame.ts'
import type { Context, Deps } from './context.ts'
import { alternates } from './language.ts'
import { readingOf } from './reading.ts'

/** What every page needs of the request. */
export function readerOf(c: Context, { assets, config }: Pick<Deps, 'assets' | 'config'>): Reader {
  const language = c.get('language')
  const reading = readingOf(c, config)
  return {
    language,
    words: messages(language, reading?.isPlain),
    assets,
    alternates: alternates(c),
    reading,
    formToken: c.get('formToken'),
  }
}
