import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf } from '#feedback/difference.ts'

describe('the difference of two shares', () => {
  test('is as in the published example: 56 of 70 against 48 of 80, 95 %', () => {
    const { by, low, high } = differenceOf({ k: 48, n: 80 }, { k: 56, n: 70 }, 1.96)
    expect([by, low, high].map((one) => one.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339'])
  })

  test('is told where the interval lies on one side of nothing', () => {
    expect(differenceOf({ k: 5, n: 20 }, { k: 18, n: 20 }).verdict).toBe('more')
    expect(differenceOf({ k: 18, n: 20 }, { k: 5, n: 20 }).verdict).toBe('less')
    expect(differenceOf({ k: 10, n: 20 }, { k: 12, n: 20 }).verdict).toBe('untold')
  })

  test('is not looked for among fewer than ten', () => {
    expect(differenceOf({ k: 0, n: 9 }, { k: 30, n: 30 }).verdict).toBe('few')
    expect(differenceOf({ k: 0, n: 0 }, { k: 0, n: 0 })).toMatchObject({ by: 0, verdict: 'few' })
  })

  test('turned around is the same the other way, and its interval holds it', () => {
    const share = fc.integer({ min: 1, max: 80 }).chain((n) => fc.record({ k: fc.nat(n), n: fc.constant(n) }))
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [there, back] = [differenceOf(one, other), differenceOf(other, one)]
        expect(there.by).toBeCloseTo(-back.by, 12)
        expect(there.low).toBeCloseTo(-back.high, 12)
        expect(there.low).toBeLessThanOrEqual(there.by + 1e-12)
        expect(there.high).toBeGreaterThanOrEqual(there.by - 1e-12)
      }),
    )
  })
})
