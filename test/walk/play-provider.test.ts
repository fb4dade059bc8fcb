import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StepKey } from '#src/journey/definition.ts'
import { findHere } from '#src/walk/here.ts'
import { letTimePass } from '#src/walk/let-time-pass.ts'
import { askPerson, callNumber, playProvider } from '#src/walk/play-provider.ts'
import { trialOf } from '../trial/plans.ts'
import { FEED, FIX, playedJourney } from './playing.ts'
import {
  answers,
  CAT,
  MOVED,
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
  world = await worldWith([playedJourney()])
  await world.storage.trials.create(trialOf({ id: 'trial', journey: CAT, stage: 'mapping', openedAt: 1 }))
  aino = await starts(world, 'aino', { trial: 'trial' })
  await answers(aino, WHO_MOVED, MOVED)
  await answers(aino, FIX)
})
afterEach(() => world.storage.cleanup())

const asks = (isAsked = true, step: string = REGISTER) =>
  askPerson(world, { walk: aino.walk.id, participant: 'aino', step: step as StepKey, isAsked, key: undefined })
const open = () => world.walks.openCalls()
async function theCall() {
  const [call] = await open()
  if (!call) throw new Error('nothing waits for a person')
  return call
}
const timePasses = () => letTimePass(world, { walk: aino.walk.id, participant: 'aino', key: undefined })
async function status(key: string) {
  const { steps } = await findHere(world, aino.walk.id, 'aino')
  return steps.find(({ place }) => place.key === key)?.status
}

describe('a person answers in the provider’s place', () => {
  test('only where the walker has agreed, and only while it waits', async () => {
    expect(await open()).toEqual([])
    expect((await asks(true, FIX)).done).toBe(false)
    expect((await asks()).done).toBe(true)
    expect(await open()).toEqual([
      {
        ...{ call: expect.any(String), walk: aino.walk.id, step: REGISTER, journey: CAT, version: 1 },
        ...{ askedOn: '2026-03-02', dueOn: '2026-03-09' },
      },
    ])
    await asks(false)
    expect(await open()).toEqual([])
  })

  test('with a reply that comes on the walk’s own today', async () => {
    await asks()
    expect(await playProvider(world, { call: await theCall(), reply: 'other-colour', by: 'facilitator' })).toBe('sent')
    const { walk, events } = await stored(aino)
    expect(walk.progress.record).toMatchObject({
      today: '2026-03-02',
      asked: { [REGISTER]: { by: 'facilitator' } },
      replied: { [REGISTER]: { on: '2026-03-02', reply: 'other-colour', sets: { colour: 'white' } } },
    })
    expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['tried', 'replied'])
    expect(await status(REGISTER)).toBe('todo')
    expect(await open()).toEqual([])
  })

  test('and of two who answer at once only the first counts', async () => {
    await asks()
    const call = await theCall()
    const both = await Promise.all([
      playProvider(world, { call, reply: 'other-colour', by: 'facilitator' }),
      playProvider(world, { call, reply: 'noted', by: 'provider' }),
    ])
    expect(both.toSorted()).toEqual(['late', 'sent'])
    expect((await stored(aino)).events.filter(({ kind }) => kind === 'replied')).toHaveLength(1)
  })

  test('too late once time has passed, or the walk is gone', async () => {
    await asks()
    const call = await theCall()
    await timePasses()
    expect(await playProvider(world, { call, reply: 'noted', by: 'provider' })).toBe('late')
    await world.walks.erase({ walk: aino.walk.id, at: 2000 })
    expect(await playProvider(world, { call, reply: 'noted', by: 'provider' })).toBe('late')
  })

  test('with a declared reply alone', async () => {
    await asks()
    expect(await playProvider(world, { call: await theCall(), reply: 'made-up', by: 'provider' })).toBe('unknown')
    expect(await open()).toHaveLength(1)
  })

  test('not where the walk belongs to no trial', async () => {
    const erik = await starts(world, 'erik')
    await answers(erik, WHO_MOVED, MOVED)
    await answers(erik, FIX)
    const asked = { walk: erik.walk.id, participant: 'erik', step: REGISTER as StepKey, isAsked: true, key: undefined }
    await askPerson(world, asked)
    expect(await open()).toEqual([])
  })

  test('under a number of four digits', () => {
    expect(callNumber('any call')).toMatch(/^[1-9]\d{3}$/)
    expect(callNumber('any call')).toBe(callNumber('any call'))
  })
})

describe('a step that another may do with a mandate', () => {
  beforeEach(async () => {
    await timePasses()
    await answers(aino, REGISTER)
  })

  test('is done by the walker where nobody was asked, without a word about it', async () => {
    expect(await status(FEED)).toBe('todo')
    await answers(aino, FEED)
    expect(await status(FEED)).toBe('done')
    expect((await stored(aino)).walk.progress.record.asked).not.toHaveProperty([FEED])
  })

  test('is asked of whoever has the mandate, who replies in their time', async () => {
    expect(await answers(aino, FEED, { 'mandate-feed': 'sitter' })).toMatchObject({ ok: true, next: 'overview' })
    expect(await status(FEED)).toBe('waiting')
    expect((await stored(aino)).walk.progress.record.asked[FEED]).toMatchObject({ reply: 'fed', due: '2026-03-11' })
    await timePasses()
    expect(await status(FEED)).toBe('todo')
    await answers(aino, FEED)
    expect(await status(FEED)).toBe('done')
  })

  test('may be taken back while it waits: then nobody replies', async () => {
    await answers(aino, FEED, { 'mandate-feed': 'sitter' })
    await answers(aino, FEED, { 'mandate-feed': 'self' })
    expect(await status(FEED)).toBe('todo')
    await answers(aino, FEED, { 'mandate-feed': 'self' })
    expect(await status(FEED)).toBe('done')
    await timePasses()
    expect((await stored(aino)).walk.progress.record.replied).not.toHaveProperty([FEED])
  })

  test('is given to a declared role alone', async () => {
    expect(await answers(aino, FEED, { 'mandate-feed': 'neighbour' })).toMatchObject({
      ok: false,
      errors: [{ field: 'mandate-feed', error: 'unknown-option' }],
    })
  })
})
