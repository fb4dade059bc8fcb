import { describe, expect, test } from 'vitest'
import { evaluate, factsOf, isTooLarge, prepare, sizeOf, type Truth } from '#src/journey/condition.ts'
import type { Condition, Facts } from '#src/journey/definition.ts'
import { CONDITION_CASES, NAMED } from './condition-cases.ts'

const VALUES: readonly Truth[] = [true, false, 'unknown']
const part = (fact: string): Condition => ({ fact, is: true })
const told = (truth: Truth) => (truth === 'unknown' ? null : truth)

/** The tables of three-valued logic, row by row: true, false, unknown. */
const ALL: readonly (readonly Truth[])[] = [
  [true, false, 'unknown'],
  [false, false, false],
  ['unknown', false, 'unknown'],
]
const ANY: readonly (readonly Truth[])[] = [
  [true, true, true],
  [true, false, 'unknown'],
  [true, 'unknown', 'unknown'],
]
const NOT: readonly Truth[] = [false, true, 'unknown']

const PAIRS = VALUES.flatMap((one, row) => VALUES.map((other, column) => ({ one, other, row, column })))

describe('a condition on what a walker has told', () => {
  test.each(PAIRS)('all of $one and $other', ({ one, other, row, column }) => {
    expect(evaluate({ all: [part('a'), part('b')] }, { a: told(one), b: told(other) })).toBe(ALL[row]?.[column])
  })

  test.each(PAIRS)('any of $one and $other', ({ one, other, row, column }) => {
    expect(evaluate({ any: [part('a'), part('b')] }, { a: told(one), b: told(other) })).toBe(ANY[row]?.[column])
  })

  test.each(VALUES.map((one, row) => ({ one, row })))('the opposite of $one', ({ one, row }) => {
    expect(evaluate({ not: part('a') }, { a: told(one) })).toBe(NOT[row])
  })

  test.each(CONDITION_CASES)('$says', ({ condition, facts, truth }) => {
    expect(evaluate(condition, facts, NAMED)).toBe(truth)
    expect(prepare(condition, NAMED)(facts)).toBe(truth)
  })

  test('once prepared, answers for any number of walkers', () => {
    const isAbroad = prepare('abroad', NAMED)
    const walkers: Facts[] = [{ place: 'abroad' }, { place: 'home' }, {}]
    expect(walkers.map(isAbroad)).toEqual([true, false, 'unknown'])
  })

  test('names the facts it reads, through names and past circles', () => {
    expect([...factsOf({ all: ['at_home', { fact: 'will', known: true }] }, NAMED)]).toEqual(['place', 'will'])
    expect([...factsOf('chicken', NAMED)]).toEqual([])
  })

  test('names that double at every step stay unknown instead of taking for ever', () => {
    const doubling: Record<string, Condition> = { c0: part('a') }
    for (let i = 1; i <= 60; i += 1) doubling[`c${i}`] = { all: [`c${i - 1}`, `c${i - 1}`] }
    expect(isTooLarge(sizeOf('c60', doubling))).toBe(true)
    expect(isTooLarge(sizeOf('c5', doubling))).toBe(false)
    expect(evaluate('c60', { a: true }, doubling)).toBe('unknown')
    expect([...factsOf('c60', doubling)]).toEqual(['a'])
  })
})
