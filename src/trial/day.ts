const IN_FINLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' })
const DAY = 24 * 60 * 60 * 1000

/** The calendar date in Finland at a moment: a trial's dates are days there. */
export function dayOf(at: number): string {
  return IN_FINLAND.format(at)
}

/** The date so many days after the day of a moment. */
export function dayAfter(at: number, days: number): string {
  return new Date(Date.parse(dayOf(at)) + days * DAY).toISOString().slice(0, 10)
}
