import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eraseWalk, exportWalk, readMine, withdraw } from '#src/walk/mine.ts'
import {
  answers,
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
let erik: Walker
let whose: { walk: string; participant: string }
beforeEach(async () => {
  world = await worldWith()
  erik = await starts(world, 'erik', { language: 'sv' })
  whose = { walk: erik.walk.id, participant: 'erik' }
  await answers(erik, WHO_MOVED, MOVED)
  await opens(erik, REGISTER)
  await answers(
    erik,
    REGISTER,
    { 'p.open.text': 'Registret svarade snabbt.', 'p.works.rating': 'yes' },
    { language: 'sv' },
  )
  world.clock.now += 10
  await answers(erik, WHO_MOVED, { ...MOVED, 'p.open.text': 'En svår fråga.' }, { language: 'sv' })
})
afterEach(() => world.storage.cleanup())

describe('everything Erik said', () => {
  test('in the order of the steps, in his language', async () => {
    const { contributions } = await readMine(world, whose)
    expect(contributions.map(({ step, prompt }) => `${step} ${prompt}`)).toEqual([
      'situation/who-moved open',
      expect.stringMatching('home/tell-the-register'),
      expect.stringMatching('home/tell-the-register'),
    ])
    expect(new Set(contributions.map(({ language }) => language))).toEqual(new Set(['sv']))
  })

  test('one thing can be taken back, or all', async () => {
    const { contributions } = await readMine(world, whose)
    expect(await withdraw(world, { ...whose, contribution: contributions[0]?.id })).toBe(1)
    expect((await readMine(world, whose)).contributions).toHaveLength(2)
    expect(await withdraw(world, { ...whose, contribution: undefined })).toBe(2)
    expect((await readMine(world, whose)).contributions).toEqual([])
    expect((await stored(erik)).told).toMatchObject({ colour: 'black' })
  })

  test('what is taken back can be said again', async () => {
    await withdraw(world, { ...whose, contribution: undefined })
    expect(await answers(erik, REGISTER, { 'p.open.text': 'Ändå.' }, { go: 'stay' })).toMatchObject({ said: 1 })
  })
})

test('his export holds all that is kept of the walk, and says what each part is', async () => {
  const all = await exportWalk(world, whose)
  expect(Object.keys(all.legend)).toEqual(Object.keys(all).filter((part) => part !== 'legend'))
  expect(all.told).toEqual({ moved_on: '2026-03-01', colour: 'black' })
  expect(all.said).toHaveLength(3)
  expect(all.events.at(0)).toEqual({ kind: 'opened' })
  const text = JSON.stringify(all)
  expect(text).toContain('En svår fråga.')
  expect(text).not.toContain('"erik"')
})

test('erasing the walk leaves nothing to find', async () => {
  await eraseWalk(world, whose)
  await expect(readMine(world, whose)).rejects.toMatchObject({ code: 'not-found' })
  expect(await world.walks.contributionsOf(whose.walk)).toEqual([])
  expect(await world.walks.events(whose.walk)).toEqual([])
  expect(await world.walks.participant('erik')).toBeUndefined()
})

test('none of it is anyone else’s', async () => {
  const others = { ...whose, participant: 'aino' }
  for (const verb of [readMine, exportWalk, eraseWalk])
    await expect(verb(world, others)).rejects.toMatchObject({ code: 'not-found' })
  await expect(withdraw(world, { ...others, contribution: undefined })).rejects.toMatchObject({ code: 'not-found' })
  expect((await readMine(world, whose)).contributions).toHaveLength(3)
})
