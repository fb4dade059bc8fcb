import { expect, test } from 'vitest'
import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { standingOf, summaryOf } from '#feedback/opinion-map/summary.ts'
import type { Stance, Vote } from '#feedback/opinion-map/vote-log.ts'
import { plantedVotes } from './planted.ts'

const VOTES = [...plantedVotes({ people: 60, statements: 14, groups: 3, seed: 4, loyalty: 0.95 }, 700)]

test('somebody placed by their own votes stands where the map has them, and in the group it put them in', () => {
  const map = opinionMap(VOTES, { moderatedOut: ['3'] })
  const summary = summaryOf(map)
  expect(summary.groups.length).toBeGreaterThan(1)
  for (const [row, person] of map.matrix.participants.entries()) {
    const own = new Map(
      VOTES.filter(({ participant }) => participant === person).map((one) => [one.statement, one.vote]),
    )
    own.delete('3')
    const standing = standingOf(summary, own)
    if (!standing) continue
    expect(standing.at[0]).toBeCloseTo(map.places[2 * row]!, 9)
    expect(standing.at[1]).toBeCloseTo(map.places[2 * row + 1]!, 9)
    if (map.groups.of[row]! >= 0) expect(standing.group).toBe(map.groups.of[row])
  }
})

test('a summary names nobody, survives being written down, and adds up', () => {
  const people = VOTES.map((vote): Vote => ({ ...vote, participant: `walk-of-${vote.participant}` }))
  const summary = summaryOf(opinionMap(people))
  expect(JSON.parse(JSON.stringify(summary))).toStrictEqual(summary)
  expect(JSON.stringify(summary)).not.toContain('walk-of-')
  for (const { votes, groups } of summary.statements)
    for (const at of [0, 1, 2] as const)
      expect(groups.reduce((sum, group) => sum + group[at], 0)).toBeLessThanOrEqual(votes[at])
})

const STRANGE: readonly (readonly [string, readonly Vote[]])[] = [
  ['no vote', []],
  ['one person', [voteOf('a', 's1', 1)]],
  ['two alike', [voteOf('a', 's1', 1), voteOf('b', 's1', 1)]],
  ['passes only', Array.from({ length: 30 }, (_, i) => voteOf(`p${i % 10}`, `s${i % 3}`, 0))],
  ['one statement', Array.from({ length: 30 }, (_, i) => voteOf(`p${i}`, 's1', i % 2 ? 1 : -1))],
]

function voteOf(participant: string, statement: string, vote: Stance): Vote {
  return { participant, statement, vote }
}

test.each(STRANGE)('%s has a summary without groups and without a number that is none', (_, votes) => {
  const summary = summaryOf(opinionMap(votes))
  expect(summary.groups).toStrictEqual([])
  expect(JSON.stringify(summary)).not.toContain('null')
  const standing = standingOf(summary, new Map([['s1', 1]]))
  if (standing) expect(standing).toStrictEqual({ at: [0, 0], group: undefined })
})

test('with every statement taken out there is nothing to stand on', () => {
  const summary = summaryOf(opinionMap(VOTES, { moderatedOut: VOTES.map(({ statement }) => statement) }))
  expect(summary.groups).toStrictEqual([])
  expect(standingOf(summary, new Map([['1', 1]]))).toBeUndefined()
})
