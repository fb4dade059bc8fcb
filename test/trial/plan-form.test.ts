import { expect, test } from 'vitest'
import { emptyPlan } from '#src/trial/create-trial.ts'
import { fieldsOf, readPlan } from '#src/trial/plan-form.ts'
import { changedParts } from '#src/trial/save-plan.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { WHOLE } from './plans.ts'

const EMPTY = emptyPlan(MOVING_HOUSE_CAT)
const read = (fields: Record<string, string>, before = EMPTY) => readPlan(fields, before, MOVING_HOUSE_CAT)

test('a plan comes back from its form as it went in', () => {
  const plan = { ...WHOLE, weights: { 'home/milk': 2 } }
  expect(read(fieldsOf(plan))).toEqual({ plan, errors: {} })
  expect(read(fieldsOf(EMPTY)).plan).toEqual(EMPTY)
})

test.each([
  ['31', '2', '2026'],
  ['1', '13', '2026'],
  ['1', '', '2026'],
  ['1', '3', '26'],
  ['eilen', '3', '2026'],
])('%s.%s.%s is no day', (day, month, year) => {
  const fields = { 'opens-on-day': day, 'opens-on-month': month, 'opens-on-year': year }
  expect(read(fields).errors).toEqual({ 'opens-on': 'date' })
})

test('days are written with or without zeros, and spaces do not matter', () => {
  const fields = { 'opens-on-day': ' 01', 'opens-on-month': '3 ', 'opens-on-year': '2026' }
  expect(read(fields).plan.opensOn).toBe('2026-03-01')
})

test.each(['0', '1001', '-5', '4,5', 'monta'])('%s walkers are not expected', (walkers) => {
  expect(read({ walkers }).errors).toEqual({ walkers: 'number' })
})

test('a text that is too long is told, not cut in silence', () => {
  expect(read({ 'mandate-fi': 'x'.repeat(4001), 'owner-name': 'y'.repeat(201) }).errors).toEqual({
    'mandate-fi': 'too-long',
    'owner-name': 'too-long',
  })
})

test('a step or level that the journey does not know is left out', () => {
  const fields = { 'openness:home/milk': 'wide-open', 'openness:home/nowhere': 'open', 'weight:home/nowhere': 'on' }
  expect(read(fields).plan).toEqual({ ...EMPTY, languages: [] })
})

test('a weight that somebody set otherwise stays as it is', () => {
  const before = { ...EMPTY, weights: { 'home/milk': 3 } } as const
  expect(read({ 'weight:home/milk': 'on' }, before).plan.weights).toEqual({ 'home/milk': 3 })
  expect(read({}, before).plan.weights).toEqual({})
})

test('two plans that say the same in another order do not differ', () => {
  const { openness } = WHOLE
  const other = { ...WHOLE, openness: Object.fromEntries(Object.entries(openness).toReversed()) }
  expect(changedParts(WHOLE, other)).toEqual([])
  expect(changedParts(WHOLE, { ...WHOLE, walkers: 3, owner: undefined })).toEqual(['owner', 'walkers'])
})

test('how statements are read comes back with its reason, and reading beforehand is what every plan means that says nothing', () => {
  const plan = {
    ...WHOLE,
    moderation: 'post',
    moderationWhy: { fi: 'Kissat eivät odota.' },
    addingEndsOn: '2026-03-20',
  } as const
  expect(read(fieldsOf(plan)).plan).toMatchObject({
    moderation: 'post',
    moderationWhy: { fi: 'Kissat eivät odota.' },
    addingEndsOn: '2026-03-20',
  })
  expect(read({ ...fieldsOf(plan), moderation: 'pre' }).plan.moderation).toBeUndefined()
})
