import { describe, expect, test } from 'vitest'
import { compile, placeOf } from '#src/journey/compile.ts'
import { Definition, type StepKey } from '#src/journey/definition.ts'
import { askedSoFar, type Fields, namesOf, readTold } from '#src/walk/read-told.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { begin, DEATH_OF_A_RELATIVE, steps } from './pure-walk.ts'
import { MOVED, WHO_MOVED } from './world.ts'

const cat = compile(MOVING_HOUSE_CAT)
const ofCat = (fields: Fields, complete = true) => read(cat, WHO_MOVED, fields, complete)
const ofAino = (step: string, fields: Fields, complete = true) => read(DEATH_OF_A_RELATIVE, step, fields, complete)

function read(journey: typeof cat, step: string, fields: Fields, complete: boolean) {
  return readTold(journey, placeOf(journey, step as StepKey), fields, { realToday: '2026-03-10', complete })
}

describe('what a step asks', () => {
  test('facts of a question, the fact of a decision, the hand-overs of a consent, nothing of a task', () => {
    const names = (step: string) => namesOf(placeOf(DEATH_OF_A_RELATIVE, step as StepKey).step)
    expect(names('situation/about-the-death')).toEqual(['died_on', 'place'])
    expect(names('estate/inventory-by')).toEqual(['inventory_by'])
    expect(names('estate/consent-to-share').every((name) => name.startsWith('share-'))).toBe(true)
    expect(names('estate/inventory')).toEqual([])
    expect(names('estate/family-report')).toEqual([])
  })

  test('only what the walker has come to is asked so far', () => {
    expect(askedSoFar(steps(begin()))).toEqual([
      { step: 'situation/about-the-death', name: 'died_on' },
      { step: 'situation/about-the-death', name: 'place' },
    ])
  })
})

describe('a date', () => {
  const date = (day: string, month: string, year: string) =>
    ofCat({ ...MOVED, 'moved_on-day': day, 'moved_on-month': month, 'moved_on-year': year })

  test.each([
    ['1', '3', '2026', '2026-03-01'],
    [' 01 ', '03', '2026', '2026-03-01'],
    ['29', '2', '2024', '2024-02-29'],
    ['10', '3', '2026', '2026-03-10'],
    ['1', '1', '1900', '1900-01-01'],
  ])('%s.%s.%s is a day', (day, month, year, told) => {
    expect(date(day, month, year)).toEqual({ told: { moved_on: told, colour: 'black' }, errors: [] })
  })

  test.each([
    ['30', '2', '2026', 'no-such-date', 'day'],
    ['29', '2', '2025', 'no-such-date', 'day'],
    ['', '3', '2026', 'not-a-date', 'day'],
    ['1', '', '', 'not-a-date', 'day'],
    ['first', '3', '2026', 'not-a-date', 'day'],
    ['1', '13', '2026', 'no-such-date', 'day'],
    ['1', '3', '12026', 'not-a-date', 'day'],
    ['-1', '3', '2026', 'not-a-date', 'day'],
    ['1', '3', '26', 'too-long-ago', 'year'],
    ['31', '12', '1899', 'too-long-ago', 'year'],
    ['11', '3', '2026', 'in-the-future', 'day'],
  ])('%s.%s.%s is answered kindly, at the field to mend', (day, month, year, error, part) => {
    const { told, errors } = date(day, month, year)
    expect(errors).toEqual([{ field: `moved_on-${part}`, error }])
    expect(told).toEqual({ colour: 'black' })
  })

  test('only the day the journey starts on must have come already', () => {
    const { facts, tracks, ...rest } = structuredClone(MOVING_HOUSE_CAT)
    const vet = { type: 'date', ask: { fi: 'Milloin kissa menee lääkäriin?' } }
    const question = tracks.situation?.steps[0]
    const asks = { ...question, asks: ['moved_on', 'vet_on'] }
    const definition = Definition.parse({
      ...rest,
      facts: { ...facts, vet_on: vet },
      tracks: { ...tracks, situation: { ...tracks.situation, steps: [asks] } },
    })
    const fields = { ...MOVED, 'vet_on-day': '1', 'vet_on-month': '1', 'vet_on-year': '2030' }
    expect(read(compile(definition), WHO_MOVED, fields, true).told).toEqual({
      moved_on: '2026-03-01',
      vet_on: '2030-01-01',
    })
  })
})

describe('a choice', () => {
  test('is one of its options, and nothing else', () => {
    expect(ofCat({ ...MOVED, colour: 'striped' }).errors).toEqual([{ field: 'colour', error: 'unknown-option' }])
    expect(ofCat({ ...MOVED, colour: 'constructor' }).errors).toEqual([{ field: 'colour', error: 'unknown-option' }])
  })

  test('yes and no are kept as yes and no', () => {
    const told = ofAino('situation/about-the-deceased', { lived_in_finland: 'true', lived_abroad: 'false' }).told
    expect(told).toMatchObject({ lived_in_finland: true, lived_abroad: false })
    expect(ofAino('situation/about-the-deceased', { lived_in_finland: 'maybe' }).errors).toEqual([
      { field: 'lived_in_finland', error: 'unknown-option' },
    ])
  })

  test('"I do not know" is an answer where the journey allows it', () => {
    expect(ofAino('situation/about-the-deceased', { church: 'unknown' }).told).toMatchObject({ church: null })
    expect(ofAino('situation/about-the-death', { place: 'unknown' }).errors).toContainEqual({
      field: 'place',
      error: 'unknown-option',
    })
  })

  test('consents are yes or no, each for itself', () => {
    const [first = '', ...others] = namesOf(placeOf(DEATH_OF_A_RELATIVE, 'estate/consent-to-share').step)
    const given = Object.fromEntries([[first, 'no'], ...others.map((name) => [name, 'yes'])])
    expect(ofAino('estate/consent-to-share', given)).toEqual({ told: given, errors: [] })
    expect(ofAino('estate/consent-to-share', { ...given, [first]: 'true' }).errors).toEqual([
      { field: first, error: 'unknown-option' },
    ])
  })
})

describe('a number', () => {
  const definition = Definition.parse({
    ...MOVING_HOUSE_CAT,
    facts: { ...MOVING_HOUSE_CAT.facts, colour: { type: 'number', ask: { fi: 'Montako kissaa?' }, min: 0, max: 9.5 } },
  })
  const cats = (colour: string) => read(compile(definition), WHO_MOVED, { ...MOVED, colour }, true)

  test.each([
    ['3', 3],
    [' 3 ', 3],
    ['0', 0],
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['9.5', 9.5],
  ])('%j is %d', (text, number) => {
    expect(cats(text).told.colour).toBe(number)
  })

  test.each([
    ['three', 'not-a-number'],
    ['1e1', 'not-a-number'],
    ['1,234', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['-1', 'out-of-range'],
    ['9,6', 'out-of-range'],
  ])('%j is answered with %s', (text, error) => {
    expect(cats(text).errors).toEqual([{ field: 'colour', error }])
  })
})

describe('what is left empty', () => {
  test('is missing when Aino moves on, at the first field of the question', () => {
    expect(ofCat({}).errors).toEqual([
      { field: 'moved_on-day', error: 'missing' },
      { field: 'colour', error: 'missing' },
    ])
  })

  test('is "not known" where that may be said', () => {
    const { told, errors } = ofAino('situation/about-the-deceased', {})
    expect(errors).toEqual([])
    expect(told).toEqual({ lived_in_finland: null, church: null, lived_abroad: null, nordic_citizen: null })
  })

  test('is left for later when she only keeps what is written', () => {
    expect(ofCat({ colour: 'white' }, false)).toEqual({ told: { colour: 'white' }, errors: [] })
    expect(ofCat({ ...MOVED, 'moved_on-day': '32' }, false).errors).toEqual([
      { field: 'moved_on-day', error: 'no-such-date' },
    ])
  })
})
