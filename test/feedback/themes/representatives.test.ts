import { describe, expect, test } from 'vitest'
import { coverageOf } from '#feedback/themes/coverage.ts'
import { featuresOf } from '#feedback/themes/features.ts'
import { representatives } from '#feedback/themes/representatives.ts'

const said = (id: string, text: string, person = id, standpoint = 'for') => ({
  ...{ id, person, standpoint, features: featuresOf(text) },
})
const TEXTS = [
  said('a', 'Odotin pankin todistusta kolme viikkoa'),
  said('b', 'Pankin todistusta odotin viikkoa'),
  said('c', 'Todistusta pankista odotin'),
  said('d', 'Todistus tuli pankista nopeasti', 'd', 'against'),
  said('e', 'Koira haukkui'),
]

describe('what speaks for a theme', () => {
  test('is first the text most like all others, then one of another standpoint', () => {
    const [first, second] = representatives(TEXTS, 3)
    expect(['a', 'b', 'c']).toContain(first)
    expect(second).toBe('d')
  })

  test('is one text a person, and no more than asked for', () => {
    const own = TEXTS.map((one) => ({ ...one, person: 'aino' }))
    expect(representatives(own, 3)).toHaveLength(1)
    expect(representatives(TEXTS, 2)).toHaveLength(2)
    expect(representatives([], 3)).toEqual([])
  })

  test('is the same in whatever order the texts come', () => {
    expect(representatives(TEXTS.toReversed(), 3)).toEqual(representatives(TEXTS, 3))
  })
})

describe('coverage', () => {
  const people = (group: string, n: number, covered: number) =>
    Array.from({ length: n }, (_, i) => ({ person: `${group}${i}`, groups: [group], isCovered: i < covered }))

  test('tells how much less a group is told of than all', () => {
    const { share, minority } = coverageOf([...people('fi', 15, 15), ...people('sv', 5, 2)])
    expect(share).toBeCloseTo(17 / 20)
    expect(minority?.group).toBe('sv')
    expect(minority?.ratio).toBeCloseTo(0.4 / 0.85)
  })

  test('measures no group of fewer people than may be told of, and nothing against itself', () => {
    expect(coverageOf([...people('fi', 15, 15), ...people('sv', 4, 0)]).minority).toBeUndefined()
    expect(coverageOf([])).toEqual({ share: undefined, minority: undefined })
  })
})
