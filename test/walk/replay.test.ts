import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryOn, settle } from '#src/walk/progress.ts'
import { fits, replay } from '#src/walk/replay.ts'
import {
  answered,
  answersAt,
  anySituation,
  anyTurns,
  begin,
  DEATH_OF_A_RELATIVE,
  SHIPPED,
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
})
