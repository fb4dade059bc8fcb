import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import { letTimePass } from '#src/walk/let-time-pass.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
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
  world = await worldWith([registerReplies()])
  aino = await starts(world, 'aino')
  await answers(aino, WHO_MOVED, MOVED)
})
afterEach(() => world.storage.cleanup())

/** The cat's journey where the register is told by itself and answers in a week. */
function registerReplies(): Definition {
  const definition = structuredClone(MOVING_HOUSE_CAT)
  const home = definition.tracks.home
  const [register, ...others] = home?.steps ?? []
  if (register?.kind !== 'task' || !home) throw new Error('the register is a task')
  const reply = { id: 'noted', after: 'P7D', seen: 'imagined', text: { fi: 'Merkitty.' } } as const
  home.steps = [{ ...register, kind: 'automatic', replies: [reply] }, ...others]
  return definition
}

const timePasses = (walker = aino, key?: string) =>
  letTimePass(world, { walk: walker.walk.id, participant: walker.participant, key })
const status = async (key: string) => (await timePasses()).steps.find(({ place }) => place.key === key)?.status

test('the register was told when the situation was, and counts as reached', async () => {
  const { events, seen, walk } = await stored(aino)
  expect(events.at(-1)).toEqual({ kind: 'asked', step: REGISTER, on: '2026-03-02', due: '2026-03-09', reply: 'noted' })
  expect(seen.visited).toEqual([])
  expect(walk.progress.value).toMatchObject({ home: { 'tell-the-register': 'calling' } })
})

test('time passes to the reply, which can then be read', async () => {
  const here = await timePasses()
  expect(here.walk.progress.record).toMatchObject({
    ...{ today: '2026-03-09', advanced: '2026-03-09' },
    replied: { [REGISTER]: { on: '2026-03-09', reply: 'noted' } },
  })
  expect(here.steps.find(({ place }) => place.key === REGISTER)?.status).toBe('todo')
  expect((await stored(aino)).events.slice(-2)).toEqual([
    { kind: 'advanced', to: '2026-03-09' },
    { kind: 'replied', step: REGISTER, on: '2026-03-09', reply: 'noted' },
  ])
})

test('nothing changes when nothing waits', async () => {
  await timePasses()
  const before = await stored(aino)
  await timePasses()
  expect(await stored(aino)).toEqual(before)
  expect(await status(MILK)).toBe('blocked')
})

test('the same press that comes twice lets time pass once', async () => {
  await timePasses(aino, 'pressed')
  const before = await stored(aino)
  await timePasses(aino, 'pressed')
  expect(await stored(aino)).toEqual(before)
})

test('what was said at a waiting step is kept, and the step stays', async () => {
  expect(await answers(aino, REGISTER, { 'p.open.text': 'Odotan kissan kanssa.' })).toMatchObject({ ok: true, said: 1 })
  const { walk, said } = await stored(aino)
  expect(said).toHaveLength(1)
  expect(walk.progress.record.done).not.toHaveProperty([REGISTER])
})

test('nobody else can let time pass for Aino', async () => {
  await expect(timePasses({ ...aino, participant: 'erik' })).rejects.toMatchObject({ code: 'not-found' })
})
