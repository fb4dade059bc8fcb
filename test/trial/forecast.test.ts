import { expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import { forecast } from '#src/trial/forecast.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { shippedJourney } from '../support/shipped.ts'

const { definition, personas } = shippedJourney()
const death = compile(definition)

test('every step of a short journey hears half of its walkers, until it has heard enough', () => {
  const cat = compile(MOVING_HOUSE_CAT)
  const expected = (walkers: number) =>
    forecast({ journey: cat, personas: [], walkers, weights: {} }).map(({ answers }) => answers)
  expect(expected(0)).toEqual([0, 0, 0])
  expect(expected(10)).toEqual([5, 5, 5])
  expect(expected(100)).toEqual([10, 10, 10])
})

test('nobody answers where nobody walks, and no more answer than walk', () => {
  for (const { walkers, answers } of forecast({ journey: death, personas, walkers: 40, weights: {} }))
    expect(answers).toBeLessThanOrEqual(walkers)
})

test('the steps that matter most hear more, and the others pay for it', () => {
  const key = 'estate/inventory' as const
  const sum = (weights: Record<string, number>) => forecast({ journey: death, personas, walkers: 40, weights })
  const answersAt = (all: ReturnType<typeof sum>) => all.find(({ step }) => step === key)?.answers ?? 0
  const total = (all: ReturnType<typeof sum>) => all.reduce((n, { answers }) => n + answers, 0)
  const [plain, weighed] = [sum({}), sum({ [key]: 2 })]
  expect(answersAt(weighed)).toBeGreaterThan(answersAt(plain))
  expect(total(weighed) - answersAt(weighed)).toBeLessThan(total(plain) - answersAt(plain) + 1)
})
