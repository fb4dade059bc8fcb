import { describe, expect, test } from 'vitest'
import type { Condition } from '#src/journey/definition.ts'
import { domainsOf, situationsOf } from '#src/journey/situations.ts'
import { example } from './example.ts'

const valuesOf = (...conditions: Condition[]) => domainsOf(conditions, example()).map(({ values }) => values)
const copies = ({ each }: ReturnType<typeof situationsOf>) => Array.from(each, (situation) => JSON.stringify(situation))

describe('the values worth trying', () => {
  test('are the options of a choice, and yes, no and not known where one may not know', () => {
    expect(valuesOf('abroad', 'was_stolen')).toEqual([
      ['rented', 'owned', 'abroad'],
      [true, false, null],
    ])
  })

  test('are both sides of every day and the day itself', () => {
    expect(valuesOf('old_rule', { fact: 'lost_on', gte: '2022-03-01' })).toEqual([
      ['2022-02-28', '2022-03-01', '2022-03-02', '2025-12-31', '2026-01-01', '2026-01-02'],
    ])
    expect(valuesOf({ fact: 'lost_on', known: true })).toEqual([['2026-03-01']])
  })

  test('are every bound of a number, one between, and none that cannot be', () => {
    expect(
      valuesOf({
        all: [
          { fact: 'keys', gte: 3 },
          { fact: 'keys', lt: 4 },
        ],
      }),
    ).toEqual([[1, 3, 4, 20, 2, 3.5, 12]])
  })

  test('leave out what does not exist', () => {
    expect(valuesOf({ fact: 'no_such_fact', is: true }, 'no_such_name')).toEqual([])
  })
})

describe('the situations to try', () => {
  const many = (facts: number, values: number) =>
    Array.from({ length: facts }, (_, i) => ({ fact: `f${i}`, values: Array.from({ length: values }, (_, k) => k) }))

  test('are every combination, each once', () => {
    const tried = copies(situationsOf(many(4, 3)))
    expect(tried.length).toBe(81)
    expect(new Set(tried).size).toBe(81)
    expect(copies(situationsOf([]))).toEqual(['{}'])
    expect(copies(situationsOf([{ fact: 'a', values: [] }]))).toEqual([])
  })

  test('beyond the limit hold every pair of values', () => {
    const domains = many(12, 3)
    const situations = situationsOf(domains)
    expect(situations).toMatchObject({ cut: true, count: 531441 })

    const pairs = new Set<string>()
    for (const situation of situations.each) {
      for (const [i, { fact }] of domains.entries())
        for (const { fact: other } of domains.slice(i + 1))
          pairs.add(`${fact}=${situation[fact]} ${other}=${situation[other]}`)
    }
    expect(pairs.size).toBe(66 * 9)
  })
})
