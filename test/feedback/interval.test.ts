import { expect, test } from 'vitest'
import { smoothed, wilson } from '#feedback/interval.ts'

test('the interval of eight in ten, 95 % and 90 %', () => {
  expect(wilson(8, 10, 1.96).low).toBeCloseTo(0.4902, 4)
  expect(wilson(8, 10, 1.96).high).toBeCloseTo(0.9433, 4)
  expect(wilson(8, 10).low).toBeCloseTo(0.5416, 4)
  expect(wilson(8, 10).high).toBeCloseTo(0.9312, 4)
})

test('none, all and nobody stay within zero and one', () => {
  expect(wilson(0, 10).low).toBe(0)
  expect(wilson(10, 10).high).toBe(1)
  expect(wilson(0, 10).high).toBeCloseTo(1 - wilson(10, 10).low, 12)
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
})

test('one of one is not a hundred per cent', () => {
  expect(smoothed(1, 1)).toBeCloseTo(2 / 3)
  expect(smoothed(0, 0)).toBe(0.5)
})
