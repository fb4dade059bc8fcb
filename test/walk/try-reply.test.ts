import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StepKey } from '#src/journey/definition.ts'
import { letTimePass } from '#src/walk/let-time-pass.ts'
import { replay } from '#src/walk/replay.ts'
import { tryReply } from '#src/walk/try-reply.ts'
import { FIX, playedJourney } from './playing.ts'
import { answers, MOVED, REGISTER, starts, stored, type Walker, WHO_MOVED, type World, worldWith } from './world.ts'

const BRUSH = 'home/brush'

let world: World
let aino: Walker
beforeEach(async () => {
  world = await worldWith([playedJourney()])
  aino = await starts(world, 'aino')
  await answers(aino, WHO_MOVED, MOVED)
  await answers(aino, FIX)
})
afterEach(() => world.storage.cleanup())

const tries = (reply: string, key?: string) =>
  tryReply(world, { walk: aino.walk.id, participant: 'aino', step: REGISTER, reply, key })
const timePasses = () => letTimePass(world, { walk: aino.walk.id, participant: 'aino', key: undefined })
const record = async () => (await stored(aino)).walk.progress.record
async function status(key: string) {
  const { here } = await tries('no such reply')
  return here.steps.find(({ place }) => place.key === key)?.status
}

/** The stored place is what the events alone lead to. */
async function expectReplayed() {
  const { walk, told, events } = await stored(aino)
  const published = await world.library.version(walk.journey, walk.version)
  if (!published) throw new Error('the version is gone')
  expect(replay(published.journey, { told, tracks: walk.tracks }, events)).toEqual(walk.progress)
}

async function outbox() {
  return (await world.walks.openCalls()).map(({ step, dueOn }) => ({ step, dueOn }))
}

describe('another reply, before the first one has come', () => {
  test('comes on its own day, counted from when the register was asked', async () => {
    expect(await tries('other-colour')).toMatchObject({ tried: true })
    expect((await stored(aino)).events.at(-1)).toEqual({
      ...{ kind: 'tried', step: REGISTER, by: 'walker', reply: 'other-colour', sets: { colour: 'white' } },
      ...{ on: '2026-03-02', due: '2026-03-11' },
    })
    await timePasses()
    expect(await record()).toMatchObject({ today: '2026-03-11', replied: { [REGISTER]: { reply: 'other-colour' } } })
    await expectReplayed()
  })

  test('tells a fact: a step that it concerns is there, without a word from the walker', async () => {
    expect(await status(BRUSH)).toBeUndefined()
    await tries('other-colour')
    await timePasses()
    await answers(aino, REGISTER)
    expect(await status(BRUSH)).toBe('todo')
    expect((await stored(aino)).told.colour).toBe('black')
    await expectReplayed()
  })

  test('is taken once, however often the form comes', async () => {
    await tries('other-colour', 'pressed')
    const before = await stored(aino)
    await tries('other-colour', 'pressed')
    expect(await stored(aino)).toEqual(before)
  })

  test('must be declared, and the step must be somebody’s to answer', async () => {
    const before = await stored(aino)
    expect(await tries('made-up')).toMatchObject({ tried: false })
    const elsewhere = { walk: aino.walk.id, participant: 'aino', reply: 'noted', key: undefined }
    expect(await tryReply(world, { ...elsewhere, step: FIX })).toMatchObject({ tried: false })
    expect(await stored(aino)).toEqual(before)
  })

  test('is nobody else’s to choose', async () => {
    const erik = { walk: aino.walk.id, participant: 'erik', step: REGISTER as StepKey, reply: 'noted', key: undefined }
    await expect(tryReply(world, erik)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('another reply, after the first one was read', () => {
  beforeEach(async () => {
    await tries('other-colour')
    await timePasses()
    await answers(aino, REGISTER)
    await answers(aino, BRUSH, { 'p.open.text': 'Harjasin kissan.' })
  })

  test('comes at once where its day is past; what followed is set aside and nothing said is lost', async () => {
    await tries('noted')
    expect((await stored(aino)).events.slice(-2)).toMatchObject([
      { kind: 'tried', reply: 'noted' },
      { kind: 'replied', reply: 'noted', on: '2026-03-09' },
    ])
    expect(await status(REGISTER)).toBe('todo')
    expect(await status(BRUSH)).toBeUndefined()
    expect((await stored(aino)).said).toHaveLength(1)
    await expectReplayed()
  })

  test('and back again: what was done is found as it was left', async () => {
    await tries('noted')
    await tries('other-colour')
    await answers(aino, REGISTER)
    expect(await status(BRUSH)).toBe('done')
    await expectReplayed()
  })

  test('the walker’s own word is the last one', async () => {
    await answers(aino, WHO_MOVED, MOVED)
    expect(await status(BRUSH)).toBeUndefined()
    await expectReplayed()
  })
})

describe('a reply that leads back', () => {
  test('opens the earlier step once it has been read, and the register is asked again after it', async () => {
    await tries('error')
    await timePasses()
    expect(await status(FIX)).toBe('done')
    await answers(aino, REGISTER)
    expect([await status(FIX), await status(REGISTER)]).toEqual(['todo', 'blocked'])
    expect(await record()).toMatchObject({ sentBack: { [FIX]: { by: REGISTER, reply: 'error' } } })
    await expectReplayed()

    await answers(aino, FIX)
    expect(await status(REGISTER)).toBe('waiting')
    expect((await record()).asked[REGISTER]).toMatchObject({ on: '2026-03-05', reply: 'noted' })
    expect(await record()).not.toHaveProperty('sentBack')
    await expectReplayed()
  })

  test('to its own step sends the request once more, with the usual reply', async () => {
    await tries('one-more')
    await timePasses()
    await answers(aino, REGISTER)
    expect(await status(REGISTER)).toBe('waiting')
    expect((await record()).asked[REGISTER]).toMatchObject({ on: '2026-03-05', reply: 'noted' })
    await timePasses()
    await answers(aino, REGISTER)
    expect(await status(REGISTER)).toBe('done')
    await expectReplayed()
  })
})

test('the outbox holds no call that was not asked of a person', async () => {
  await tries('error')
  expect(await outbox()).toEqual([])
})
