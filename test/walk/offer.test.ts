import { afterEach, beforeEach, expect, test } from 'vitest'
import { OFFER } from '#src/journey/prompts.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { answers, MOVED, opens, starts, stored, type Walker, WHO_MOVED, type World, worldWith } from './world.ts'

const words = { fi: 'Kissarekisteri kertoo, että kissa on muuttanut. Aloitetaanko?', sv: 'Ska vi börja?', en: 'Begin?' }

let world: World
beforeEach(async () => {
  world = await worldWith([{ ...MOVING_HOUSE_CAT, proactive: words }])
})
afterEach(() => world.storage.cleanup())

async function promptsOn(walker: Walker) {
  const opened = await opens(walker, WHO_MOVED)
  if ('notOpen' in opened) throw new Error('the first step is open')
  return opened.prompts.map(({ id }) => id)
}

test('a walk that began by the offer remembers it, and is asked at its first step how that felt', async () => {
  const aino = await starts(world, 'aino', { by: 'offer' })
  expect((await stored(aino)).events).toEqual([{ kind: 'opened', by: 'offer' }])
  expect((await stored(aino)).walk.progress.record.byOffer).toBe(true)
  expect(await promptsOn(aino)).toContain(OFFER.id)
  await answers(aino, WHO_MOVED, { ...MOVED, 'p.offer.wish': 'ask-first' })
  const { said } = await stored(aino)
  expect(said).toMatchObject([{ prompt: OFFER.id, kind: 'automation', option: 'ask-first' }])
  const counts = await world.walks.promptCounts(aino.walk.journey, 1)
  expect(counts.find(({ prompt }) => prompt === OFFER.id)).toMatchObject({ shown: 1, answered: 1 })
})

test('whoever began by themselves is not asked, and counts in no figure about the offer', async () => {
  const erik = await starts(world, 'erik')
  expect((await stored(erik)).events).toEqual([{ kind: 'opened' }])
  expect(await promptsOn(erik)).not.toContain(OFFER.id)
  await answers(erik, WHO_MOVED, { ...MOVED, 'p.offer.wish': 'do-it' })
  expect((await stored(erik)).said).toEqual([])
  expect((await world.walks.promptCounts(erik.walk.journey, 1)).some(({ prompt }) => prompt === OFFER.id)).toBe(false)
})

test('a journey that offers nothing cannot be begun by an offer', async () => {
  const plain = await worldWith([MOVING_HOUSE_CAT])
  const aino = await starts(plain, 'aino', { by: 'offer' })
  expect((await stored(aino)).events).toEqual([{ kind: 'opened' }])
  await plain.storage.cleanup()
})
