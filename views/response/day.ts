import { longDate } from '#src/i18n/dates.ts'
import type { Language } from '#src/i18n/language.ts'
import { type Html, html } from '../html.ts'

/** A date in words that a machine can read too. */
export function dated(language: Language, date: string): Html {
  return html`<time datetime="${date}">${longDate(language, date)}</time>`
}
