import { createHash } from 'node:crypto'
import { LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'

/** Which wording of the information notice a participant was shown: kept with them, so that it can be proved later. */
export const NOTICE_HASH = createHash('sha256')
  .update(LANGUAGES.map((language) => messages(language).walk.journey.notice).join('\n'))
  .digest('hex')
  .slice(0, 16)
