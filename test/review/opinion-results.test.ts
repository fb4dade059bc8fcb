import { describe, expect, test } from 'vitest'
import type { MapSummary, SummaryStatement, Tallied } from '#feedback/opinion-map/summary.ts'
import { resultsOf, type Statement } from '#src/review/opinion-results.ts'

const statementOf = (id: string, step: Statement['step'] = 'home/milk'): Statement => ({
  ...{ id, step, words: { fi: `Väite ${id}` }, origin: 'team' },
})
const summaryStatement = (id: string, votes: Tallied, groups: readonly Tallied[] = []): SummaryStatement => ({
  ...{ id, out: 0, votes, groups, center: 0, along: [0, 0], at: [0, 0], priority: 1 },
})
const map = (statements: readonly SummaryStatement[], more: Partial<MapSummary> = {}): MapSummary => ({
  ...{ participants: 40, counted: 40, floor: 5, statements, groups: [], silhouette: undefined, stability: undefined },
  ...more,
})
const listsOf = (one: SummaryStatement, more: Partial<MapSummary> = {}) =>
  resultsOf(map([one], more), [statementOf(one.id)], true).statements[0]?.lists

describe('a statement is', () => {
  test('common where surely three in five are on the same side, whichever side', () => {
    expect(listsOf(summaryStatement('s', [2, 0, 18]))).toEqual(['common'])
    expect(listsOf(summaryStatement('s', [18, 0, 2]))).toEqual(['common'])
    expect(listsOf(summaryStatement('s', [3, 0, 7]))).not.toContain('common')
  })

  test('not common where one group holds otherwise, yet that group must have answered', () => {
    const votes: Tallied = [6, 0, 60]
    expect(
      listsOf(
        summaryStatement('s', votes, [
          [6, 0, 3],
          [0, 0, 57],
        ]),
      ),
    ).toEqual(['dividing'])
    expect(
      listsOf(
        summaryStatement('s', votes, [
          [4, 0, 2],
          [2, 0, 58],
        ]),
      ),
    ).toEqual(['common'])
  })

  test('dividing where both sides have three in ten of those who chose', () => {
    expect(listsOf(summaryStatement('s', [6, 0, 14]))).toEqual(['dividing'])
    expect(listsOf(summaryStatement('s', [5, 0, 15]))).not.toContain('dividing')
  })

  test('one many are unsure of where a fifth passed, beside another list too', () => {
    expect(listsOf(summaryStatement('s', [5, 4, 11]))).toEqual(['dividing', 'unsure'])
    expect(listsOf(summaryStatement('s', [5, 3, 12]))).toEqual([])
  })

  test('one of too few answers below ten, or below twenty where a hundred took part, and then nothing else', () => {
    expect(listsOf(summaryStatement('s', [0, 0, 9]))).toEqual(['thin'])
    expect(listsOf(summaryStatement('s', [0, 0, 19]), { participants: 100 })).toEqual(['thin'])
    expect(listsOf(summaryStatement('s', [0, 0, 20]), { participants: 100 })).toEqual(['common'])
  })
})

test('a statement nobody may read, or that was taken out, is left out wherever it counted', () => {
  const statements = [summaryStatement('a', [5, 0, 15]), { ...summaryStatement('b', [5, 0, 15]), out: 1 as const }]
  const group = {
    size: 20,
    centre: [0, 0],
    spread: 1,
    representative: [
      { id: 'b', side: 'agree' },
      { id: 'gone', side: 'agree' },
    ],
  } as const
  const results = resultsOf(map(statements, { groups: [group] }), [statementOf('a'), statementOf('b')], true)
  expect(results.statements.map(({ id }) => id)).toEqual(['a'])
  expect(results.groups[0]).toMatchObject({ letter: 'A', agrees: [], disagrees: [] })
})

test('lists follow the journey while votes come, and the surest first when they no longer do', () => {
  const statements = [summaryStatement('a', [2, 0, 18]), summaryStatement('b', [0, 0, 20])]
  const order = (isOpen: boolean) =>
    resultsOf(map(statements), [statementOf('a'), statementOf('b')], isOpen).lists.common.map(({ id }) => id)
  expect(order(true)).toEqual(['a', 'b'])
  expect(order(false)).toEqual(['b', 'a'])
})

test('a step tells which groups stand apart and on how many statements', () => {
  const groups = [0, 1, 2].map(() => ({ size: 20, centre: [0, 0] as const, spread: 1, representative: [] }))
  const apart = summaryStatement(
    'a',
    [20, 0, 40],
    [
      [0, 0, 20],
      [20, 0, 0],
      [0, 0, 20],
    ],
  )
  const alike = summaryStatement(
    'b',
    [0, 0, 60],
    [
      [0, 0, 20],
      [0, 0, 20],
      [0, 0, 20],
    ],
  )
  const few = summaryStatement(
    'c',
    [6, 0, 20],
    [
      [0, 0, 20],
      [6, 0, 0],
      [0, 0, 0],
    ],
  )
  const { steps } = resultsOf(
    map([apart, alike, few], { groups }),
    [statementOf('a'), statementOf('b'), statementOf('c', 'home/tell-the-register')],
    true,
  )
  expect(steps).toMatchObject([
    {
      step: 'home/milk',
      statements: 2,
      apart: [
        { one: 'A', other: 'B', on: 1 },
        { one: 'B', other: 'C', on: 1 },
      ],
    },
    { step: 'home/tell-the-register', statements: 1, apart: [] },
  ])
})

test('how much of a group is on its side is told in words, of true shares', () => {
  const groups = [
    { size: 12, centre: [0, 0] as const, spread: 1, representative: [{ id: 'a', side: 'agree' as const }] },
    { size: 12, centre: [1, 0] as const, spread: 1, representative: [{ id: 'a', side: 'disagree' as const }] },
  ]
  const one = summaryStatement(
    'a',
    [9, 3, 12],
    [
      [1, 2, 9],
      [8, 1, 3],
    ],
  )
  const results = resultsOf(map([one], { groups }), [statementOf('a')], true)
  expect(results.groups[0]?.agrees[0]?.part).toBe('most')
  expect(results.groups[1]?.disagrees[0]?.part).toBe('over-half')
})
