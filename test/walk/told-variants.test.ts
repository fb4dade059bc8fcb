import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import { findHere } from '#src/walk/here.ts'
import { replay } from '#src/walk/replay.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { answers, MILK, MOVED, opens, starts, WHO_MOVED, type World, worldWith } from './world.ts'

const TITLES = {
  short: { fi: 'Maito', sv: 'Mjölk', en: 'Milk' },
  long: { fi: 'Maidosta', sv: 'Om mjölk', en: 'On milk' },
}

function toldInTwoWays(): Definition {
  const definition = structuredClone(MOVING_HOUSE_CAT)
  const step = definition.tracks.home?.steps.find(({ id }) => id === 'milk')
  if (!step) throw new Error('no milk')
  step.variants = [
    { id: 'short', title: TITLES.short },
    { id: 'long', title: TITLES.long },
  ]
  return definition
}

let world: World
beforeEach(async () => {
  world = await worldWith([toldInTwoWays()])
})
afterEach(() => world.storage.cleanup())

async function titleFor(name: string) {
  const walker = await starts(world, name)
  await opens(walker, WHO_MOVED)
  await answers(walker, WHO_MOVED, MOVED)
  const here = await findHere(world, walker.walk.id, name)
  return { walker, here, title: here.journey.places.get(MILK)?.step.title }
}

describe('a step told in two ways', () => {
  test('is told in one to half of the walkers and in the other to half, each staying in theirs', async () => {
    const heard: unknown[] = []
    for (let i = 0; i < 8; i++) {
      const { walker, title } = await titleFor(`walker ${i}`)
      heard.push(title)
      expect((await findHere(world, walker.walk.id, `walker ${i}`)).journey.places.get(MILK)?.step.title).toBe(title)
    }
    expect(heard.filter((title) => JSON.stringify(title) === JSON.stringify(TITLES.short))).toHaveLength(4)
    expect(heard.filter((title) => JSON.stringify(title) === JSON.stringify(TITLES.long))).toHaveLength(4)
  })

  test('changes no event: the walk is rebuilt from them as if it were told in one', async () => {
    const { walker, here } = await titleFor('aino')
    const events = await world.walks.events(walker.walk.id)
    expect(JSON.stringify(events)).not.toMatch(/short|long|variant/)
    expect(replay(here.journey, { told: here.told, tracks: undefined }, events)).toEqual(here.walk.progress)
  })
})
