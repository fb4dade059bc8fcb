import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grownMatrix } from '#feedback/opinion-map/grown-matrix.ts'
import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { type Stance, type Vote, VoteLog } from '#feedback/opinion-map/vote-log.ts'
import { voteMatrix } from '#feedback/opinion-map/vote-matrix.ts'
import { plantedVotes } from './planted.ts'

const id = fc.oneof(
  fc.nat(12).map(String),
  fc.constantFrom('a', 'B', '007', '1e3').map((name) => name),
)
const vote: fc.Arbitrary<Vote> = fc.record({
  participant: id,
  statement: id,
  vote: fc.constantFrom<Stance>(-1, 0, 1),
  at: fc.nat(3),
})

test('a matrix grown by a few votes is the matrix of all votes', () => {
  const old = fc.array(vote, { minLength: 40, maxLength: 80 })
  fc.assert(
    fc.property(old, fc.array(fc.array(vote, { maxLength: 5 }), { maxLength: 4 }), (before, added) => {
      const log = VoteLog.of(before)
      let matrix = voteMatrix(log)
      for (const votes of added) {
        for (const one of votes) log.add(one)
        matrix = grownMatrix(log, matrix)
        expect(matrix).toEqual(voteMatrix(log))
      }
    }),
    { numRuns: 500 },
  )
})

test('a map brought up to date is the map made anew, as far as a map means anything', () => {
  const log = VoteLog.of(plantedVotes({ people: 300, statements: 80, groups: 3, seed: 3 }, 15_000))
  let map = opinionMap(log)
  for (let nth = 0; nth < 5; nth++) {
    for (const one of plantedVotes({ people: 320, statements: 82, groups: 3, seed: 40 + nth }, 100)) log.add(one)
    map = opinionMap(log, { warm: map })
    const anew = opinionMap(log)
    expect(map.groups.of).toEqual(anew.groups.of)
    expect(map.groupVotes).toEqual(anew.groupVotes)
    expect(Math.max(...map.places.map((place, at) => Math.abs(place - anew.places[at]!)))).toBeLessThan(1e-6)
  }
})

test('people who never met those before them are found by a map brought up to date', () => {
  const votesOf = (people: number, from: number, statements: readonly number[]): Vote[] =>
    Array.from({ length: people }, (_, p) =>
      statements.map((s): Vote => ({ participant: `${from + p}`, statement: `${s}`, vote: (p + s) % 2 ? 1 : -1 })),
    ).flat()
  const log = VoteLog.of(votesOf(3000, 0, [0, 1, 2, 3]))
  const map = opinionMap(log)
  for (const one of votesOf(100, 5000, [10, 11, 12])) log.add(one)
  for (const one of votesOf(4000, 6000, [10, 11, 12])) log.add(one)
  const warm = opinionMap(log, { warm: map })
  expect(warm.pca.eigenvalues[0]).toBeCloseTo(opinionMap(log).pca.eigenvalues[0]!, 4)
})
