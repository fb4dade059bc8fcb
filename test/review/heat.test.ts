import { describe, expect, test } from 'vitest'
import type { Prompt } from '#feedback/prompt.ts'
import { compareVersions } from '#src/review/compare-versions.ts'
import { type HeatRow, heatRows, levelOf } from '#src/review/heat.ts'
import type { PromptRow } from '#src/review/prompt-report.ts'
import type { Figures, StepRow } from '#src/review/step-report.ts'

const FIGURES: Figures = { reached: 20, shown: 15, answered: 9, skipped: 6, left: 5, set_aside: 0 }
const row = (key: StepRow['key'], figures: Partial<Figures> = {}): StepRow => ({
  ...{ version: 1, key, track: 'home', providers: [] },
  step: { id: 'milk', kind: 'question', title: { fi: 'Maito' }, asks: ['a'] },
  figures: { ...FIGURES, ...figures },
})
const asked = (prompt: Prompt, of: number | undefined, options: Record<string, number | undefined>): PromptRow => ({
  ...{ version: 1, key: 'home/milk', prompt, of },
  options: Object.entries(options).map(([option, n]) => ({ option, n })),
})
const WORKS: Prompt = { id: 'works', kind: 'rating', of: 'works' }
const EASE: Prompt = { id: 'ease', kind: 'rating', of: 'ease' }
const SHARE: Prompt = { id: 'share.x', kind: 'data-sharing', share: 'x', data: [], from: 'a', to: 'b' }
const said = (id: string): Prompt => ({ id, kind: 'statement', text: {}, origin: 'ours' })
const cellsOf = (prompts: readonly PromptRow[], figures: Partial<Figures> = {}, started: number | undefined = 40) =>
  heatRows([row('home/milk', figures)], prompts, started)[0]?.cells

describe('what stands out at a step', () => {
  test('is counted of those it can be true of', () => {
    expect(cellsOf([])).toMatchObject({ reached: { k: 20, n: 40 }, left: { k: 5, n: 20 }, skipped: { k: 6, n: 15 } })
  })

  test('adds up questions of one kind, whatever their scale', () => {
    const prompts = [asked(WORKS, 9, { yes: 6, partly: 0, no: 3 }), asked(EASE, 8, { 1: 0, 2: 0, 3: 0, 4: 5, 5: 3 })]
    expect(cellsOf(prompts)?.works).toEqual({ k: 14, n: 17 })
    expect(cellsOf(prompts)?.trust).toBeUndefined()
  })

  test('is not told where a part of it is withheld, nor where nobody was asked', () => {
    expect(cellsOf([asked(WORKS, 9, { yes: undefined, no: 7 })])?.works).toBeUndefined()
    expect(cellsOf([asked(SHARE, 0, { yes: 0, no: 0 })])?.sharing).toBeUndefined()
    expect(cellsOf([asked(SHARE, 12, { yes: 7, 'ask-first': 5, no: 0 }), asked(WORKS, 0, { yes: 0 })])).toMatchObject({
      sharing: { k: 7, n: 12 },
      works: undefined,
    })
    expect(cellsOf([], { reached: undefined })).toMatchObject({ reached: undefined, left: undefined })
  })

  test('names the statement that divides people most', () => {
    const prompts = [
      asked(said('a'), 20, { agree: 15, disagree: 5, pass: 0 }),
      asked(said('b'), 17, { agree: 6, disagree: 6, pass: 5 }),
      asked(said('c'), 9, { agree: undefined, disagree: 6, pass: undefined }),
    ]
    expect(cellsOf(prompts)?.divided).toEqual({ k: 6, n: 12 })
  })

  test('is darker the larger the share', () => {
    expect([0, 5, 10, 15, 19, 20].map((k) => levelOf({ k, n: 20 }))).toEqual([0, 1, 2, 3, 4, 4])
  })
})

describe('two versions of a step', () => {
  const heat = (key: StepRow['key'], yes: number): HeatRow =>
    heatRows([row(key)], [{ ...asked(WORKS, 30, { yes, no: 30 - yes }), key }], 40)[0]!

  test('are compared by what both have, also where the step has another name now', () => {
    const compared = compareVersions([heat('home/milk', 10)], [heat('home/buy-milk', 25)], () => ['home/milk'])
    const [works] = compared[0]?.measures.filter(({ measure }) => measure === 'works') ?? []
    expect(works).toMatchObject({ before: { k: 10, n: 30 }, after: { k: 25, n: 30 }, difference: { verdict: 'more' } })
  })

  test('are not where a step is new', () => {
    expect(compareVersions([heat('home/milk', 10)], [heat('home/cat', 25)], () => [])).toEqual([])
  })
})
