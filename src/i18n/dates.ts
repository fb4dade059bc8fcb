import type { Language } from './language.ts'

const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

// Plain dates have no zone: read and written in the same one, no day is lost on the way.
const LONG = formats({ dateStyle: 'long', timeZone: 'UTC' })
const MONTH = formats({ month: 'long', year: 'numeric', timeZone: 'UTC' })
const SHORT = formats({ day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' })

/** An ISO date in words: 3. maaliskuuta 2026, 3 mars 2026, 3 March 2026. */
export function longDate(language: Language, date: string): string {
  return LONG[language].format(new Date(date))
}

/** As much of a date as is known (`2026`, `2026-11`, `2026-11-05`) in words: 2026, marraskuu 2026, 5. marraskuuta 2026. */
export function monthAndYear(language: Language, date: string): string {
  if (/^\d{4}$/.test(date)) return date
  return /^\d{4}-\d{2}$/.test(date) ? MONTH[language].format(new Date(date)) : longDate(language, date)
}

/** An ISO date in figures, for tables: 3.3.2026, 03/03/2026. */
export function shortDate(language: Language, date: string): string {
  return SHORT[language].format(new Date(date))
}

/** Two ISO dates as one period, what they share said once: 3.–5. maaliskuuta 2026. */
export function dateRange(language: Language, from: string, to: string): string {
  return LONG[language].formatRange(new Date(from), new Date(to))
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute'] as const

/** An ISO 8601 duration in words: P3M is 3 kuukautta, 3 månader, 3 months. Throws a RangeError for anything else. */
export function durationWords(language: Language, duration: string): string {
  const counts = DURATION.exec(duration)?.slice(1)
  if (!counts?.some(Boolean)) throw new RangeError(`not a duration: ${duration}`)

  const parts = UNITS.flatMap((unit, at) => (counts[at] ? [{ unit, count: Number(counts[at]) }] : []))
  const said = parts.filter(({ count }) => count > 0)
  return joined(
    language,
    (said.length > 0 ? said : parts.slice(0, 1)).map((part) => inWords(language, part)),
  )
}

type Part = { unit: (typeof UNITS)[number]; count: number }

function inWords(language: Language, { unit, count }: Part): string {
  // Intl says "dygn", which is a day and night; a period set by law is counted in days.
  if (language === 'sv' && unit === 'day') return count === 1 ? '1 dag' : `${count} dagar`
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

function joined(language: Language, words: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(words)
}

function formats(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  const format = (language: Language) => new Intl.DateTimeFormat(LOCALES[language], options)
  return { fi: format('fi'), sv: format('sv'), en: format('en') }
}
