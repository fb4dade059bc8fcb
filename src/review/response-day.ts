const DAY = 24 * 60 * 60 * 1000
// Sweden writes dates as ISO does.
const HELSINKI = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Helsinki' })

/** The calendar date in Finland of a moment, as 2026-12-01: answers are promised and given by days. */
export function dayOf(at: number): string {
  return HELSINKI.format(at)
}

/** The date that many days later. */
export function daysAfter(at: number, days: number): string {
  return dayOf(at + days * DAY)
}
