import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawVariant } from '#feedback/variant-draw.ts'

const RUNS = process.env.POLKU_LONG ? 5000 : 200

function drawn(seeds: readonly string[]): readonly (0 | 1)[] {
  const given: [number, number] = [0, 0]
  return seeds.map((seed) => {
    const one = drawVariant(given, seed)
    given[one] += 1
    return one
  })
}

describe('drawing one of two variants', () => {
  test('keeps the two within two of each other at every moment, among 30 to 80 walkers', () => {
    const walkers = fc.uniqueArray(fc.uuid(), { minLength: 30, maxLength: 80 })
    fc.assert(
      fc.property(walkers, (ids) => {
        let ahead = 0
        for (const one of drawn(ids)) {
          ahead += one === 0 ? 1 : -1
          expect(Math.abs(ahead)).toBeLessThanOrEqual(2)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('gives two of each to every four', () => {
    const all = drawn(Array.from({ length: 80 }, (_, i) => `walk ${i} bank`))
    for (let at = 0; at < all.length; at += 4) expect(all.slice(at, at + 4).filter((one) => one === 0)).toHaveLength(2)
  })

  test('answers the same for the same walk, and differs between walks', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(100), fc.nat(100), (seed, a, b) => {
        expect(drawVariant([a, b], seed)).toBe(drawVariant([a, b], seed))
      }),
      { numRuns: RUNS },
    )
    const firsts = Array.from({ length: 400 }, (_, i) => drawVariant([0, 0], `walk ${i}`))
    const ofFirst = firsts.filter((one) => one === 0).length
    expect(ofFirst).toBeGreaterThan(150)
    expect(ofFirst).toBeLessThan(250)
  })

  test('gives the one that lags behind where erased walks left the counts uneven', () => {
    for (let i = 0; i < 20; i++) expect(drawVariant([1, 9], `walk ${i}`)).toBe(0)
    for (let i = 0; i < 20; i++) expect(drawVariant([9, 1], `walk ${i}`)).toBe(1)
  })
})
