import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from '#feedback/interval.ts'
import { BINS, binCounts, binOf, classOf, distributionOf, edgesOf } from '#feedback/weighing/distribution.ts'
import { adoptionOf, consideredBothSides, crossSide, isCrossSide, movementOf } from '#feedback/weighing/reasons.ts'
import { serve } from '#feedback/weighing/serving.ts'
import { FIVE, leaningOf, levelOf, STANCES, stanceText, tenthsOf } from '#feedback/weighing/stance.ts'
import { weighed } from './appeal.ts'

const RUNS = process.env.POLKU_LONG ? 5000 : 100
const SIMULATED = process.env.POLKU_LONG ? 201 : 31

describe('a stance', () => {
  it('goes from -1 to 1 in tenths, and is written as people write it', () => {
    expect(STANCES).toHaveLength(21)
    expect([STANCES[0], STANCES[9], STANCES[10], STANCES[11], STANCES[20]]).toEqual(['-1', '-0.1', '0', '0.1', '1'])
    expect(FIVE.every((stance) => STANCES.includes(stance))).toBe(true)
    for (const text of STANCES) expect(stanceText(tenthsOf(text) ?? Number.NaN)).toBe(text)
  })

  it('is not there when nothing was touched, and never 0', () => {
    for (const text of ['', ' ', '-0', '0.0', '0.15', '1.1', 'nan', '-.5']) expect(tenthsOf(text)).toBeUndefined()
  })

  it('leans from three tenths on, and has words of its own strength', () => {
    expect([-10, -3, -2, 0, 2, 3, 10].map(leaningOf)).toEqual([
      'against',
      'against',
      'middle',
      'middle',
      'middle',
      'for',
      'for',
    ])
    expect([-10, -9, -8, -5, -4, -3, 0, 3, 5, 9].map(levelOf)).toEqual([
      'against-3',
      'against-3',
      'against-2',
      'against-2',
      'against-1',
      'against-1',
      'middle',
      'for-1',
      'for-2',
      'for-3',
    ])
  })
})

describe('the distribution', () => {
  const halves = distributionOf({ '-1': 15, '1': 15 })

  it('has nine bins that mirror each other and hold every stance once', () => {
    const all = Array.from({ length: 21 }, (_, i) => i - 10)
    expect(new Set(all.map(binOf))).toEqual(new Set(BINS))
    for (const tenths of all) expect(BINS.indexOf(binOf(-tenths))).toBe(8 - BINS.indexOf(binOf(tenths)))
    expect(FIVE.map((stance) => binOf(tenthsOf(stance) ?? 0))).toEqual([
      'against-4',
      'against-2',
      'middle',
      'for-2',
      'for-4',
    ])
    expect(edgesOf('against-4')).toEqual([-10, -9])
    expect(edgesOf('middle')).toEqual([-2, 2])
  })

  it('has shares that are sums of whole bins, so that the two together tell no more than the bins do', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...STANCES), fc.nat(20)), (counts) => {
        const bins = binCounts(counts)
        const { against, middle, for: inFavour, n } = distributionOf(counts)
        const sum = (of: readonly (keyof typeof bins)[]) => of.reduce((total, bin) => total + bins[bin], 0)
        expect(sum(BINS.slice(0, 4))).toBe(against)
        expect(bins.middle).toBe(middle)
        expect(sum(BINS.slice(5))).toBe(inFavour)
        expect(sum(BINS)).toBe(n)
      }),
      { numRuns: RUNS },
    )
  })

  it('has median, mean and standard deviation', () => {
    const { n, median, mean, sd } = distributionOf({ '-0.5': 1, '0': 1, '0.5': 1, '1': 1, nonsense: 9 })
    expect({ n, median, mean }).toEqual({ n: 4, median: 0.25, mean: 0.25 })
    expect(sd).toBeCloseTo(Math.sqrt(0.3125), 12)
    expect(distributionOf({ '0.3': 3 }).median).toBe(0.3)
    expect(distributionOf({})).toEqual({
      n: 0,
      median: undefined,
      mean: undefined,
      sd: undefined,
      against: 0,
      middle: 0,
      for: 0,
      split: 0,
    })
  })

  it('has a split index of 1 with half and half at the poles and 0 with everybody on one side', () => {
    expect(halves.split).toBe(1)
    expect(distributionOf({ '0.3': 40 }).split).toBe(0)
    expect(distributionOf({ '-0.3': 1, '0': 2, '0.3': 1 }).split).toBe(0.25)
    // Just inside the cuts nobody has a side.
    expect(distributionOf({ '-0.2': 10, '0.2': 10 }).split).toBe(0)
  })

  it('is turned round when every stance is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...STANCES), fc.nat(20)), (counts) => {
        const turned = Object.fromEntries(
          Object.entries(counts).map(([text, n]) => [stanceText(-(tenthsOf(text) ?? 0) + 0), n]),
        )
        const [so, other] = [distributionOf(counts), distributionOf(turned)]
        expect(other.split).toBe(so.split)
        expect([other.against, other.for]).toEqual([so.for, so.against])
        expect((other.mean ?? 0) + (so.mean ?? 0)).toBeCloseTo(0, 9)
        expect((other.median ?? 0) + (so.median ?? 0)).toBeCloseTo(0, 9)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('the class of a proposition', () => {
  it('says nothing of fewer than twenty people', () => {
    expect(classOf(distributionOf({ '1': 19 }))).toBe('thin')
    expect(classOf(distributionOf({ '1': 20 }))).toBe('settled_for')
  })

  it('is settled, split or lukewarm by median and split index', () => {
    expect(classOf(distributionOf({ '-1': 19, '1': 1 }))).toBe('settled_against')
    expect(classOf(distributionOf({ '-1': 10, '1': 10 }))).toBe('split')
    expect(classOf(distributionOf({ '0': 20 }))).toBe('lukewarm')
    expect(classOf({ n: 20, median: 0.5, split: 0.29 })).toBe('settled_for')
    expect(classOf({ n: 20, median: 0.5, split: 0.3 })).toBe('lukewarm')
    expect(classOf({ n: 20, median: 0.4, split: 0.1 })).toBe('lukewarm')
    expect(classOf({ n: 20, median: 0.9, split: 0.5 })).toBe('split')
  })
})

describe('a reason', () => {
  it('is ranked by the lower end of the interval of adopted in exposed', () => {
    expect(adoptionOf({ adopted: 3, exposed: 10 })).toBe(wilson(3, 10, 1.64).low)
    expect(adoptionOf({ adopted: 1, exposed: 1 })).toBeLessThan(adoptionOf({ adopted: 20, exposed: 25 }))
    expect(adoptionOf({ adopted: 0, exposed: 0 })).toBe(0)
  })

  it('crosses sides only when ten of each side have seen it and both take it', () => {
    const seen = (exposed: number, adopted: number) => ({ exposed, adopted })
    expect(crossSide({ for: seen(9, 9), against: seen(40, 40) })).toBeUndefined()
    expect(crossSide({ for: seen(10, 8), against: seen(20, 4) })).toBe(adoptionOf(seen(20, 4)))
    expect(isCrossSide({ for: seen(10, 9), against: seen(10, 8) })).toBe(true)
    expect(isCrossSide({ for: seen(10, 9), against: seen(10, 1) })).toBe(false)
    expect(isCrossSide({ for: seen(9, 9), against: seen(9, 9) })).toBe(false)
  })

  it('for and one against in the same list is considering both sides', () => {
    expect(consideredBothSides([['for', 'against'], ['for', 'condition'], [], ['against']])).toEqual({ both: 1, of: 3 })
  })
})

describe('movement', () => {
  it('is from the first stance to the last, of those who gave more than one', () => {
    const histories = [[5], [-5, 0, 5], [5, -10], [0, 3], [2, 8, 2], []]
    expect(movementOf(histories)).toEqual({ revised: 4, up: 2, down: 1, back: 1, crossed: 2 })
  })
})

describe('serving reasons', () => {
  const reason = (id: string, side: 'for' | 'against' | 'condition', exposed: number) => ({ id, side, exposed })
  const many = Array.from({ length: 12 }, (_, i) => reason(`r${i}`, i < 8 ? 'for' : 'against', i % 3))

  it('takes the kinds in turn, the least seen first', () => {
    const served = serve(
      [reason('a', 'for', 3), reason('b', 'for', 1), reason('c', 'against', 9), reason('d', 'condition', 0)],
      'somebody',
    )
    expect(new Set(served.slice(0, 3).map(({ side }) => side)).size).toBe(3)
    expect(served.filter(({ side }) => side === 'for').map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('is five at a time, and all there are when one kind has run out', () => {
    expect(serve(many, 'seed')).toHaveLength(5)
    expect(serve(many.slice(0, 4), 'seed')).toHaveLength(4)
    expect(serve([], 'seed')).toEqual([])
  })

  it('depends on neither the order of the reasons nor on anything but the seed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: 12 }), fc.string(), (shuffled, seed) => {
        expect(serve(shuffled, seed)).toEqual(serve(many, seed))
      }),
      { numRuns: RUNS },
    )
    const firsts = Array.from({ length: 60 }, (_, i) => serve(many, `walker ${i}`)[0]?.id)
    expect(new Set(firsts).size).toBeGreaterThan(3)
  })

  // With ten showings each, chance alone takes single runs down to 0.5 (participation.md 9.3): the mean of many is held to it.
  it.each([
    [60, 0.75],
    [400, 0.9],
  ])('finds the planted appeal of 30 reasons again with %i people', (people, wanted) => {
    for (const first of [0, 1000, 5000]) {
      const runs = Array.from({ length: SIMULATED }, (_, i) => weighed(people, 30, first + i + 1))
      const spearman = runs.reduce((sum, run) => sum + run.spearman, 0) / runs.length
      expect(spearman).toBeGreaterThanOrEqual(wanted)
      expect(Math.min(...runs.map(({ leastShown }) => leastShown))).toBeGreaterThan((people * 5) / 30 / 2)
    }
  })
})
