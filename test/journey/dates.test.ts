import { describe, expect, test } from 'vitest'
import { dateAfter, dateOf, deadlineOf } from '#src/journey/dates.ts'

const happened = {
  today: '2026-03-10',
  done: { 'estate/inventory': '2026-04-15', 'home/tenancy': null },
  aside: {},
  replied: {},
}
const aino = { facts: { died_on: '2025-11-30', will: null, place: 'hospital', pets: 3 }, happened }

describe('where a period starts', () => {
  test('on a date Aino told, or on the day a step was gone through', () => {
    expect(dateOf('died_on', aino)).toBe('2025-11-30')
    expect(dateOf({ done: 'estate/inventory' }, aino)).toBe('2026-04-15')
  })

  test('is not known while she has not told it, or the step is not done', () => {
    expect(dateOf('will', aino)).toBeUndefined()
    expect(dateOf('married_on', aino)).toBeUndefined()
    expect(dateOf({ done: 'estate/deed-to-tax' }, aino)).toBeUndefined()
  })

  test('is not known where a step was done before time began, or where the fact is no date', () => {
    expect(dateOf({ done: 'home/tenancy' }, aino)).toBeUndefined()
    expect(dateOf('pets', aino)).toBeUndefined()
  })
})

test('a wait ends by the calendar: three months after the last of November is the last of February', () => {
  expect(dateAfter({ from: 'died_on', add: 'P3M' }, aino)).toBe('2026-02-28')
  expect(dateAfter({ from: { done: 'estate/inventory' }, add: 'P1M' }, aino)).toBe('2026-05-15')
  expect(dateAfter({ from: 'married_on', add: 'P3M' }, aino)).toBeUndefined()
})

describe('a deadline', () => {
  const variants = [
    { valid: { to: '2025-12-31' }, add: 'P1M' },
    { valid: { from: '2026-01-01' }, add: 'P6M' },
  ]

  test('is none where the step has none or its start is not known', () => {
    expect(deadlineOf({}, aino)).toBeUndefined()
    expect(deadlineOf({ deadline: { from: 'married_on', add: 'P3M' } }, aino)).toBeUndefined()
  })

  test('follows the law of the day its period starts', () => {
    const due = (died_on: string) =>
      deadlineOf({ deadline: { from: 'died_on', add: 'P3M', variants } }, { ...aino, facts: { died_on } })
    expect(due('2025-12-31')).toBe('2026-01-31')
    expect(due('2026-01-01')).toBe('2026-07-01')
    expect(deadlineOf({ deadline: { from: 'died_on', add: 'P3M' } }, aino)).toBe('2026-02-28')
  })
})
