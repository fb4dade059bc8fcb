import { describe, expect, it } from 'vitest'
import { type WeighedCounts, weighingFigures } from '#src/review/weighing-report.ts'
import type { Received } from '#src/walk/weighing-store.ts'

const SIDES = new Map([
  ['seed.quick', 'for'],
  ['seed.mice', 'against'],
  ['seed.rare', 'condition'],
] as const)

const counts = (more: Partial<WeighedCounts>): WeighedCounts => ({
  stances: {},
  received: [],
  lists: [],
  histories: [],
  ...more,
})
const figures = (...modes: Partial<WeighedCounts>[]) => weighingFigures(modes.map(counts), SIDES)
const seen = (reason: string, stance: string | undefined, exposed: number, adopted: number): Received => ({
  ...{ prompt: 'tell-once', reason, stance },
  ...{ exposed, adopted },
})

describe('the figures of a weighed proposition', () => {
  it('describe the stances of twenty people, and of fewer only how many they are', () => {
    const stances = { '-1': 10, '1': 15 }
    const { class: of, people, numbers } = figures({ stances })
    expect(of).toBe('split')
    expect(people).toMatchObject({ n: 25, against: 10, middle: 0, for: 15 })
    expect(numbers).toEqual({ median: 1, mean: 0.2, sd: 1, split: 1 })

    const few = figures({ stances: { '1': 19 } })
    expect(few.class).toBe('thin')
    expect(few.people.n).toBe(19)
    expect(Object.values(few.numbers)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('withhold a share with a withheld bin in it: the two together would tell of single people', () => {
    // For-4 holds two people, so it and the next smallest bin are withheld.
    const { people } = figures({ stances: { '1': 2, '0.5': 8, '-0.5': 20 } })
    expect(people).toMatchObject({ n: 30, for: undefined, against: 20, middle: 0 })
  })

  it('are withheld mode by mode: what one mode hides the sum of them does not tell', () => {
    expect(figures({ stances: { '1': 30 } }, { stances: { '1': 3 } })).toMatchObject({
      class: 'thin',
      people: { n: undefined },
      numbers: { mean: undefined },
    })
    expect(figures({ stances: { '1': 30 } }, { stances: { '1': 5 } }).people.n).toBe(35)
  })

  it('tell who has weighed both sides, and how stances moved; a new importance is no move', () => {
    const lists = [...Array(10).fill(['seed.quick', 'seed.mice']), ...Array(10).fill(['seed.quick'])]
    const histories = [...Array(6).fill(['-1', '1']), ...Array(6).fill(['1', '1', '0.5']), ...Array(9).fill(['0', '0'])]
    expect(figures({ lists, histories }).people).toMatchObject({
      ...{ lists: 20, both: 10, revised: 12, up: 6, down: 6 },
      crossed: 6,
    })
  })

  it('rank reasons by the cautious share of those who saw them, with each side’s own', () => {
    const received = [
      seen('seed.quick', '1', 20, 15),
      seen('seed.quick', '-1', 20, 12),
      seen('seed.mice', '1', 20, 5),
      seen('seed.mice', '-1', 20, 15),
      seen('seed.rare', undefined, 3, 1),
    ]
    const { reasons } = figures({ received })
    expect(reasons.map(({ reason }) => reason)).toEqual(['seed.quick', 'seed.mice', 'seed.rare'])
    expect(reasons[0]).toMatchObject({
      ...{ side: 'for', exposed: 40, adopted: 27, isCrossing: true },
      bySide: { for: { exposed: 20, adopted: 15 }, against: { exposed: 20, adopted: 12 } },
    })
    expect(reasons[1]?.isCrossing).toBe(false)
    expect(reasons[2]).toMatchObject({ exposed: undefined, adopted: undefined })
  })

  it('never tell of the few who did not take a reason', () => {
    const { reasons } = figures({ received: [seen('seed.quick', '1', 10, 9), seen('seed.quick', '-1', 10, 1)] })
    expect(reasons[0]).toMatchObject({ exposed: 20, adopted: 10, bySide: { for: { exposed: 10, adopted: undefined } } })
  })
})
