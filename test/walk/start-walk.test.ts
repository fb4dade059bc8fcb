import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Persona } from '#src/journey/definition.ts'
import { findHere } from '#src/walk/here.ts'
import { startWalk } from '#src/walk/start-walk.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { CAT, newcomer, REGISTER, starts, stored, WHO_MOVED, type World, worldWith } from './world.ts'

const salla: Persona = { id: 'salla', name: 'Salla', introduction: { fi: 'Sallan kissa muutti.' }, facts: {} }

let world: World
beforeEach(async () => {
  world = await worldWith([MOVING_HOUSE_CAT], [salla])
})
afterEach(() => world.storage.cleanup())

describe('starting a walk', () => {
  test('Aino begins at once, as herself, with the whole journey, at its first question', async () => {
    const { walk, next } = await startWalk(world, {
      ...{ journey: CAT, as: undefined, tracks: [], language: 'sv', participant: newcomer('aino'), key: 'k' },
    })
    expect(next).toBe(WHO_MOVED)
    const aino = await stored({ world, walk, participant: 'aino' })
    expect(aino.walk).toMatchObject({
      ...{ participant: 'aino', journey: CAT, version: 1, mode: 'own', persona: undefined, tracks: undefined },
      ...{ language: 'sv', rev: 0, openedAt: 1000, outcomeAt: undefined },
    })
    expect(aino.events).toEqual([{ kind: 'opened' }])
    expect(aino.told).toEqual({})
    expect(await world.walks.participant('aino')).toBeDefined()
    expect(await world.walks.device('device of aino', 1000)).toBeDefined()
  })

  test('a known participant starts another walk on the same code', async () => {
    const { walk } = await starts(world, 'aino')
    const again = await starts(world, 'aino', { participant: 'aino' })
    expect(again.walk.id).not.toBe(walk.id)
    expect(await world.walks.walksOf('aino')).toHaveLength(2)
  })

  test('as an example person it is marked so, and as someone nobody knows it is refused', async () => {
    expect((await starts(world, 'erik', { as: 'salla' })).walk).toMatchObject({ mode: 'persona', persona: 'salla' })
    expect((await starts(world, 'sari', { as: 'own' })).walk).toMatchObject({ mode: 'own', persona: undefined })
    expect((await starts(world, 'mika', { as: 'salla', mode: 'simulated' })).walk.mode).toBe('simulated')
    await expect(starts(world, 'aino', { as: 'nobody' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('within a trial the walk remembers it, and the way in', async () => {
    const begun = await starts(world, 'aino', { trial: 'spring', channel: 'library' })
    expect((await stored(begun)).walk).toMatchObject({ trial: 'spring', channel: 'library' })
    const outside = await starts(world, 'erik')
    expect((await stored(outside)).walk).toMatchObject({ trial: undefined, channel: undefined })
  })

  test('a journey that is not there is not found', async () => {
    await expect(starts(world, 'aino', { journey: 'no-such-journey' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await world.walks.participant('aino')).toBeUndefined()
  })
})

describe('choosing strands', () => {
  test('none, all, or only unknown ones is the whole journey', async () => {
    for (const tracks of [[], ['home'], ['home', 'situation'], ['garden']]) {
      expect((await starts(world, `aino of ${tracks}`, { tracks })).walk.tracks).toBeUndefined()
    }
  })

  test('the chosen ones are kept in the order of the journey', async () => {
    const { tracks, ...rest } = MOVING_HOUSE_CAT
    const garden = { ...rest, id: 'cat-in-the-garden', tracks: { ...tracks, garden: tracks.home } }
    const wide = await worldWith([garden as typeof MOVING_HOUSE_CAT])
    const { walk } = await starts(wide, 'aino', { journey: garden.id, tracks: ['garden', 'nowhere', 'situation'] })
    expect(walk.tracks).toEqual(['situation', 'garden'])
    const here = await findHere(wide, walk.id, 'aino')
    expect(here.steps.map(({ place }) => place.key)).not.toContain(REGISTER)
    await wide.storage.cleanup()
  })
})

describe('the same form sent twice', () => {
  test('leads a known participant to the one walk it started', async () => {
    await starts(world, 'aino')
    const first = await starts(world, 'aino', { participant: 'aino', key: 'pressed' })
    const second = await starts(world, 'aino', { participant: 'aino', key: 'pressed' })
    expect(second.walk.id).toBe(first.walk.id)
    expect(await world.walks.walksOf('aino')).toHaveLength(2)
  })

  test('starts anew for a known participant who went back and chose otherwise', async () => {
    await starts(world, 'aino', { key: 'pressed' })
    const second = await starts(world, 'aino', { participant: 'aino', key: 'pressed', as: 'salla' })
    expect((await stored(second)).walk.persona).toBe('salla')
  })

  test('gives a stranger, whose second press came before the first cookie, a walk they can open', async () => {
    await starts(world, 'aino', { key: 'pressed' })
    const second = await starts(world, 'aino pressing twice', { key: 'pressed' })
    expect((await findHere(world, second.walk.id, 'aino pressing twice')).walk.id).toBe(second.walk.id)
    expect(await world.walks.device('device of aino pressing twice', 1000)).toBeDefined()
  })
})
