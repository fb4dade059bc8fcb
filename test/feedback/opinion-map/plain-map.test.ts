import fc from 'fast-check'
import { expect, test } from 'vitest'
import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import type { Stance, Vote } from '#feedback/opinion-map/vote-log.ts'
import { mapAsJson } from '#src/opinion-map-json.ts'
import {
  type Plain,
  plainComponents,
  plainConsensus,
  plainGroupVotes,
  plainMap,
  plainPlaces,
  plainPriority,
  plainRepness,
} from './plain-map.ts'

type Small = {
  readonly votes: readonly Vote[]
  readonly people: number
  readonly statements: number
  readonly out: ReadonlySet<number>
  readonly meta: ReadonlySet<number>
  readonly groups: readonly (readonly number[])[]
}

/** Everybody and everything has a vote, votes are changed, times tie, some statements are out, some about the people. */
const small: fc.Arbitrary<Small> = fc
  .record({ people: fc.integer({ min: 1, max: 24 }), statements: fc.integer({ min: 1, max: 12 }) })
  .chain(({ people, statements }) => {
    const person = fc.integer({ min: 0, max: people - 1 })
    const statement = fc.integer({ min: 0, max: statements - 1 })
    const stance = fc.constantFrom<Stance>(1, 1, 1, 0, -1, -1)
    const vote = fc
      .tuple(person, statement, stance, fc.integer({ min: 0, max: 5 }))
      .map(([p, s, vote, at]): Vote => ({ participant: String(p), statement: String(s), vote, at }))
    return fc
      .record({
        more: fc.array(vote, { maxLength: people * statements }),
        first: fc.array(stance, { minLength: people + statements, maxLength: people + statements }),
        out: fc.uniqueArray(statement, { maxLength: 4 }),
        meta: fc.uniqueArray(statement, { maxLength: 2 }),
        groupOf: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: people, maxLength: people }),
      })
      .map(({ more, first, out, meta, groupOf }) => ({
        votes: [
          ...Array.from({ length: people }, (_, p) => voteOf(p, p % statements, first[p]!)),
          ...Array.from({ length: statements }, (_, s) => voteOf(s % people, s, first[people + s]!)),
          ...more,
        ],
        people,
        statements,
        out: new Set(out),
        meta: new Set(meta),
        groups: [0, 1, 2, 3]
          .map((group) => [...groupOf.keys()].filter((row) => groupOf[row] === group))
          .filter((rows) => rows.length > 0),
      }))
  })

function voteOf(person: number, statement: number, vote: Stance): Vote {
  return { participant: String(person), statement: String(statement), vote, at: 0 }
}

function both({ votes, people, statements, out, meta, groups }: Small) {
  const isOut = new Set([...out, ...meta])
  const of = new Map(groups.flatMap((rows, group) => rows.map((row) => [String(row), String(group)])))
  const map = opinionMap(votes, { moderatedOut: [...out].map(String), meta: [...meta].map(String), groups: of })
  return { map, json: mapAsJson(map, [], undefined), plain: plainMap(votes, people, statements, isOut), isOut }
}

test('small conversations of every kind: who counts, the middle, votes and lists are those of the plain rendering', () => {
  fc.assert(
    fc.property(small, (conversation) => {
      const { json, plain, isOut } = both(conversation)
      const votes = plainGroupVotes(plain, conversation.groups)
      expect(json.in_conv).toEqual(plain.inConv)
      expectNear(json.pca.center, plain.center)
      expect(json.n_votes).toBe(plain.raw.flat().filter((cell) => cell !== undefined).length)
      expect(Object.values(json.group_votes).map((one) => Object.values(one))).toEqual(votes)
      expect(Object.values(json.repness)).toEqual(plainRepness(plain, conversation.groups, isOut))
      expect(json.consensus).toEqual(plainConsensus(plain, isOut))
      const product = (tid: number) => votes.reduce((all, one) => (all * (one[tid]!.A + 1)) / (one[tid]!.S + 2), 1)
      expectNear(Object.values(json.group_aware_consensus), [...plain.center.keys()].map(product))
    }),
    { numRuns: 1000 },
  )
})

test('small conversations of every kind: the plane, the places and the priorities are those of the plain rendering', () => {
  fc.assert(
    fc.property(small, (conversation) => {
      const { map, json, plain } = both(conversation)
      const { values } = plainComponents(plain)
      expectNear(
        json.pca.eigenvalues_of_CtC,
        values.slice(0, json.pca.comps.length).map((one) => (one < 1e-9 ? 0 : one)),
      )
      for (const [i, component] of map.pca.components.entries()) expectEigen(plain, component, map.pca.eigenvalues[i]!)
      expectNear(Object.values(json.projections).flat(), plainPlaces(plain, map.pca.components).flat())
      const votes = plainGroupVotes(plain, conversation.groups)
      const priority = (E: number, tid: number) => {
        const all = (of: 'A' | 'D' | 'S') => votes.reduce((sum, one) => sum + one[tid]![of], 0)
        return plainPriority({ A: all('A'), D: all('D'), S: all('S') }, E, conversation.meta.has(tid))
      }
      expectNear(Object.values(json.comment_priorities), json.pca.comment_extremity.map(priority))
    }),
    { numRuns: 1000 },
  )
})

test('of two directions of equal weight both are found', () => {
  const rows = ['0+ 1-', '3+ 0-', '1+ 3-', '4+', '5-']
  const votes = rows.flatMap((row, person) =>
    row.split(' ').map((one) => voteOf(person, Number(one[0]), one[1] === '+' ? 1 : -1)),
  )
  expectNear(opinionMap(votes).pca.eigenvalues, [3, 3])
})

test('small conversations of every kind publish numbers only', () => {
  fc.assert(
    fc.property(small, ({ votes, out, meta }) => {
      const map = opinionMap(votes, { moderatedOut: [...out].map(String), meta: [...meta].map(String) })
      expect(JSON.stringify(mapAsJson(map, [], undefined))).not.toContain('null')
    }),
  )
})

/** A unit vector that the votes only stretch, the largest loading positive; or nothing, where nobody differs. */
function expectEigen({ rating, center }: Plain, vector: Float64Array, value: number): void {
  const off = rating.map((row) => row.map((cell, column) => (cell ?? center[column]!) - center[column]!))
  const along = off.map((row) => row.reduce((sum, one, column) => sum + one * vector[column]!, 0))
  const image = center.map((_, column) => off.reduce((sum, row, i) => sum + row[column]! * along[i]!, 0))
  expectNear(
    image,
    [...vector].map((one) => one * value),
  )
  expectNear([Math.hypot(...vector)], [value === 0 ? 0 : 1])
  const largest = vector.reduce((most, one) => (Math.abs(one) > Math.abs(most) + 1e-6 ? one : most), 0)
  expect(largest).toBeGreaterThanOrEqual(0)
}

function expectNear(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length)
  for (const [at, value] of found.entries()) expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-7)
}
