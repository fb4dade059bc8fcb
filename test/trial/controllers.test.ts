import { expect, test } from 'vitest'
import { controllersOf } from '#src/trial/controllers.ts'
import { trialOf, WHOLE } from './plans.ts'

const KAISA = { journey: 'cat-moves-house', name: 'Kaisa Katti', body: 'Kissaministeriö' }

test('the owner of a trial answers for what people told in it, also after its close, and is named once', () => {
  const trials = [trialOf({ stage: 'closed' }), trialOf({ id: 'b-trial', stage: 'mapping' })]
  expect(controllersOf(trials)).toEqual([KAISA])
})

test('a draft, an example and a trial without an owner name nobody', () => {
  const plan = { ...WHOLE, owner: undefined }
  expect(
    controllersOf([trialOf(), trialOf({ stage: 'mapping', isExample: true }), trialOf({ stage: 'mapping', plan })]),
  ).toEqual([])
})

test('each journey names its own owner', () => {
  const other = trialOf({ journey: 'dog-moves-house', stage: 'recruiting' })
  expect(controllersOf([trialOf({ stage: 'mapping' }), other])).toEqual([
    KAISA,
    { ...KAISA, journey: 'dog-moves-house' },
  ])
})
