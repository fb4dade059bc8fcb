import { expect, test } from 'vitest'
import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { stability } from '#feedback/opinion-map/stability.ts'
import { MOST_STATEMENTS, type Stance, type Vote, VoteLog } from '#feedback/opinion-map/vote-log.ts'
import { mapAsJson } from '#src/opinion-map-json.ts'
import { plantedVotes } from './planted.ts'

test('no vote gives an empty map', () => {
  const map = opinionMap([])
  expect(published(map)).toMatchObject({ n_participants: 0, n_statements: 0, n_votes: 0, k: 0, in_conv: [] })
  expect(published(map)).toMatchObject({ density: 0, pca: { center: [], comps: [] }, consensus: { agree: [] } })
})

test('one person counts, stands in the middle and is no group', () => {
  const map = opinionMap(rowsOf(['+-0']))
  expect(published(map)).toMatchObject({ in_conv: [0], projections: { 0: [0, 0] }, k: 0, participant_group: {} })
})

test('two people who answer alike stand in the middle and are no group', () => {
  const map = opinionMap(rowsOf(['+-+', '+-+']))
  expect(published(map)).toMatchObject({ in_conv: [0, 1], projections: { 0: [0, 0], 1: [0, 0] }, k: 0 })
  expect(map.pca.eigenvalues).toEqual([0, 0])
})

test('a single statement places nobody', () => {
  const map = opinionMap(rowsOf([...'++++++++++--------']))
  expect(map.pca.components).toHaveLength(1)
  expect(new Set(map.places)).toEqual(new Set([0]))
  expect(published(map)).toMatchObject({ k: 0, n_in_conv: 18 })
})

test('two statements: whoever answered both counts', () => {
  const map = opinionMap(rowsOf([...Array.from({ length: 16 }, () => '+-'), '+.', '.-']))
  expect(published(map)).toMatchObject({ n_in_conv: 16 })
})

test('a conversation of passes only has no direction, no group and nothing in common', () => {
  const map = opinionMap(rowsOf(Array.from({ length: 20 }, () => '00000000')))
  expect(published(map)).toMatchObject({ k: 0, consensus: { agree: [], disagree: [] } })
  expect(Math.max(...map.places.map(Math.abs))).toBe(0)
})

test('with every statement taken out everybody stands in the middle, yet votes are still counted', () => {
  const votes = [...plantedVotes({ people: 40, statements: 10, groups: 2, seed: 1 }, 300)]
  const map = opinionMap(votes, { moderatedOut: Array.from({ length: 10 }, (_, s) => String(s)) })
  expect(new Set(map.places)).toEqual(new Set([0]))
  expect(published(map)).toMatchObject({ k: 0, n_votes: map.matrix.columns.length })
  expect(map.counted.length).toBeGreaterThan(15)
  expect(map.votes.seen.every((seen) => seen === 0)).toBe(true)
})

test('a statement taken out or about the people shapes no place and no list, and what is about the people comes first', () => {
  const votes = [...plantedVotes({ people: 60, statements: 10, groups: 2, seed: 1, loyalty: 0.95 }, 560)]
  const map = opinionMap(votes, { moderatedOut: ['3', '99'], meta: ['4'] })
  const json = published(map)
  expect([json.pca.center[3], json.pca.center[4]]).toEqual([0, 0])
  expect([json.pca.comment_extremity[3], json.pca.comment_extremity[4]]).toEqual([0, 0])
  const listed = [...Object.values(json.repness).flat(), ...json.consensus.agree, ...json.consensus.disagree]
  expect(listed.length).toBeGreaterThan(0)
  expect(listed.map(({ tid }) => tid)).not.toContain(3)
  expect(listed.map(({ tid }) => tid)).not.toContain(4)
  expect(json.comment_priorities[4]).toBe(49)
  expect(json.group_votes[0]![3]!.S).toBeGreaterThan(0)
})

test('a statement on which all agree turns nobody aside', () => {
  const votes = [...plantedVotes({ people: 60, statements: 10, groups: 2, seed: 1 }, 500)]
  const alike = votes.map((one): Vote => (one.statement === '5' ? { ...one, vote: 1 } : one))
  const map = opinionMap(alike)
  expect(map.pca.center[5]).toBe(1)
  for (const component of map.pca.components) expect(component[5]).toBeCloseTo(0, 12)
  expect(map.extremity[5]).toBe(0)
})

test('who counted once goes on counting', () => {
  const votes = [...plantedVotes({ people: 40, statements: 30, groups: 2, seed: 1 }, 600), ...rowsOf(['+-'], 90)]
  expect(published(opinionMap(votes)).in_conv).not.toContain(90)
  expect(published(opinionMap(votes, { counted: ['90', '91'] })).in_conv).toContain(90)
})

test('people who belong to no given group have none', () => {
  const groups = new Map([
    ['0', 'left'],
    ['1', 'right'],
    ['7', 'left'],
  ])
  const json = published(opinionMap(rowsOf(['+-', '-+', '++']), { groups }))
  expect(json.participant_group).toEqual({ 0: 'left', 1: 'right' })
  expect(json.group_sizes).toEqual({ left: 1, right: 1 })
})

test('what is no vote is refused', () => {
  const log = new VoteLog()
  const wrong: number = 2
  expect(() => log.add({ participant: 'a', statement: 'b', vote: wrong as Stance })).toThrow(RangeError)
})

test('one statement too many is left out and counted, while the others go on', () => {
  const log = new VoteLog()
  for (let s = 0; s <= MOST_STATEMENTS; s++) log.add({ participant: 'a', statement: `${s}`, vote: 1 })
  log.add({ participant: 'b', statement: '0', vote: -1 })
  expect([log.length, log.dropped, log.statements.length]).toEqual([MOST_STATEMENTS + 1, 1, MOST_STATEMENTS])
})

test('stability is high for planted groups, low for noise, and the same each time it is asked', () => {
  const clear = opinionMap(plantedVotes({ people: 200, statements: 40, groups: 2, seed: 2, loyalty: 0.95 }, 6000))
  const noise = opinionMap(plantedVotes({ people: 200, statements: 40, groups: 2, seed: 2, loyalty: 0.5 }, 6000))
  const steady = stability(clear)
  expect(steady).toMatchObject({ level: 'high', resamples: 50, drawn: 200 })
  expect(steady!.rand).toBeGreaterThan(0.9)
  expect(stability(clear)).toEqual(steady)
  expect(stability(noise)?.rand ?? 0).toBeLessThan(0.65)
  expect(stability(opinionMap([]))).toBeUndefined()
})

/** A person a row and a statement a sign: + agrees, - disagrees, 0 passes, . has not seen it. */
function rowsOf(rows: readonly string[], from = 0): Vote[] {
  const stances = new Map<string, Stance>([
    ['+', 1],
    ['-', -1],
    ['0', 0],
  ])
  return rows.flatMap((row, person) =>
    [...row].flatMap((sign, statement) => {
      const vote = stances.get(sign)
      return vote === undefined ? [] : [{ participant: String(from + person), statement: String(statement), vote }]
    }),
  )
}

/** What the command prints, which must hold numbers only. */
function published(map: ReturnType<typeof opinionMap>) {
  const json = mapAsJson(map, [], stability(map))
  expect(JSON.stringify(json)).not.toContain('null')
  return json
}
