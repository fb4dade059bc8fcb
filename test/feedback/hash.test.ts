import { expect, test } from 'vitest'
import { hash } from '#feedback/hash.ts'

test('the same text gives the same number everywhere, for ever', () => {
  expect([hash(''), hash('aino'), hash('aino ')]).toEqual([2872998923, 4147821782, 2344218232])
})

test('texts that differ in the last letter fall evenly into ten', () => {
  const counts = new Array<number>(10).fill(0)
  for (let i = 0; i < 10_000; i++) counts[hash(`walk ${i}`) % 10]!++
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
