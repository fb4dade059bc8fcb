import { describe, expect, test } from 'vitest'
import { AINO, after, answered, answersAt, begin, forward, later, stepOf, turn } from './pure-walk.ts'

const DIED = { died_on: '2026-03-01', place: 'hospital' }
const FIRST = 'situation/about-the-death'

describe('one form', () => {
  test('tells what is new, by name only: the events hold no answers', () => {
    const { events, told } = forward(begin(), FIRST, DIED)
    expect(told).toEqual(DIED)
    expect(events).toEqual([
      { kind: 'answered', step: FIRST, names: ['died_on', 'place'] },
      { kind: 'done', step: FIRST, on: '2026-03-02' },
    ])
  })

  test('what was told already is not told again', () => {
    const kept = answered(begin(), FIRST, DIED, 'stay')
    expect(forward(kept, FIRST, DIED).events.map(({ kind }) => kind)).toEqual(['done'])
    expect(forward(kept, FIRST, DIED, 'stay').events).toEqual([])
    expect(forward(kept, FIRST, { ...DIED, place: 'home' }).told).toEqual({ place: 'home' })
  })

  test('"I do not know" is an answer, and told once', () => {
    const second = 'situation/about-the-deceased'
    const unsure = answered(answered(begin(), FIRST, DIED), second, { church: null }, 'stay')
    expect(unsure.told).toHaveProperty('church', null)
    expect(forward(unsure, second, { church: null }, 'stay').events).toEqual([])
  })

  test('keeping and skipping leave the step open', () => {
    for (const go of ['stay', 'skip'] as const) {
      expect(answered(begin(), FIRST, DIED, go).progress.record.done).toEqual({})
    }
  })

  test('a step that is done stays done on its first day', () => {
    const walk = later(answered(begin(), FIRST, DIED))
    expect(forward(walk, FIRST, DIED).events).toEqual([])
  })

  test('calls the providers whose steps begin now, once', () => {
    let walk = begin()
    while (Object.keys(walk.progress.record.asked).length === 0) walk = turn(walk, AINO)
    const last = walk.events.flatMap((event) => (event.kind === 'asked' ? [event] : []))
    expect(last.map(({ step }) => step)).toContain('money/bank-told')
    expect(last.find(({ step }) => step === 'money/bank-told')).toMatchObject({
      on: '2026-03-02',
      due: '2026-03-05',
      reply: 'told',
    })
    const changed = forward(walk, FIRST, { ...DIED, died_on: '2026-02-01' })
    expect(changed.ran).toEqual([])
    expect(changed.progress.record.asked).toEqual(walk.progress.record.asked)
  })
})

describe('the clock', () => {
  test('follows a changed day of death, and never runs behind what has passed', () => {
    let walk = begin()
    while (walk.progress.record.advanced === null) walk = turn(walk, AINO)
    const today = walk.progress.record.today
    const earlier = answered(walk, FIRST, { ...DIED, died_on: '2026-01-01' })
    expect(earlier.progress.record.today).toBe(today)
    const muchLater = answered(walk, FIRST, { ...DIED, died_on: '2026-03-09' })
    expect(muchLater.progress.record.today).toBe('2026-03-10')
    expect(answered(muchLater, FIRST, DIED).progress.record.today).toBe(today)
  })
})

test('an answer that opens an earlier strand again lets the steps after it wait, and forgets none of them', () => {
  const facts = { ...AINO, place: 'sudden' }
  let walk = begin()
  while (!('funeral/support' in walk.progress.record.done)) walk = turn(walk, { ...facts, place: 'hospital' })
  const change = forward(walk, FIRST, { ...DIED, place: 'sudden' })
  const changed = after(walk, change)
  expect(change.ran).toEqual(['funeral/cause-of-death'])
  expect(stepOf(changed, 'funeral/cause-of-death').status).toBe('waiting')
  expect(stepOf(changed, 'funeral/support').status).toBe('done')
  expect(answersAt(stepOf(changed, FIRST), facts)).toEqual({ died_on: '2026-03-01', place: 'sudden' })
})
