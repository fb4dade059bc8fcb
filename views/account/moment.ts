import type { Language } from '#src/i18n/language.ts'
import { type Html, html } from '../html.ts'

const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }
const SIZES = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

/** A moment of the real clock as people in Finland read it. */
export function moment(language: Language, at: number): Html {
  const said = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  })
  return html`<time datetime="${new Date(at).toISOString()}">${said.format(at)}</time>`
}

/** The time of day of a moment of the real clock: 12.03. */
export function clockTime(language: Language, at: number): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short', timeZone: 'Europe/Helsinki' }).format(at)
}

/** The day of a moment of the real clock. */
export function day(language: Language, at: number): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'short', timeZone: 'Europe/Helsinki' }).format(at)
}

/** How long ago a moment was, in its largest unit: 3 päivää sitten. */
export function ago(language: Language, at: number, now: number): Html {
  const passed = Math.max(0, now - at)
  const { unit, ms } = SIZES.find((size) => passed >= size.ms) ?? SIZES[2]
  const said = new Intl.RelativeTimeFormat(LOCALES[language]).format(-Math.floor(passed / ms), unit)
  return html`<time datetime="${new Date(at).toISOString()}">${said}</time>`
}
