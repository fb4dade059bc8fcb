import { afterEach, beforeEach, expect, test } from 'vitest'
import { finishWalk } from '#src/walk/finish.ts'
import {
  answers,
  MILK,
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
  world = await worldWith()
  aino = await starts(world, 'aino')
})
afterEach(() => world.storage.cleanup())

const finishes = (walker = aino, key?: string) =>
  finishWalk(world, { walk: walker.walk.id, participant: walker.participant, key })
const walkAll = async () => {
  await answers(aino, WHO_MOVED, MOVED)
  await answers(aino, REGISTER)
  await answers(aino, MILK, { wants_milk: 'true' })
}
const outcomes = async () => (await stored(aino)).events.filter(({ kind }) => kind === 'outcome').length

test('a walk with something open is not finished', async () => {
  await answers(aino, WHO_MOVED, MOVED)
  expect(await finishes()).toMatchObject({ finished: false })
  expect((await stored(aino)).walk.outcomeAt).toBeUndefined()
})

test('a walk whose steps are all done is finished, once', async () => {
  await walkAll()
  world.clock.now = 7000
  expect(await finishes()).toMatchObject({ finished: true })
  expect((await stored(aino)).walk.outcomeAt).toBe(7000)
  world.clock.now = 8000
  expect(await finishes()).toMatchObject({ finished: true })
  expect((await stored(aino)).walk.outcomeAt).toBe(7000)
  expect(await outcomes()).toBe(1)
})

test('two presses at the same moment finish it once', async () => {
  await walkAll()
  const both = await Promise.all([finishes(aino, 'a'), finishes(aino, 'b')])
  expect(both.map(({ finished }) => finished)).toEqual([true, true])
  expect(await outcomes()).toBe(1)
})

test('answers can still be changed afterwards, and the walk stays finished', async () => {
  await walkAll()
  await finishes()
  expect(await answers(aino, MILK, { wants_milk: 'false' })).toMatchObject({ ok: true, next: 'check' })
  const { told, walk } = await stored(aino)
  expect(told.wants_milk).toBe(false)
  expect(walk.outcomeAt).toBe(1000)
})

test('nobody else finishes it', async () => {
  await walkAll()
  await expect(finishes({ ...aino, participant: 'erik' })).rejects.toMatchObject({ code: 'not-found' })
})
