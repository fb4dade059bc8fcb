import { expect, test } from 'vitest'
import type { Prompt } from '#feedback/prompt.ts'
import { countOptions, optionOf, tally } from '#feedback/tally.ts'

const works: Prompt = { id: 'works', kind: 'rating', of: 'works' }
const statement: Prompt = { id: 's1', kind: 'statement', text: {}, origin: 'participant' }

test('every option is counted in its order, also those that nobody chose', () => {
  const answers = [
    { kind: 'rating', rating: 'no' },
    { kind: 'rating', rating: 'yes' },
    { kind: 'rating', rating: 'no' },
  ] as const
  expect(tally(works, answers)).toEqual([
    { option: 'yes', n: 1 },
    { option: 'partly', n: 0 },
    { option: 'no', n: 2 },
  ])
})

test('words alone, other kinds and options of another subject are no option', () => {
  const answers = [
    { kind: 'rating', text: 'En tiedä.' },
    { kind: 'data-sharing', comfort: 'yes' },
    { kind: 'rating', rating: '5' },
  ] as const
  expect(tally(works, answers).map(({ n }) => n)).toEqual([0, 0, 0])
  expect(tally({ id: 'open', kind: 'open' }, [{ kind: 'open', text: 'Hei' }])).toEqual([])
})

test('ready counts give the same rows', () => {
  expect(countOptions(statement, { pass: 2, agree: 7, gone: 3 })).toEqual([
    { option: 'agree', n: 7 },
    { option: 'disagree', n: 0 },
    { option: 'pass', n: 2 },
  ])
})

test('the option an answer holds, for each kind', () => {
  expect(optionOf({ kind: 'rating', rating: 'yes' })).toBe('yes')
  expect(optionOf({ kind: 'open', text: 'Hei' })).toBeUndefined()
  expect(optionOf({ kind: 'statement', own: 'Hei' })).toBeUndefined()
  expect(optionOf({ kind: 'statement', vote: 'pass' })).toBe('pass')
  expect(optionOf({ kind: 'data-sharing', comfort: 'no' })).toBe('no')
  expect(optionOf({ kind: 'automation', wish: 'do-it' })).toBe('do-it')
})
