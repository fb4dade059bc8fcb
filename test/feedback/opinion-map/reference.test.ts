import { describe, expect, test } from 'vitest'
import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { mapAsJson } from '#src/opinion-map-json.ts'
import { conversations } from './reference-data.ts'

/** What rests on counts alone agrees this far, what rests on the components that far. */
const COUNTED = 1e-9
const PLACED = 1e-6
/** Below this a number is nought and rounding. */
const TINY = 1e-5

if (conversations.length === 0) test.skip('the real conversations are not here, see POLKU_TEST_DATA', () => {})

describe.each(conversations)('the real conversation $name', ({ map, comments, reference, groups, ...given }) => {
  const own = mapAsJson(map(), comments, undefined)
  const grouped = mapAsJson(map({ groups }), comments, undefined)

  test('has the same people, statements, votes and people who count', () => {
    const { n_participants, n_statements, n_statements_total, n_votes, n_in_conv, mod_out, meta_tids } = reference
    const { pids, tids, in_conv } = reference
    expect(own).toMatchObject({ n_participants, n_statements, n_statements_total, n_votes, n_in_conv })
    expect(own).toMatchObject({ mod_out, meta_tids, pids, tids, in_conv: in_conv.toSorted((a, b) => a - b) })
    expect(own.density).toBeCloseTo(reference.density, 12)
  })

  test('has the same plane', () => {
    expectClose(own.pca.center, reference.pca.center, COUNTED)
    expectClose(own.pca.comps, reference.pca.comps, PLACED)
    expectClose(own.pca.eigenvalues_of_CtC, reference.pca.eigenvalues_of_CtC, COUNTED)
  })

  test('places people and statements alike', () => {
    expectClose(own.projections, reference.projections, PLACED)
    expectClose(own.pca.comment_projection, reference.pca.comment_projection, PLACED)
    expectClose(own.pca.comment_extremity, reference.pca.comment_extremity, PLACED)
  })

  test('finds the same common ground', () => {
    expectClose(own.consensus, reference.consensus, COUNTED)
  })

  test('given the same groups, counts their votes alike', () => {
    expect(grouped.group_sizes).toEqual(reference.group_sizes)
    expect(grouped.participant_group).toEqual(reference.participant_group)
    expect(grouped.group_votes).toEqual(reference.group_votes)
    expectClose(grouped.group_aware_consensus, reference.group_aware_consensus, COUNTED)
  })

  test('given the same groups, finds the same statements that tell them apart, in the same order', () => {
    expectClose(grouped.repness, reference.repness, COUNTED)
  })

  test('given the same groups, shows statements with the same priority', () => {
    expectClose(grouped.comment_priorities, reference.comment_priorities, PLACED)
  })

  test('comes out the same from the final votes of each person', () => {
    const { votes, finalVotes, options } = given
    expect(finalVotes.length).toBeLessThan(votes.length)
    expect(mapAsJson(opinionMap(finalVotes, options), comments, undefined)).toEqual(own)
  })

  test('publishes nothing that is no number', () => {
    expect(JSON.stringify(own)).not.toContain('null')
  })
})

/** The same names, words and order, and every number within `relative` of the expected one. */
function expectClose(found: unknown, expected: unknown, relative: number): void {
  expect(withoutNumbers(found)).toEqual(withoutNumbers(expected))
  const wanted = numbersIn(expected)
  const off = numbersIn(found).map((value, at) => Math.abs(value - wanted[at]!) / Math.max(TINY, Math.abs(wanted[at]!)))
  expect(off).toHaveLength(wanted.length)
  expect(Math.max(0, ...off)).toBeLessThan(relative)
}

function withoutNumbers(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? 0 : one)))
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
