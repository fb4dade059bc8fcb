import { expect, test } from 'vitest'
import { missingFrom, servedSteps } from '#src/trial/missing.ts'
import { eventsOf, nextStage, TRIAL_EVENTS } from '#src/trial/stages.ts'
import { takesWords } from '#src/trial/takes-words.ts'
import { STAGES } from '#src/trial/trial.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { trialOf, WHOLE } from './plans.ts'

test('whole, a trial goes from stage to stage and never jumps', () => {
  const table = STAGES.map((stage) =>
    TRIAL_EVENTS.map((event) => nextStage(trialOf({ stage }), event, MOVING_HOUSE_CAT) ?? '-').join(' '),
  )
  expect(table).toEqual([
    'recruiting - - - -',
    '- mapping answering - draft',
    '- - answering - -',
    '- - - closed -',
    '- - - - -',
  ])
})

test('a draft that lacks anything does not open', () => {
  expect(eventsOf(trialOf({ plan: { ...WHOLE, rota: [] } }), MOVING_HOUSE_CAT)).toEqual([])
})

test('spaces are no name, and a reader without hours is none', () => {
  const plan = {
    ...WHOLE,
    owner: { name: ' ', body: 'x' },
    rota: [{ name: 'Mirri', hours: ' ' }],
    mandate: { fi: ' ', sv: 'x', en: 'x' },
  }
  expect(missingFrom({ plan }, MOVING_HOUSE_CAT)).toEqual([
    { part: 'mandate', language: 'fi' },
    { part: 'owner' },
    { part: 'rota' },
  ])
})

test('one language is enough, and its mandate too', () => {
  expect(missingFrom({ plan: { ...WHOLE, languages: ['sv'], mandate: { sv: 'x' } } }, MOVING_HOUSE_CAT)).toEqual([])
  expect(missingFrom({ plan: { ...WHOLE, languages: [] } }, MOVING_HOUSE_CAT)).toEqual([{ part: 'languages' }])
})

test('questions about the situation need no word on what can change', () => {
  expect(servedSteps(MOVING_HOUSE_CAT)).toEqual(['home/tell-the-register', 'home/milk'])
})

test('words come in time through the whole last day, and while walks are taken', () => {
  const open = trialOf({ stage: 'recruiting' })
  expect(takesWords(open, '2026-05-01')).toBe(true)
  expect(takesWords(open, '2026-05-02')).toBe(false)
  expect(takesWords(trialOf({ stage: 'answering' }), '2026-04-01')).toBe(false)
})
