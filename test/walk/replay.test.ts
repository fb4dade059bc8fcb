import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import { carryOn, settle } from '#src/walk/progress.ts'
import { fits, replay } from '#src/walk/replay.ts'
import { smallJourney } from '../journey/small-journey.ts'
import {
  answered,
  answersAt,
  anySituation,
  anyTurns,
  begin,
  DEATH_OF_A_RELATIVE,
  SHIPPED,
  statusOf,
  stepOf,
  turns,
} from './pure-walk.ts'

describe('the truth of a walk is its events', () => {
  test('replaying events and answers gives exactly the stored progress', () => {
    fc.assert(
      fc.property(anySituation(SHIPPED), anySituation(SHIPPED), anyTurns, fc.nat(), (facts, others, picks, when) => {
        const half = turns(begin(), facts, picks.slice(0, when % picks.length))
        const walk = turns(half, { ...facts, ...others }, picks.slice(when % picks.length))
        const changed = answered(
          walk,
          'situation/about-the-death',
          answersAt(stepOf(walk, 'situation/about-the-death'), others),
        )
        for (const one of [half, walk, changed]) {
          expect(replay(one.journey, one, one.events)).toEqual(one.progress)
          expect(fits(one.journey, one.progress)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a walk carried on stands where one placed anew stands', () => {
    fc.assert(
      fc.property(anySituation(SHIPPED), anyTurns, (facts, picks) => {
        const walk = turns(begin(), facts, picks)
        expect(settle(walk.journey, walk, walk.progress.record).progress).toEqual(walk.progress)
        expect(carryOn(walk.journey, walk, walk.progress, walk.progress.record).asked).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['no place', { value: {} }],
    ['a strand missing', { value: { situation: { 'about-the-death': 'open' } } }],
    ['a step of another version', { value: { ...begin().progress.value, money: { 'tell-the-bank': 'open' } } }],
    ['a strand nobody knows', { value: { ...begin().progress.value, garden: '$end' } }],
    ['half a place', { value: { ...begin().progress.value, money: 'bills' } }],
    ['two places at once', { value: { ...begin().progress.value, money: { bills: 'open', balances: 'gate' } } }],
    ['a name every object has', { value: { ...begin().progress.value, money: 'constructor' } }],
    ['a record without its parts', { record: { today: null } }],
    ['a record of something else', { record: { ...begin().progress.record, done: { 'money/bills': 7 } } }],
  ])('a stored progress with %s does not fit', (_, damage) => {
    expect(fits(DEATH_OF_A_RELATIVE, { ...begin().progress, ...damage })).toBe(false)
  })

  test.each([[null], ['nonsense'], [[]], [undefined]])('nor does %j', (garbage) => {
    expect(fits(DEATH_OF_A_RELATIVE, garbage)).toBe(false)
  })

  test('a step that was put aside and is taken up after all is no exception', () => {
    const will = { fact: 'a', is: true }
    const journey = compile(
      smallJourney({
        estate: [
          { id: 'serve', when: will },
          { id: 'contest', when: will, waits: { from: { done: 'estate/serve' }, add: 'P6M' } },
        ],
      }),
    )
    const told = answered(begin(journey), 'situation/asked', { began_on: '2026-03-01', a: null, b: null, c: null })
    const aside = answered(told, 'estate/serve', {}, 'aside')
    expect(statusOf(aside, 'estate/contest')).toBe('todo')
    const served = answered(aside, 'estate/serve')
    expect(stepOf(served, 'estate/contest')).toMatchObject({ status: 'waiting', until: '2026-09-02' })
    expect(replay(journey, served, served.events)).toEqual(served.progress)
  })
})
