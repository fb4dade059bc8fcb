import { describe, expect, test } from 'vitest'
import { addDuration, dayAfter, dayBefore, dueDate, isBefore, isDate, laterOf } from '#src/journey/calendar.ts'

describe('calendar days', () => {
  test.each([
    ['2026-03-01', 'P3M', '2026-06-01'],
    ['2025-11-30', 'P3M', '2026-02-28'],
    ['2023-11-30', 'P3M', '2024-02-29'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-03-28', 'P1D', '2026-03-29'],
    ['2026-12-24', 'P2W', '2027-01-07'],
    ['2026-01-31', 'P1M1D', '2026-03-01'],
    ['2026-03-01', 'P0D', '2026-03-01'],
  ])('%s and %s is %s', (date, duration, expected) => {
    expect(addDuration(date, duration)).toBe(expected)
    expect(addDuration(date, duration)).toBe(expected)
  })

  test('never leave the days whose text can be compared', () => {
    expect(addDuration('9999-12-01', 'P1M')).toBe('9999-12-31')
    expect(addDuration('9999-01-01', 'P999Y9999M9999W99999D')).toBe('9999-12-31')
  })

  test('what is no date or no duration is refused', () => {
    expect(() => addDuration('yesterday', 'P1D')).toThrow(RangeError)
    expect(() => addDuration('2026-02-30', 'P1D')).toThrow(RangeError)
    expect(() => addDuration('2026-02-01', 'soon')).toThrow(RangeError)
    expect(isDate('2026-02-28')).toBe(true)
    expect(isDate('2026-02-30')).toBe(false)
  })

  test('follow and precede each other', () => {
    expect(dayAfter('2026-02-28')).toBe('2026-03-01')
    expect(dayBefore('2026-01-01')).toBe('2025-12-31')
    expect(laterOf('2026-03-01', '2026-02-28')).toBe('2026-03-01')
    expect(laterOf('2026-02-28', '2026-03-01')).toBe('2026-03-01')
    expect(isBefore('2026-02-28', '2026-03-01')).toBe(true)
    expect(isBefore('2026-03-01', '2026-03-01')).toBe(false)
  })
})

describe('a deadline', () => {
  const inventory = {
    from: 'died_on',
    add: 'P3M',
    variants: [
      { valid: { to: '2025-12-31' }, add: 'P1M' },
      { valid: { from: '2026-01-01', to: '2026-06-30' }, add: 'P2M' },
      { valid: { from: '2026-07-01' }, add: 'P4M' },
    ],
  }

  test.each([
    ['2025-12-31', '2026-01-31'],
    ['2026-01-01', '2026-03-01'],
    ['2026-06-30', '2026-08-30'],
    ['2026-07-01', '2026-11-01'],
  ])('counted from %s follows the law of that day: %s', (from, due) => {
    expect(dueDate(inventory, () => from)).toBe(due)
  })

  test('without a fitting variant follows the general rule', () => {
    expect(dueDate({ ...inventory, variants: [{ valid: { to: '2000-01-01' }, add: 'P1D' }] }, () => '2026-01-31')).toBe(
      '2026-04-30',
    )
  })

  test('stays open while the day it counts from is not known', () => {
    expect(dueDate(inventory, () => undefined)).toBeUndefined()
  })

  test('may count from the day a step was done', () => {
    const toTax = { from: { done: 'estate/inventory' as const }, add: 'P1M' }
    expect(
      dueDate(toTax, (start) =>
        typeof start === 'object' && start.done === 'estate/inventory' ? '2026-05-31' : undefined,
      ),
    ).toBe('2026-06-30')
  })
})
