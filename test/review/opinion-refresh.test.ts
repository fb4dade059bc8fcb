import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mapRefresher, REST_MS } from '#src/opinion-worker-loop.ts'
import { OpinionThread } from '#src/opinion-worker-thread.ts'
import { OpinionKeeper } from '#src/review/opinion-keeper.ts'
import { type Computing, refreshMaps } from '#src/review/opinion-refresh.ts'
import { openStorage, type Storage } from '#src/storage/open.ts'
import type { Walk } from '#src/walk/walk.ts'
import { aChange, aContribution, begin, JOURNEY } from '../contract/cast.ts'
import { type TemporaryStorage, temporaryStorage } from '../support/storage.ts'

let storage: TemporaryStorage
beforeEach(async () => {
  storage = await temporaryStorage()
})
afterEach(() => storage.cleanup())

/** Computes in this very thread, and counts how often. */
function here(keeper = new OpinionKeeper()): Computing & { maps: Computing['maps']; readonly computed: string[] } {
  const computed: string[] = []
  return {
    computed,
    known: async (journey) => keeper.known(journey),
    add: async (journey, votes) => keeper.add(journey, votes),
    maps: async (journey, served) => {
      computed.push(journey)
      return keeper.maps(journey, served)
    },
  }
}

async function vote(walk: string, options: Readonly<Record<string, string>>, more: Partial<Walk> = {}) {
  await begin({ storage, sql: async () => [] }, walk, more)
  const contributions = Object.entries(options).map(([prompt, option]) =>
    aContribution(walk, { id: `${walk} ${prompt}`, kind: 'statement', prompt, option }),
  )
  await storage.walks.append(aChange(walk, { contributions }))
}

function depsOf(computing: Computing, on: Storage = storage, owner = 'this process', now = () => 1000) {
  const { votes, statements, opinionMaps } = on
  return { votes, statements, opinionMaps, computing, owner, now }
}

describe('a map brought up to date', () => {
  test('is stamped with the number of the last vote in it and the moment it was made', async () => {
    await vote('a', { 'statement.s1': 'agree', 'statement.s2': 'pass' })
    expect(await refreshMaps(depsOf(here()), JOURNEY)).toBe('stored')
    const stored = await storage.opinionMaps.find(JOURNEY)
    expect(stored).toMatchObject({ seq: 2, at: 1000 })
    expect(stored?.maps.own).toMatchObject({ participants: 1, groups: [] })
    expect(stored?.maps.own?.statements.map(({ votes }) => votes)).toStrictEqual([
      [0, 0, 1],
      [0, 1, 0],
    ])
  })

  test('reads on from the votes known, and all anew after somebody took theirs away', async () => {
    const computing = here()
    const added: (readonly [number, boolean])[] = []
    const watched: Computing = {
      ...computing,
      add: (journey, votes) => {
        added.push([votes.votes.length, votes.isAnew])
        return computing.add(journey, votes)
      },
    }
    await vote('a', { 'statement.s1': 'agree' })
    await refreshMaps(depsOf(watched), JOURNEY)
    await vote('b', { 'statement.s1': 'disagree' })
    await refreshMaps(depsOf(watched), JOURNEY)
    await storage.walks.erase({ walk: 'a', at: 3000 })
    await refreshMaps(depsOf(watched), JOURNEY)
    expect(added).toStrictEqual([
      [1, true],
      [1, false],
      [1, true],
    ])
    const stored = await storage.opinionMaps.find(JOURNEY)
    expect(stored?.maps.own?.statements[0]?.votes).toStrictEqual([1, 0, 0])
    expect(await storage.opinionMaps.behind(5000)).toStrictEqual([])
  })

  test('tells the walks of made-up walkers apart from those of people', async () => {
    await vote('a', { 'statement.s1': 'agree' })
    await vote('b', { 'statement.s1': 'pass' }, { mode: 'simulated' })
    await refreshMaps(depsOf(here()), JOURNEY)
    const { own, simulated } = (await storage.opinionMaps.find(JOURNEY))?.maps ?? {}
    expect(own?.statements[0]?.votes).toStrictEqual([0, 0, 1])
    expect(simulated?.statements[0]?.votes).toStrictEqual([0, 1, 0])
  })

  test('whose computing fails leaves the last one, frees the right to compute and throws', async () => {
    await vote('a', { 'statement.s1': 'agree' })
    await refreshMaps(depsOf(here()), JOURNEY)
    await vote('b', { 'statement.s1': 'agree' })
    const broken: Computing = { ...here(), maps: () => Promise.reject(new Error('no memory left')) }
    await expect(refreshMaps(depsOf(broken), JOURNEY)).rejects.toThrow('no memory left')
    expect(await storage.opinionMaps.find(JOURNEY)).toMatchObject({ seq: 1 })
    expect(await refreshMaps(depsOf(here()), JOURNEY)).toBe('stored')
  })
})

describe('two processes on one database', () => {
  test('compute a map once between them', async () => {
    await vote('a', { 'statement.s1': 'agree' })
    const other = await openStorage({ folder: storage.folder, now: () => 0 })
    const [one, two] = [here(), here()]
    const outcomes = await Promise.all([
      refreshMaps(depsOf(one), JOURNEY),
      refreshMaps(depsOf(two, other, 'another process'), JOURNEY),
    ])
    expect(outcomes.toSorted()).toStrictEqual(['elsewhere', 'stored'])
    expect([...one.computed, ...two.computed]).toStrictEqual([JOURNEY])
    expect(await other.opinionMaps.find(JOURNEY)).toMatchObject({ seq: 1 })
    await other.close()
  })

  test('take over from one another when one dies at it', async () => {
    await vote('a', { 'statement.s1': 'agree' })
    await storage.opinionMaps.lease({ journey: JOURNEY, owner: 'died', now: 0, until: 500 })
    expect(
      await refreshMaps(
        depsOf(here(), storage, 'alive', () => 499),
        JOURNEY,
      ),
    ).toBe('elsewhere')
    expect(
      await refreshMaps(
        depsOf(here(), storage, 'alive', () => 500),
        JOURNEY,
      ),
    ).toBe('stored')
  })
})

describe('somebody who looks now and then', () => {
  const clock = { now: 0 }
  const looking = (computing: Computing, troubles: unknown[] = []) =>
    mapRefresher({
      ...depsOf(computing, storage, 'one', () => clock.now),
      onTrouble: (error) => troubles.push(error),
    })
  beforeEach(() => {
    clock.now = 0
  })

  test('computes once for many votes in a row, and not at all without new ones', async () => {
    const computing = here()
    const { look } = looking(computing)
    await vote('a', { 'statement.s1': 'agree' })
    await Promise.all([look(), look()])
    await vote('b', { 'statement.s1': 'agree' })
    await look()
    await vote('c', { 'statement.s1': 'agree' })
    await look()
    expect(computing.computed).toHaveLength(1)
    clock.now = REST_MS
    await look()
    await look()
    expect(computing.computed).toHaveLength(2)
    expect((await storage.opinionMaps.find(JOURNEY))?.maps.own?.participants).toBe(3)
  })

  test('tells of a map that fails, goes on, and tries again a minute later', async () => {
    const troubles: unknown[] = []
    const computing = here()
    const maps = computing.maps
    let isBroken = true
    const { look } = looking(
      { ...computing, maps: (...asked) => (isBroken ? Promise.reject(new Error('broken')) : maps(...asked)) },
      troubles,
    )
    await vote('a', { 'statement.s1': 'agree' })
    await look()
    await look()
    expect(troubles).toHaveLength(1)
    isBroken = false
    clock.now = 60_000
    await look()
    expect(await storage.opinionMaps.find(JOURNEY)).toMatchObject({ seq: 1 })
  })
})

describe('the thread of its own', () => {
  test('computes the very map that is computed here', async () => {
    const thread = new OpinionThread()
    await vote('a', { 'statement.s1': 'agree', 'statement.s2': 'pass' })
    await vote('b', { 'statement.s1': 'disagree', 'statement.s2': 'agree' })
    await refreshMaps(depsOf(thread), JOURNEY)
    const { maps } = (await storage.opinionMaps.find(JOURNEY))!
    await vote('c', {})
    await storage.opinionMaps.lease({ journey: JOURNEY, owner: 'free', now: 1000, until: 1000 })
    await refreshMaps(depsOf(here()), JOURNEY)
    expect(maps).toStrictEqual((await storage.opinionMaps.find(JOURNEY))!.maps)
    await thread.stop()
  })

  test('that breaks tells whoever waits, and the next one asked is a new one', async () => {
    const broken = new OpinionThread(new URL('data:text/javascript,process.exit(3)'))
    await expect(broken.known(JOURNEY)).rejects.toThrow('ended: 3')
    await expect(broken.known(JOURNEY)).rejects.toThrow('ended: 3')
    await broken.stop()
    await expect(broken.known(JOURNEY)).rejects.toThrow('has been stopped')
  })

  test('that does not answer is given up', async () => {
    const deaf = new OpinionThread(new URL('data:text/javascript,setInterval(() => {}, 1000)'), 50)
    await expect(deaf.known(JOURNEY)).rejects.toThrow('does not answer')
    await deaf.stop()
  })
})

test('a statement of a walker that others may not see places nobody, and does so again once they may', () => {
  const keeper = new OpinionKeeper()
  const votes = ['a', 'b', 'c'].flatMap((walk) =>
    ['added.x', 'bank#s1'].map((statement) => ({ walk, mode: 'own', statement, vote: 1 }) as const),
  )
  keeper.add(JOURNEY, { votes, isAnew: true, seq: 6, erased: 0 })
  const outOf = (served: readonly string[]) =>
    keeper.maps(JOURNEY, served).own?.statements.map(({ id, out, votes: [, , agree] }) => [id, out, agree])
  expect(outOf([])).toStrictEqual([
    ['added.x', 1, 0],
    ['bank#s1', 0, 3],
  ])
  expect(outOf(['added.x'])).toStrictEqual([
    ['added.x', 0, 3],
    ['bank#s1', 0, 3],
  ])
})
