import { longDate } from '#src/i18n/dates.ts'
import type { Language } from '#src/i18n/language.ts'
import { type Html, html } from '../html.ts'

/** A calendar date that scripts can read too. */
export function onDay(language: Language, date: string): Html {
  return html`<time datetime="${date}">${longDate(language, date)}</time>`
}
