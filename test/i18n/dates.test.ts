import { expect, test } from 'vitest'
import { dateRange, durationWords, longDate, shortDate } from '#src/i18n/dates.ts'

test('a date is written as each language writes it', () => {
  expect(longDate('fi', '2026-03-03')).toBe('3. maaliskuuta 2026')
  expect(longDate('sv', '2026-03-03')).toBe('3 mars 2026')
  expect(longDate('en', '2026-03-03')).toBe('3 March 2026')
  expect(shortDate('fi', '2026-03-03')).toBe('3.3.2026')
})

test('a date stays the same day whatever the machine’s zone', () => {
  expect(longDate('fi', '2026-01-01')).toBe('1. tammikuuta 2026')
  expect(longDate('fi', '2026-12-31')).toBe('31. joulukuuta 2026')
})

test('a period says the shared month and year once', () => {
  expect(dateRange('fi', '2026-03-03', '2026-03-05')).toBe('3.–5. maaliskuuta 2026')
  expect(dateRange('en', '2026-03-03', '2026-03-05')).toMatch(/^3\s?–\s?5 March 2026$/)
  expect(dateRange('sv', '2026-03-03', '2026-03-05')).toBe('3–5 mars 2026')
})

test.each([
  ['P3M', '3 kuukautta', '3 månader', '3 months'],
  ['P1M', '1 kuukausi', '1 månad', '1 month'],
  ['P1W', '1 viikko', '1 vecka', '1 week'],
  ['P1D', '1 päivä', '1 dag', '1 day'],
  ['P14D', '14 päivää', '14 dagar', '14 days'],
  ['P1Y6M', '1 vuosi ja 6 kuukautta', '1 år och 6 månader', '1 year and 6 months'],
  ['PT48H', '48 tuntia', '48 timmar', '48 hours'],
  ['P0D', '0 päivää', '0 dagar', '0 days'],
])('%s is said in words', (duration, fi, sv, en) => {
  expect([durationWords('fi', duration), durationWords('sv', duration), durationWords('en', duration)]).toEqual([
    fi,
    sv,
    en,
  ])
})

test('what is not a duration is not guessed at', () => {
  expect(() => durationWords('fi', 'P')).toThrow(RangeError)
  expect(() => durationWords('fi', '3 months')).toThrow(RangeError)
})
