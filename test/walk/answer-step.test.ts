import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import { contentHash } from '#src/journey/version.ts'
import { situationOf, stepsOf } from '#src/walk/progress.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import {
  answers,
  CAT,
  MILK,
  MOVED,
  opens,
  REGISTER,
  starts,
  stored,
  type Walker,
  WHO_MOVED,
  type World,
  worldWith,
} from './world.ts'

let world: World
let aino: Walker
beforeEach(async () => {
  world = await worldWith()
  aino = await starts(world, 'aino')
})
afterEach(() => world.storage.cleanup())

describe('the one form of a step', () => {
  test('moves on to the next step of the strand, then to the overview, at the end to the check', async () => {
    expect(await answers(aino, WHO_MOVED, MOVED)).toMatchObject({ ok: true, next: 'overview', said: 0 })
    expect(await answers(aino, REGISTER)).toMatchObject({ ok: true, next: MILK })
    expect(await answers(aino, MILK, { wants_milk: 'true' })).toMatchObject({ ok: true, next: 'check' })
    const { told, events } = await stored(aino)
    expect(told).toEqual({ moved_on: '2026-03-01', colour: 'black', wants_milk: true })
    expect(events.map(({ kind }) => kind)).toEqual(['opened', 'answered', 'done', 'done', 'answered', 'done'])
  })

  test('keeps what is written and stays', async () => {
    expect(await answers(aino, WHO_MOVED, { colour: 'white' }, { go: 'stay' })).toMatchObject({ next: WHO_MOVED })
    const { told, walk } = await stored(aino)
    expect(told).toEqual({ colour: 'white' })
    expect(walk.progress.record.done).toEqual({})
  })

  test('keeps what is said whichever button is pressed', async () => {
    for (const [i, go] of (['on', 'stay', 'skip', 'aside'] as const).entries()) {
      const walker = await starts(world, `aino ${i}`)
      const fields = { ...MOVED, 'p.open.text': `Sanottu: ${go}` }
      expect(await answers(walker, WHO_MOVED, fields, { go })).toMatchObject({ ok: true, said: 1 })
      const { said, told } = await stored(walker)
      expect(said.map(({ text }) => text)).toEqual([`Sanottu: ${go}`])
      expect(told).toMatchObject({ colour: 'black' })
    }
  })

  test('keeps what is said even when the question still has to be mended, and does not move', async () => {
    const fields = { ...MOVED, 'moved_on-day': '40', 'p.open.text': 'Tämä säilyy.' }
    const outcome = await answers(aino, WHO_MOVED, fields, { key: 'first' })
    expect(outcome).toMatchObject({ ok: false, errors: [{ field: 'moved_on-day', error: 'no-such-date' }] })
    const { said, told, walk } = await stored(aino)
    expect(said.map(({ text }) => text)).toEqual(['Tämä säilyy.'])
    expect(told).toEqual({})
    expect(walk.progress.record.done).toEqual({})
  })

  test('stores nothing of a form whose text is too long: it comes again with all its words', async () => {
    const fields = { ...MOVED, 'p.open.text': 'a'.repeat(2001) }
    expect(await answers(aino, WHO_MOVED, fields)).toMatchObject({
      ...{ ok: false, promptErrors: [{ field: 'p.open.text', error: 'too-long' }] },
    })
    expect(await stored(aino)).toMatchObject({ said: [], told: {}, walk: { rev: 0 } })
  })

  test('a personal detail is told as taken out', async () => {
    const outcome = await answers(aino, WHO_MOVED, { ...MOVED, 'p.open.text': 'Numeroni on 040 123 4567' })
    expect(outcome).toMatchObject({ ok: true, said: 1 })
    if (outcome.ok) expect(outcome.redacted.length).toBeGreaterThan(0)
  })

  test('is refused kindly for a step that is not open', async () => {
    const outcome = await answers(aino, MILK, { wants_milk: 'true', 'p.open.text': 'Liian aikaisin' })
    expect(outcome).toMatchObject({ ok: false, notOpen: { status: 'blocked' } })
    expect(await stored(aino)).toMatchObject({ said: [], told: {} })
  })

  test('does not exist for anyone else', async () => {
    await expect(answers({ ...aino, participant: 'erik' }, WHO_MOVED, MOVED)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(answers(aino, 'home/garden')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('saying something else', () => {
  const says = (text: string, more = {}) => answers(aino, WHO_MOVED, { ...MOVED, 'p.open.text': text }, more)
  const texts = async () => (await stored(aino)).said.map(({ text }) => text)

  test('replaces what was said', async () => {
    await says('Ensin')
    expect(await says('Sitten')).toMatchObject({ said: 1 })
    expect(await texts()).toEqual(['Sitten'])
  })

  test('saying the same again is nothing new', async () => {
    await says('Ensin')
    expect(await says('Ensin')).toMatchObject({ said: 0 })
  })

  test('emptying the field takes it back', async () => {
    await says('Ensin')
    await says('')
    expect(await texts()).toEqual([])
    expect((await stored(aino)).events).toContainEqual({ kind: 'withdrawn' })
  })

  test('an old empty form that comes again takes back nothing written since', async () => {
    await says('Ensin', { key: 'k1' })
    await says('', { key: 'k2' })
    await says('Uudestaan', { key: 'k3' })
    await says('', { key: 'k2' })
    expect(await texts()).toEqual(['Uudestaan'])
  })
})

describe('a form sent twice', () => {
  test('is counted once', async () => {
    const form = { ...MOVED, 'p.open.text': 'Kerran' }
    const first = await answers(aino, WHO_MOVED, form, { key: 'k' })
    const before = await stored(aino)
    const second = await answers(aino, WHO_MOVED, form, { key: 'k' })
    expect(second).toMatchObject({ ok: true, next: first.ok && first.next })
    expect(await stored(aino)).toEqual(before)
  })

  test('both arrive when two windows send at the same moment', async () => {
    await answers(aino, WHO_MOVED, MOVED)
    const both = await Promise.all([
      answers(aino, REGISTER, { 'p.open.text': 'Yksi' }, { key: 'a' }),
      answers(aino, WHO_MOVED, { ...MOVED, colour: 'white', 'p.open.text': 'Kaksi' }, { key: 'b' }),
    ])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    const { said, told, walk } = await stored(aino)
    expect(said.map(({ text }) => text).toSorted()).toEqual(['Kaksi', 'Yksi'])
    expect(told.colour).toBe('white')
    expect(walk.progress.record.done).toHaveProperty([REGISTER])
  })

  test('a walk that is moved on all the time is busy, and nothing is half stored', async () => {
    const { walks } = world
    const never = { ...world, walks: { ...walks, append: async () => 'stale' as const } }
    await expect(answers({ ...aino, world: never }, WHO_MOVED, MOVED)).rejects.toMatchObject({ code: 'busy' })
    expect(await stored(aino)).toMatchObject({ told: {}, walk: { rev: 0 } })
  })
})

describe('a walk keeps its version', () => {
  test('when the designer publishes another one meanwhile', async () => {
    await answers(aino, WHO_MOVED, MOVED)
    const next = structuredClone(MOVING_HOUSE_CAT)
    next.tracks.home?.steps.shift()
    const about = { personas: [], author: 'sari', note: undefined, publishedAt: 5, changes: [] }
    await world.storage.versions.add({
      ...about,
      journey: CAT,
      hash: contentHash(next),
      definition: Definition.parse(next),
    })
    world.clock.now += 5000
    expect((await world.library.latest(CAT))?.version.number).toBe(2)
    expect(await answers(aino, REGISTER)).toMatchObject({ ok: true, next: MILK })
    expect((await starts(world, 'erik')).walk.version).toBe(2)
  })
})

describe('a damaged cache', () => {
  test.each([['{}'], ['null'], ['{"value":{"home":{"no-such-step":"open"}},"record":{"done":{}}}']])(
    'of %s breaks no walk: events and answers rebuild it',
    async (garbage) => {
      await answers(aino, WHO_MOVED, MOVED)
      await answers(aino, REGISTER)
      const before = await stored(aino)
      const damaged = { ...before.walk, progress: JSON.parse(garbage) }
      const find = async () => ({ walk: damaged, told: before.told })
      const broken = { ...aino, world: { ...world, walks: { ...world.walks, find } } }
      const page = await opens(broken, MILK)
      expect(page.here.steps).toEqual(stepsOf(page.here.journey, situationOf(before.walk, before.told)))
      expect(await answers(broken, MILK, { wants_milk: 'false' })).toMatchObject({ ok: true, next: 'check' })
      const { walk } = await stored(aino)
      expect(Object.keys(walk.progress.record.done).toSorted()).toEqual([MILK, REGISTER, WHO_MOVED].toSorted())
      expect(walk.progress.value).toEqual({ situation: '$end', home: '$end' })
    },
  )
})
