import { describe, expect, test } from 'vitest'
import type { Figure } from '#src/review/figure.ts'
import type { PromptRow } from '#src/review/prompt-report.ts'
import { releasedPrompts, releasedSteps } from '#src/review/release-disclosure.ts'
import type { StepRow } from '#src/review/step-report.ts'

const row = (shown: Figure, answered: Figure, skipped: Figure): StepRow => ({
  ...{ version: 1, key: 'home/milk', track: 'home', providers: [] },
  step: { id: 'milk', kind: 'question', title: { fi: 'Maito' }, asks: ['a'] },
  figures: { reached: 20, shown, answered, skipped, left: 0, set_aside: 0 },
})
const figures = (one: StepRow) => {
  const [released] = releasedSteps([one])
  return [released?.figures.shown, released?.figures.answered, released?.figures.skipped]
}

describe('a released row of a step', () => {
  test('withholds the answered where the skipped, withheld, could be had by subtraction', () => {
    expect(figures(row(12, 9, undefined))).toEqual([12, undefined, undefined])
    expect(figures(row(12, undefined, 9))).toEqual([12, undefined, undefined])
  })

  test('is as on the page where nothing can be worked out', () => {
    expect(figures(row(12, 7, 5))).toEqual([12, 7, 5])
    expect(figures(row(12, undefined, undefined))).toEqual([12, undefined, undefined])
    expect(figures(row(undefined, 0, undefined))).toEqual([undefined, 0, undefined])
  })

  test('keeps a zero, which is nobody', () => {
    expect(figures(row(6, 0, undefined))).toEqual([6, 0, undefined])
  })
})

describe('a released prompt about moving data', () => {
  const prompt = (of: Figure, ...n: Figure[]): PromptRow => ({
    ...{ version: 1, key: 'home/milk', of },
    prompt: { id: 'share.x', kind: 'data-sharing', share: 'x', data: ['health'], from: 'a', to: 'b' },
    options: n.map((count, at) => ({ option: String(at), n: count })),
  })
  const released = (one: PromptRow, isSensitive = true) => {
    const [first] = releasedPrompts([one], () => isSensitive)
    return [first?.of, ...(first?.options.map(({ n }) => n) ?? [])]
  }

  test('of a sensitive kind needs ten people behind every figure', () => {
    expect(released(prompt(22, 12, 10))).toEqual([22, 12, 10])
    expect(released(prompt(21, 12, 9))).toEqual([21, undefined, undefined])
    expect(released(prompt(9, 9, 0))).toEqual([undefined, undefined, 0])
  })

  test('of any other kind needs five, as everywhere', () => {
    expect(released(prompt(14, 8, 6), false)).toEqual([14, 8, 6])
  })
})
