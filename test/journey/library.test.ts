import { expect, test } from 'vitest'
import { createLibrary } from '#src/journey/library.ts'
import type { Version, VersionStore } from '#src/journey/version-store.ts'
import { smallJourney } from './small-journey.ts'

/** A version store that counts how often it is asked. */
function versions(...published: Version[]) {
  const asked = { find: 0, allLatest: 0 }
  const newest = () => [...new Map(published.map((version) => [version.journey, version])).values()]
  const store: VersionStore = {
    publish: async () => false,
    find: async (journey, number) => {
      asked.find += 1
      return published.find((version) => version.journey === journey && version.number === number)
    },
    latest: async (journey) => newest().find((version) => version.journey === journey),
    allLatest: async () => {
      asked.allLatest += 1
      return newest()
    },
    list: async () => [],
    add: async () => {
      throw new Error('nothing is published here')
    },
  }
  return { store, asked, publish: (version: Version) => published.push(version) }
}

function version(number: number, ...steps: string[]): Version {
  const definition = smallJourney({ office: steps.map((id) => ({ id })) })
  const about = { personas: [], author: 'sari', note: undefined, publishedAt: number, changes: [] }
  return { ...about, journey: definition.id, number, hash: `${number}`, definition }
}

test('a version is compiled once, and stays what it was', async () => {
  const { store, asked } = versions(version(1, 'visit'))
  const library = createLibrary(store, () => 0)
  const first = await library.version('small-journey', 1)
  expect(await library.version('small-journey', 1)).toBe(first)
  expect(asked.find).toBe(1)
  expect([...(first?.journey.places.keys() ?? [])]).toEqual(['situation/asked', 'office/visit'])
  expect(first?.prompts.get('office/visit')?.map(({ id }) => id)).toEqual(['works', 'edit', 'open'])
})

test('a version or a journey that is not there is undefined, and may come later', async () => {
  const { store, publish } = versions()
  const clock = { now: 0 }
  const library = createLibrary(store, () => clock.now)
  expect(await library.version('small-journey', 1)).toBeUndefined()
  expect(await library.latest('small-journey')).toBeUndefined()
  publish(version(1, 'visit'))
  clock.now += 1001
  expect((await library.version('small-journey', 1))?.version.number).toBe(1)
  expect((await library.latest('small-journey'))?.version.number).toBe(1)
})

test('what another process published is offered within a second, and the store is not asked for every page', async () => {
  const { store, asked, publish } = versions(version(1, 'visit'))
  const clock = { now: 0 }
  const library = createLibrary(store, () => clock.now)
  await library.latest('small-journey')
  publish(version(2, 'visit', 'sign'))
  clock.now += 1000
  expect((await library.allLatest()).map(({ version }) => version.number)).toEqual([1])
  expect(asked.allLatest).toBe(1)
  clock.now += 1
  expect((await library.latest('small-journey'))?.version.number).toBe(2)
  expect((await library.version('small-journey', 1))?.version.number).toBe(1)
})
