import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGroups, floorFor } from '#feedback/opinion-map/groups.ts'
import { type OpinionMap, opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { adjustedRandIndex } from '#feedback/opinion-map/rand-index.ts'
import { seeded } from '#feedback/opinion-map/seeded.ts'
import type { Vote } from '#feedback/opinion-map/vote-log.ts'
import { plantedGroup, plantedVotes } from './planted.ts'
import { conversations } from './reference-data.ts'

const ORDERS = Array.from({ length: 20 }, (_, nth) => nth + 1)

if (conversations.length === 0) test.skip('the real conversations are not here, see POLKU_TEST_DATA', () => {})

describe.each(conversations)('the real conversation $name', ({ map, groups, votes, options }) => {
  const own = map()

  test('falls into groups at least as well separated as the usual method finds', () => {
    const [usual] = map({ groups }).groups.silhouettes.values()
    expect(widthOf(own)).toBeGreaterThanOrEqual(usual!)
  })

  test('has no group below the minimum, whatever the minimum', () => {
    for (const minimumGroup of [undefined, 1, 3, 5, 10, 20]) {
      const { sizes, floor, of } = map({ minimumGroup }).groups
      expect(floor).toBe(floorFor(own.counted.length, minimumGroup))
      expect(sizes).toEqual(sizes.map((_, group) => of.filter((one) => one === group).length))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(floor)
    }
  })

  test('everybody who counts is in a group, and nobody else', () => {
    const grouped = Array.from(own.groups.of.keys()).filter((row) => own.groups.of[row]! >= 0)
    expect(grouped).toEqual(Array.from(own.counted))
  })

  test('has the very same map in twenty orders of arrival', () => {
    for (const seed of ORDERS) {
      const again = opinionMap(shuffled(votes, seeded(seed)), options)
      expect(again.places).toEqual(own.places)
      expect(again.groups).toEqual(own.groups)
    }
  })

  test('has the same groups when people and statements are numbered in twenty other orders', () => {
    for (const seed of ORDERS) {
      const renamed = renumbering(own, seeded(seed))
      const moderatedOut = [...(options.moderatedOut ?? [])].map(renamed.statement)
      const again = opinionMap(votes.map(renamed.vote), { moderatedOut })
      const order = own.matrix.participants.map((id) => again.matrix.participants.indexOf(renamed.participant(id)))
      expect(Array.from(order, (row) => again.groups.of[row])).toEqual(Array.from(own.groups.of))
    }
  })
})

/** More than three groups at random leanings span more than a plane: no map of two dimensions tells them all apart. */
test.each([2, 3])('%i groups planted among four hundred people are found again', (number) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const planted = { people: 400, statements: 60, groups: number, seed, loyalty: 0.9 }
    const { groups, matrix, counted } = opinionMap(plantedVotes(planted, 12_000))
    const truth = Int16Array.from(counted, (row) => plantedGroup(Number(matrix.participants[row]), number))
    const found = Int16Array.from(counted, (row) => groups.of[row]!)
    expect(adjustedRandIndex(truth, found), `seed ${seed}`).toBeGreaterThan(0.9)
  }
})

test('any crowd on a plane falls into groups of the minimum or into none', () => {
  const place = fc.integer({ min: -4, max: 4 })
  const crowd = fc.array(fc.tuple(place, place), { maxLength: 60 })
  fc.assert(
    fc.property(crowd, fc.integer({ min: 0, max: 8 }), (people, minimum) => {
      const places = Float64Array.from(people.flat())
      const { sizes, of, ids } = findGroups(places, Int32Array.from(people.keys()), { minimum })
      expect(ids.length).not.toBe(1)
      for (const size of sizes) expect(size).toBeGreaterThanOrEqual(Math.max(3, minimum))
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(ids.length === 0 ? 0 : people.length)
      expect(of.every((group) => group < ids.length)).toBe(true)
    }),
  )
})

test('the same crowd in another order falls into the same groups', () => {
  const place = fc.double({ min: -3, max: 3, noNaN: true })
  const crowd = fc.array(fc.tuple(place, place), { minLength: 10, maxLength: 40 })
  fc.assert(
    fc.property(crowd, fc.integer(), (people, seed) => {
      const order = shuffled([...people.keys()], seeded(seed))
      const one = findGroups(Float64Array.from(people.flat()), Int32Array.from(people.keys()))
      const other = findGroups(Float64Array.from(order.flatMap((at) => people[at]!)), Int32Array.from(order.keys()))
      expect(
        adjustedRandIndex(
          Int16Array.from(order, (at) => one.of[at]!),
          other.of,
        ),
      ).toBe(1)
    }),
  )
})

function widthOf({ groups }: OpinionMap): number {
  return groups.silhouettes.get(groups.ids.length) ?? Number.NaN
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const drawn = all.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at)
  return drawn.map(({ one }) => one)
}

function renumbering({ matrix: { participants, statements } }: OpinionMap, random: () => number) {
  const renamed = (ids: readonly string[]) => {
    const others = shuffled(ids, random)
    const names = new Map(ids.map((id, at) => [id, others[at]!]))
    return (id: string) => names.get(id) ?? id
  }
  const [participant, statement] = [renamed(participants), renamed(statements)]
  const vote = (one: Vote): Vote => ({
    ...one,
    participant: participant(one.participant),
    statement: statement(one.statement),
  })
  return { participant, statement, vote }
}

test.each([
  [10, undefined, 5],
  [189, undefined, 6],
  [441, undefined, 14],
  [441, 20, 20],
  [10, 1, 3],
  [0, 0, 3],
])('among %i people with a minimum of %s a group has at least %i', (people, minimum, floor) => {
  expect(floorFor(people, minimum)).toBe(floor)
})
