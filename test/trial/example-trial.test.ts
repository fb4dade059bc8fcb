import { expect, test } from 'vitest'
import { dayAfter, dayOf } from '#src/trial/day.ts'
import { exampleTrial, inLanguage } from '#src/trial/example-trial.ts'
import { missingFrom, servedSteps } from '#src/trial/missing.ts'
import { suggestedOpenness } from '#src/trial/openness.ts'
import { shippedJourney } from '../support/shipped.ts'
import { trialOf } from './plans.ts'

const { definition } = shippedJourney()
const NOW = Date.parse('2026-12-01T07:00:00Z')

test('the example lacks nothing, and its dates follow from the day it is opened', () => {
  const trial = exampleTrial(definition, NOW)
  expect(missingFrom(trial, definition)).toEqual([])
  expect([trial.plan.opensOn, trial.plan.closesOn, trial.plan.answersDueOn]).toEqual([
    '2026-12-01',
    '2027-01-30',
    '2027-03-01',
  ])
})

test('a day begins at midnight in Finland', () => {
  expect(dayOf(Date.parse('2026-12-01T21:59:00Z'))).toBe('2026-12-01')
  expect(dayOf(Date.parse('2026-12-01T22:00:00Z'))).toBe('2026-12-02')
  expect(dayAfter(Date.parse('2026-02-27T23:00:00Z'), 1)).toBe('2026-03-01')
})

test('a law is named only where the journey names one, and nothing without a law is called fixed', () => {
  const openness = suggestedOpenness(definition)
  expect(Object.keys(openness)).toEqual(servedSteps(definition))
  const named = Object.entries(openness).filter(([, { law }]) => law !== undefined)
  expect(named).toEqual([['estate/inventory', { level: 'partly', law: 'perintökaari 20:1' }]])
  expect(Object.values(openness).filter(({ level }) => level === 'fixed')).toEqual([])
})

test('its names are told in the reader’s language; names that a person gave stay', () => {
  const trial = exampleTrial(definition, NOW)
  expect(inLanguage(trial, 'sv').plan.owner?.body).toBe('Ett exempelministerium')
  const renamed = { ...trial, plan: { ...trial.plan, owner: { name: 'Kaisa Katti', body: 'Kissaministeriö' } } }
  expect(inLanguage(renamed, 'sv').plan.owner).toEqual(renamed.plan.owner)
  expect(inLanguage(trialOf(), 'sv')).toEqual(trialOf())
})
