import { expect, test } from 'vitest'
import { addUp } from '#src/review/figure.ts'
import type { StepCounts } from '#src/review/review-store.ts'
import { filterRows, leftMost, reachedLeast, stepRows } from '#src/review/step-report.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const counts = (step: StepCounts['step'], figures: Partial<StepCounts>): StepCounts => ({
  reached: 0,
  shown: 0,
  answered: 0,
  skipped: 0,
  left: 0,
  aside: 0,
  ...figures,
  step,
})
const rowsOf = (...modes: StepCounts[][]) => stepRows(MOVING_HOUSE_CAT, 1, modes)
const figuresOf = (...modes: StepCounts[][]) => rowsOf(...modes).find(({ key }) => key === 'home/milk')?.figures

test('every step of the journey stands in its order, also where nobody has been', () => {
  expect(rowsOf([]).map(({ key }) => key)).toEqual(['situation/who-moved', 'home/tell-the-register', 'home/milk'])
  expect(figuresOf([])).toEqual({ reached: 0, shown: 0, answered: 0, skipped: 0, left: 0, set_aside: 0 })
})

test('nobody is shown as 0, one to four are withheld, five are shown', () => {
  const figures = figuresOf([counts('home/milk', { reached: 5, shown: 4, answered: 1, skipped: 0, left: 6, aside: 3 })])
  expect(figures).toEqual({
    reached: 5,
    shown: undefined,
    answered: undefined,
    skipped: 0,
    left: 6,
    set_aside: undefined,
  })
})

test('counts of a step that this version does not have are nobody’s', () => {
  expect(rowsOf([counts('home/gone', { reached: 9 })]).every(({ figures }) => figures.reached === 0)).toBe(true)
})

test('a withheld mode cannot be had by taking the other modes from all of them', () => {
  const own = [counts('home/milk', { reached: 30 })]
  const persona = [counts('home/milk', { reached: 3 })]
  expect(figuresOf(own, persona)?.reached).toBeUndefined()
  expect(figuresOf(own, [counts('home/milk', { reached: 8 })])?.reached).toBe(38)
  expect(addUp([30, 0, 0])).toBe(30)
})

test('a provider’s filter keeps the steps that the provider does, a strand’s those of the strand', () => {
  const rows = rowsOf([])
  const keys = (track?: string, provider?: string) => filterRows(rows, { track, provider }).map(({ key }) => key)
  expect(keys('situation')).toEqual(['situation/who-moved'])
  expect(keys(undefined, 'cat_register')).toEqual(['home/tell-the-register', 'home/milk'])
  expect(keys('situation', 'cat_register')).toEqual([])
})

test('the steps fewest came to and most left at are named, and withheld ones tell nothing of their order', () => {
  const rows = rowsOf([
    counts('situation/who-moved', { reached: 40, left: 4 }),
    counts('home/tell-the-register', { reached: 4, left: 9 }),
    counts('home/milk', { reached: 1, left: 2 }),
  ])
  expect(reachedLeast(rows).map(({ key }) => key)).toEqual([
    'home/tell-the-register',
    'home/milk',
    'situation/who-moved',
  ])
  expect(leftMost(rows).map(({ key }) => key)).toEqual(['home/tell-the-register'])
})
