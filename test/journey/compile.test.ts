import { describe, expect, test } from 'vitest'
import { compile, isChosen, isMet, noteKey, placeOf, waitsUntil } from '#src/journey/compile.ts'
import type { Definition, StepKey } from '#src/journey/definition.ts'
import {
  answered,
  begin,
  DEATH_OF_A_RELATIVE,
  later,
  type PureWalk,
  SHIPPED,
  statusOf,
  stepOf,
} from '../walk/pure-walk.ts'
import { type SmallTracks, smallJourney } from './small-journey.ts'

const SITUATION = { began_on: '2026-03-01', a: null, b: null, c: null }
/** Somebody has told the situation of a small journey. */
function told(tracks: SmallTracks, facts = {}, more: Partial<Definition> = {}): PureWalk {
  return answered(begin(compile(smallJourney(tracks, more))), 'situation/asked', { ...SITUATION, ...facts })
}
const at = (walk: PureWalk, track: string) => walk.progress.value[track]

describe('a compiled journey', () => {
  test('knows every step by its track and id, in order', () => {
    const { places, tracks, situation } = DEATH_OF_A_RELATIVE
    expect(situation).toBe('situation')
    expect([...tracks.keys()]).toEqual(Object.keys(SHIPPED.tracks))
    expect(placeOf(DEATH_OF_A_RELATIVE, 'estate/consent-to-share')).toMatchObject({ track: 'estate', index: 0 })
    expect([...places.keys()]).toEqual([...tracks.values()].flat().map(({ key }) => key))
    expect(() => placeOf(DEATH_OF_A_RELATIVE, 'estate/garden')).toThrow('estate/garden')
  })

  test('tells when each remark holds', () => {
    const { notes } = DEATH_OF_A_RELATIVE
    const holds = (facts: object) => notes.get(noteKey('estate/inventory', 'will'))?.(facts as never)
    expect([holds({ will: true }), holds({ will: false }), holds({ will: null })]).toEqual([true, false, 'unknown'])
  })

  test('is a function of what happened alone: the order does not matter to its place', () => {
    const tracks = { left: [{ id: 'one' }, { id: 'two' }], right: [{ id: 'three' }] }
    const one = answered(answered(told(tracks), 'left/one'), 'right/three')
    const other = answered(answered(told(tracks), 'right/three'), 'left/one')
    expect(other.progress).toEqual(one.progress)
  })
})

describe('a step on its way', () => {
  test('is gone through in the order of its strand', () => {
    const walk = told({ office: [{ id: 'one' }, { id: 'two' }] })
    expect(at(walk, 'office')).toEqual({ one: 'open' })
    expect(at(answered(walk, 'office/one'), 'office')).toEqual({ two: 'open' })
    expect(at(answered(answered(walk, 'office/one'), 'office/two'), 'office')).toBe('$end')
  })

  test('is passed by when its condition is false, never when it is merely unknown', () => {
    const tracks = { office: [{ id: 'one', when: { fact: 'a', is: true } }, { id: 'two' }] }
    expect(at(told(tracks, { a: false }), 'office')).toEqual({ two: 'open' })
    expect(at(told(tracks, { a: true }), 'office')).toEqual({ one: 'open' })
    expect(at(told(tracks), 'office')).toEqual({ one: 'open' })
    expect(stepOf(told(tracks), 'office/one').perhaps).toBe(true)
  })

  test('waits for a needed step in another strand', () => {
    const tracks = { left: [{ id: 'one' }], right: [{ id: 'two', needs: ['left/one' as StepKey] }] }
    const walk = told(tracks)
    expect(stepOf(walk, 'right/two')).toMatchObject({ status: 'blocked', after: ['left/one'] })
    expect(statusOf(answered(walk, 'left/one'), 'right/two')).toBe('todo')
  })

  test.each([
    ['passed by', { a: false }, undefined],
    ['in a strand that was not chosen', {}, ['right']],
  ])('does not wait for one that is %s', (_, facts, tracks) => {
    const journey = compile(
      smallJourney({
        left: [{ id: 'one', when: { fact: 'a', is: true } }],
        right: [{ id: 'two', needs: ['left/one'] }],
      }),
    )
    const walk = answered(begin(journey, tracks), 'situation/asked', { ...SITUATION, ...facts })
    expect(statusOf(walk, 'right/two')).toBe('todo')
  })

  test('does not wait for a "perhaps" that was put aside', () => {
    const walk = told({
      left: [{ id: 'one', when: { fact: 'a', is: true } }],
      right: [{ id: 'two', needs: ['left/one'] }],
    })
    expect(statusOf(walk, 'right/two')).toBe('blocked')
    expect(statusOf(answered(walk, 'left/one', {}, 'aside'), 'right/two')).toBe('todo')
  })

  test('that waits opens on its day', () => {
    const walk = told({ office: [{ id: 'one', waits: { from: 'began_on', add: 'P1M' } }] })
    expect(stepOf(walk, 'office/one')).toMatchObject({ status: 'waiting', until: '2026-04-01' })
    expect(statusOf(later(walk), 'office/one')).toBe('todo')
    const long = told({ office: [{ id: 'one', waits: { from: 'began_on', add: 'P1D' } }] })
    expect(statusOf(long, 'office/one')).toBe('todo')
  })

  test('waits for nobody when the day it counts from will not come', () => {
    const walk = told({
      left: [{ id: 'one', when: { fact: 'a', is: true } }],
      right: [{ id: 'two', waits: { from: { done: 'left/one' }, add: 'P6M' } }],
    })
    const aside = answered(walk, 'left/one', {}, 'aside')
    expect(statusOf(aside, 'right/two')).toBe('todo')
    expect(
      waitsUntil(placeOf(aside.journey, 'right/two'), { facts: {}, happened: aside.progress.record, tracks: [] }),
    ).toBe(undefined)
  })
})

describe('an automatic step', () => {
  const CALL = { id: 'call', kind: 'automatic', after: 'P7D' } as const

  test('calls its provider, waits for the reply, and lets the walker read it', () => {
    const walk = told({ office: [CALL, { id: 'two' }] })
    expect(walk.events.at(-1)).toEqual({
      ...{ kind: 'asked', step: 'office/call', on: '2026-03-02', due: '2026-03-09', reply: 'done' },
    })
    expect(stepOf(walk, 'office/call')).toMatchObject({ status: 'waiting', until: '2026-03-09' })
    const read = later(walk)
    expect(statusOf(read, 'office/call')).toBe('todo')
    expect(statusOf(answered(read, 'office/call'), 'office/two')).toBe('todo')
  })

  test('calls nobody when it is passed by, at once or later', () => {
    const called = (walk: PureWalk) => Object.keys(walk.progress.record.asked)
    const tracks = { office: [{ ...CALL, when: { fact: 'a', is: true } }, { id: 'two' }] }
    expect(called(told(tracks, { a: false }))).toEqual([])
    expect(called(told(tracks, { a: true }))).toEqual(['office/call'])
    const needing = { left: [{ id: 'one' }], office: [{ ...CALL, when: { fact: 'a', is: true }, needs: ['left/one'] }] }
    const blocked = told(needing as SmallTracks)
    expect(called(answered(answered(blocked, 'situation/asked', { a: false }), 'left/one'))).toEqual([])
    const waiting = { office: [{ ...CALL, when: { fact: 'a', is: true }, waits: { from: 'began_on', add: 'P1M' } }] }
    expect(called(later(told(waiting, { a: true })))).toEqual(['office/call'])
    expect(called(answered(told(waiting), 'situation/asked', { began_on: '2020-01-01', a: false }))).toEqual([])
  })

  test('calls once, however often answers change', () => {
    const tracks = { office: [{ ...CALL, when: { fact: 'a', is: true } }] }
    const changes = [false, true, null, true].reduce(
      (walk, a) => answered(walk, 'situation/asked', { a }),
      told(tracks, { a: true }),
    )
    expect(changes.events.filter(({ kind }) => kind === 'asked')).toHaveLength(1)
    expect(stepOf(changes, 'office/call').until).toBe('2026-03-09')
  })

  test('that waits for a date calls on that day, not before', () => {
    const walk = told({ office: [{ ...CALL, waits: { from: 'began_on', add: 'P1M' } }] })
    expect(walk.progress.record.asked).toEqual({})
    expect(later(walk).progress.record.asked['office/call']).toMatchObject({ on: '2026-04-01', due: '2026-04-08' })
  })

  test('never runs before time has begun', () => {
    const definition = smallJourney({ office: [CALL] })
    const [question] = definition.tracks.situation?.steps ?? []
    const [call] = definition.tracks.office?.steps ?? []
    if (!question || !call || !definition.tracks.situation) throw new Error('both are there')
    definition.tracks.situation.steps = [call, question]
    const walk = begin(compile(definition))
    expect(walk.progress.value.situation).toEqual({ call: 'gate' })
    expect(walk.progress.record.asked).toEqual({})
  })
})

describe('strands', () => {
  test('begin when the whole situation is told', () => {
    const walk = begin(compile(smallJourney({ office: [{ id: 'one' }] })))
    expect(at(walk, 'office')).toBe('$start')
    expect(at(told({ office: [{ id: 'one' }] }), 'office')).toEqual({ one: 'open' })
  })

  test('none chosen is all of them; one that was not chosen ends at once', () => {
    expect(isChosen({ tracks: undefined }, 'office')).toBe(true)
    expect(isChosen({ tracks: ['home'] }, 'office')).toBe(false)
    const journey = compile(smallJourney({ office: [{ id: 'one' }], home: [{ id: 'two' }] }))
    expect(begin(journey, ['home']).progress.value).toMatchObject({ office: '$end', home: '$start' })
  })

  test('the situation is needed even by those who did not choose it', () => {
    const journey = compile(smallJourney({ office: [{ id: 'one' }] }))
    const nothing = { today: null, done: {}, aside: {}, replied: {} }
    expect(isMet(journey, 'situation/asked', { facts: {}, happened: nothing, tracks: ['office'] })).toBe(false)
    expect(isMet(journey, 'office/one', { facts: {}, happened: nothing, tracks: [] })).toBe(true)
  })
})
