import { expect, test } from 'vitest'
import type { Prompt } from '#feedback/prompt.ts'
import { promptRows, type SaidCounts } from '#src/review/prompt-report.ts'

const WORKS: Prompt = { id: 'works', kind: 'rating', of: 'works' }
const OPEN: Prompt = { id: 'open', kind: 'open' }
const step = 'home/milk'
const chose = (counts: Record<string, number>): SaidCounts => ({
  prompts: [],
  options: Object.entries(counts).map(([option, n]) => ({ step, prompt: 'works', option, n })),
})
const works = (...modes: SaidCounts[]) => promptRows(new Map([[step, [WORKS]]]), [step], 1, modes)[0]
const numbers = (...modes: SaidCounts[]) => works(...modes)?.options.map(({ n }) => n)

test('every option stands with its number, and the denominator is those who chose one', () => {
  expect(works(chose({ yes: 7, no: 5 }))).toMatchObject({
    of: 12,
    options: [
      { option: 'yes', n: 7 },
      { option: 'partly', n: 0 },
      { option: 'no', n: 5 },
    ],
  })
})

test('a small number is not alone in being withheld, since the total would give it away', () => {
  expect(numbers(chose({ yes: 12, partly: 4 }))).toEqual([undefined, undefined, 0])
  expect(works(chose({ yes: 12, partly: 4 }))?.of).toBe(16)
})

test('fewer than five answers show neither their total nor their options', () => {
  expect(works(chose({ yes: 3 }))).toMatchObject({ of: undefined, options: [{ n: undefined }, { n: 0 }, { n: 0 }] })
})

test('several modes add up only where each may be shown', () => {
  expect(numbers(chose({ yes: 6, no: 6 }), chose({ yes: 5 }))).toEqual([11, 0, 6])
  expect(numbers(chose({ yes: 6, no: 6 }), chose({ no: 2 }))).toEqual([6, 0, undefined])
})

test('an open question counts those who wrote, of those it was shown to', () => {
  const counts = { prompts: [{ step, prompt: 'open', shown: 30, answered: 6, skipped: 20 }], options: [] } as const
  const [row] = promptRows(new Map([[step, [OPEN]]]), [step], 1, [counts])
  expect(row).toMatchObject({ of: 30, options: [{ option: '', n: 6 }] })
})
