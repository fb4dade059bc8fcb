import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Deadline, StepKey } from './definition.ts'

/** Where a period starts: a date fact, or the day a step was done. */
export type PeriodStart = string | { done: StepKey }
/** A deadline or a wait of a step. */
export type Period = Pick<Deadline, 'from' | 'add' | 'variants'>

const DAY = z.iso.date()
/** The last day whose ISO text still sorts as text. */
const LAST_DAY = '9999-12-31'
// A sum costs some 5 µs; a page asks for the same few sums again and again.
const REMEMBERED = 10_000
const sums = new Map<string, string>()

/**
 * The calendar date an ISO 8601 duration later; both are plain ISO dates without time or zone. Months are calendar months
 * and end at the month's last day where there is no such day: 2025-11-30 + P3M = 2026-02-28.
 * Ends at 9999-12-31. Throws a RangeError for text that is not a date or a duration.
 */
export function addDuration(date: string, duration: string): string {
  const key = `${date} ${duration}`
  const known = sums.get(key)
  if (known !== undefined) return known

  const sum = added(date, duration)
  if (sums.size >= REMEMBERED) sums.clear()
  sums.set(key, sum)
  return sum
}

/** The next calendar day. */
export function dayAfter(date: string): string {
  return addDuration(date, 'P1D')
}

/** The calendar day before. */
export function dayBefore(date: string): string {
  return addDuration(date, '-P1D')
}

/** True for text that is a day of the calendar: 2026-02-30 is not. */
export function isDate(text: string): boolean {
  return DAY.safeParse(text).success
}

/** The later of two ISO dates. */
export function laterOf(one: string, other: string): string {
  return one < other ? other : one
}

/** True when the first ISO date is earlier than the second; the same day is not. */
export function isBefore(one: string, other: string): boolean {
  return one < other
}

/**
 * The date a deadline or a wait falls on, or `undefined` while the day it counts from is not known. Of dated variants the
 * first whose `valid` holds the day counted from is used (both ends included), because law changes; otherwise `add`.
 */
export function dueDate(period: Period, dateOf: (start: PeriodStart) => string | undefined): string | undefined {
  const start = dateOf(period.from)
  if (start === undefined) return undefined

  const variant = period.variants?.find(({ valid }) => holdsOn(valid, start))
  return addDuration(start, variant?.add ?? period.add)
}

function holdsOn(valid: { from?: string | undefined; to?: string | undefined }, date: string): boolean {
  return (valid.from === undefined || valid.from <= date) && (valid.to === undefined || date <= valid.to)
}

function added(date: string, duration: string): string {
  const start = Temporal.PlainDate.from(date)
  const length = Temporal.Duration.from(duration)
  try {
    const sum = start.add(length)
    return sum.year > 9999 ? LAST_DAY : sum.toString()
  } catch {
    // Temporal's own calendar ends in the year 275760.
    return LAST_DAY
  }
}
