import { describe, expect, test } from 'vitest'
import { compareWays, type WayCounts } from '#src/review/variants.ts'

const KEY = 'money/bank' as const
const ASKED = {
  key: KEY,
  prompts: [{ id: 'works', kind: 'rating', of: 'step', scale: 'yes-partly-no' }],
} as unknown as Parameters<typeof compareWays>[0]

function way(yes: number, no: number): WayCounts {
  return {
    steps: [{ step: KEY, reached: yes + no, shown: yes + no, answered: yes + no, skipped: 0, left: 0, aside: 0 }],
    options: [
      { step: KEY, prompt: 'works', option: 'yes', n: yes },
      { step: KEY, prompt: 'works', option: 'no', n: no },
      { step: 'money/flat', prompt: 'works', option: 'yes', n: 99 },
    ],
  }
}
const works = (all: [number, number], first: [number, number], second: [number, number]) =>
  compareWays(ASKED, { all: way(...all), first: way(...first), second: way(...second) }).find(
    ({ measure }) => measure === 'works',
  )

describe('two ways of telling a step', () => {
  test('differ by the figures a person gets by hand', () => {
    // 8 of 20 and 15 of 20: Wilson (z 1.64) 0.242..0.582 and 0.564..0.875, Newcombe 0.35 - hypot(0.186, 0.182)
    const found = works([23, 17], [8, 12], [15, 5])
    expect(found).toMatchObject({ first: { k: 8, n: 20 }, second: { k: 15, n: 20 } })
    expect(found?.difference.by).toBeCloseTo(0.35)
    expect(found?.difference.low).toBeCloseTo(0.09, 1)
    expect(found?.difference.verdict).toBe('more')
  })

  test('say that no difference can be told where there is hardly one', () => {
    expect(works([21, 19], [10, 10], [11, 9])?.difference.verdict).toBe('untold')
  })

  test('are withheld both where either has few on a side', () => {
    expect(works([26, 14], [8, 12], [18, 2])).toBeUndefined()
  })

  test('are withheld where the step’s total would tell of the few who are in neither', () => {
    expect(works([24, 17], [8, 12], [15, 5])).toBeUndefined()
    expect(works([30, 25], [8, 12], [15, 5])).toBeDefined()
  })

  test('have no measure that nobody in one of them was asked', () => {
    expect(works([15, 5], [0, 0], [15, 5])).toBeUndefined()
  })
})
