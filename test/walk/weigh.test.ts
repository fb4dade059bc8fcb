import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Weighing } from '#feedback/prompt.ts'
import { createLibrary } from '#src/journey/library.ts'
import { contentHash } from '#src/journey/version.ts'
import { moveToVersion } from '#src/walk/move-version.ts'
import { openWeighing, showMore } from '#src/walk/weigh-page.ts'
import { WEIGHED, WEIGHED_STEP, weighingJourney } from '../support/weighing-journey.ts'
import { answers, MOVED, opens, starts, stored, type Walker, WHO_MOVED, type World, worldWith } from './world.ts'

const P = `p.${WEIGHED}.`
const OWN = `reason.${WEIGHED}`

let world: World
beforeEach(async () => {
  world = await worldWith([weighingJourney()])
})
afterEach(() => world.storage.cleanup())

const weighs = (walker: Walker, fields: Record<string, string>, go: 'on' | 'stay' = 'stay') =>
  answers(walker, WEIGHED_STEP, Object.fromEntries(Object.entries(fields).map(([name, value]) => [P + name, value])), {
    go,
  })
const prompted = async (walker: Walker): Promise<Weighing | undefined> => {
  const opened = await opens(walker, WEIGHED_STEP)
  if ('notOpen' in opened) throw new Error('the step is not open')
  return opened.prompts.find((prompt) => prompt.kind === 'weighing')
}
/** Somebody at the step, with the proposition offered. */
const standing = async (name: string, more: Parameters<typeof starts>[2] = {}): Promise<Walker> => {
  const walker = await starts(world, name, more)
  await answers(walker, WHO_MOVED, MOVED)
  const visit = { walk: walker.walk.id, step: WEIGHED_STEP, offered: [WEIGHED], at: 1 } as const
  await world.walks.visit(visit)
  return walker
}
const weighed = ({ walk }: Walker) => world.weighing.ofWalk(walk.id)
const approve = (id: string) =>
  world.storage.review.moderate({ id, seenAt: undefined, state: 'visible', reason: undefined, by: 'Mika', at: 5 })

describe('weighing a proposition', () => {
  it('keeps stance, importance and list in one form, and what one page showed', async () => {
    const aino = await standing('aino')
    const { listed = [] } = (await prompted(aino)) ?? {}
    expect(listed).toHaveLength(5)
    await weighs(aino, { stance: '-0.3', mode: 'slider', importance: '2', listed: 'on', [`take.${listed[0]}`]: 'on' })

    const kept = await weighed(aino)
    expect(kept.stances).toMatchObject([{ stance: '-0.3', inputMode: 'slider', importance: 2 }])
    expect(kept.adoptions.map(({ reason }) => reason)).toEqual([listed[0]])
    expect(kept.exposures.map(({ reason }) => reason)).toEqual(listed)
    expect((await stored(aino)).said).toMatchObject([{ kind: 'weighing', prompt: WEIGHED, option: '-0.3' }])
    expect(await prompted(aino)).toMatchObject({ taken: [listed[0]], listed, importance: 2 })
  })

  it('left untouched is a skipped question, never a stance of 0', async () => {
    const aino = await standing('aino')
    await prompted(aino)
    await weighs(aino, { listed: 'on', mode: 'radios' }, 'on')
    expect(await weighed(aino)).toMatchObject({ stances: [], adoptions: [] })
    expect((await stored(aino)).said).toEqual([])
    expect((await stored(aino)).seen.exposures).toMatchObject([{ prompt: WEIGHED, skipped: true }])
  })

  it('can be done with reasons alone, and still without a stance', async () => {
    const aino = await standing('aino')
    await weighs(aino, { listed: 'on', 'take.seed.mice': 'on' })
    expect((await stored(aino)).said).toMatchObject([{ prompt: WEIGHED, option: undefined }])
    expect((await weighed(aino)).stances).toEqual([])
    // Whoever takes a reason has been shown it.
    expect((await weighed(aino)).exposures.map(({ reason }) => reason)).toContain('seed.mice')
  })

  it('is revised with its history kept; the same again adds nothing', async () => {
    const aino = await standing('aino')
    for (const stance of ['0.5', '0.5', '-1']) await weighs(aino, { stance })
    await weighs(aino, { importance: '3' })
    expect((await weighed(aino)).stances.map(({ stance, importance }) => [stance, importance])).toEqual([
      ['0.5', undefined],
      ['-1', undefined],
      ['-1', 3],
    ])
    expect((await stored(aino)).said).toMatchObject([{ option: '-1' }])
  })

  it('takes reasons out of the list only by a form that listed them', async () => {
    const aino = await standing('aino')
    await weighs(aino, { stance: '1', listed: 'on', 'take.seed.quick': 'on', 'take.seed.ask': 'on' })
    await weighs(aino, { stance: '0.5' })
    expect((await weighed(aino)).adoptions).toHaveLength(2)
    await weighs(aino, { stance: '0.5', listed: 'on', 'take.seed.ask': 'on' })
    expect((await weighed(aino)).adoptions.map(({ reason }) => reason)).toEqual(['seed.ask'])
    await weighs(aino, { listed: 'on' })
    expect((await weighed(aino)).adoptions).toEqual([])
    expect((await stored(aino)).said).toMatchObject([{ option: '0.5' }])
  })

  it('holds five reasons at most', async () => {
    const aino = await standing('aino')
    const six = ['quick', 'calm', 'safe', 'mice', 'dogs', 'ask'].map((id) => [`take.seed.${id}`, 'on'])
    const outcome = await weighs(aino, { stance: '1', ...Object.fromEntries(six) })
    expect(outcome).toMatchObject({ ok: false, promptErrors: [{ field: `${P}listed`, error: 'too-many-reasons' }] })
    await weighs(aino, Object.fromEntries(six.slice(0, 5)))
    expect(await weighs(aino, Object.fromEntries(six.slice(5)))).toMatchObject({ ok: false })
  })

  it('counts once when the same form comes many times at once', async () => {
    const aino = await standing('aino')
    await Promise.all(Array.from({ length: 5 }, () => weighs(aino, { stance: '1', 'take.seed.quick': 'on' })))
    expect((await weighed(aino)).stances).toHaveLength(1)
    expect((await weighed(aino)).adoptions).toHaveLength(1)
    const counts = { journey: aino.walk.journey, version: 1, step: WEIGHED_STEP } as const
    expect(await world.walks.optionCounts(counts)).toEqual([{ prompt: WEIGHED, option: '1', n: 1 }])
  })
})

describe('a reason of one’s own', () => {
  it('is a line and what is added to it, waits for a person, and is served to others with its side', async () => {
    const aino = await standing('aino')
    await weighs(aino, { text: 'Kissat  unohtavat\nasioita', more: 'Kaksi riviä\nlisää', side: 'against' })
    const [, reason] = (await stored(aino)).said
    expect(reason).toMatchObject({
      ...{ prompt: OWN, kind: 'weighing', option: 'against', state: 'pending' },
      text: 'Kissat unohtavat asioita\nKaksi riviä\nlisää',
    })

    const eino = await standing('eino')
    const isServed = async (to: Walker) => (await prompted(to))?.reasons.some(({ id }) => id === reason?.id)
    expect(await isServed(eino)).toBe(false)
    await approve(reason?.id ?? '')
    expect(await isServed(eino)).toBe(true)
    expect(await isServed(aino)).toBe(false)
  })

  it('is redacted, and measured by what is kept of it', async () => {
    const aino = await standing('aino')
    await weighs(aino, { text: `Soita ${'040 123 4567'} heti` })
    expect((await stored(aino)).said[1]?.text).not.toContain('4567')
    expect(await weighs(aino, { text: 'a'.repeat(181) })).toMatchObject({
      promptErrors: [{ field: `${P}text`, error: 'too-long-reason' }],
    })
    expect(await weighs(aino, { more: 'a'.repeat(601) })).toMatchObject({
      promptErrors: [{ field: `${P}more`, error: 'too-long-more' }],
    })
  })

  it('is kept without a side, but not served until it has one', async () => {
    const [aino, eino] = [await standing('aino'), await standing('eino')]
    await weighs(aino, { text: 'Ilman puolta' })
    const id = (await stored(aino)).said[1]?.id ?? ''
    await approve(id)
    expect((await prompted(eino))?.reasons.map((one) => one.id)).not.toContain(id)
    await weighs(aino, { text: 'Ilman puolta', side: 'condition' })
    expect((await prompted(eino))?.reasons.map((one) => one.id)).toContain(id)
  })

  it('is gone when its fields come back empty', async () => {
    const aino = await standing('aino')
    await weighs(aino, { stance: '1', text: 'Syy' })
    await weighs(aino, { stance: '1', text: '', more: '' })
    expect((await stored(aino)).said.map(({ prompt }) => prompt)).toEqual([WEIGHED])
  })
})

describe('serving reasons', () => {
  it('shows everybody five, those of a kind alike often, and the same ones again to the same person', async () => {
    const seen = new Map<string, number>()
    for (let i = 0; i < 7; i++) {
      const walker = await standing(`walker ${i}`)
      const first = (await prompted(walker))?.listed
      expect(first).toHaveLength(5)
      expect((await prompted(walker))?.listed).toEqual(first)
      for (const id of first ?? []) seen.set(id, (seen.get(id) ?? 0) + 1)
    }
    expect(seen.size).toBe(7)
    const ofKind = ['quick', 'calm', 'safe'].map((id) => seen.get(`seed.${id}`) ?? 0)
    expect(Math.max(...ofKind) - Math.min(...ofKind)).toBeLessThanOrEqual(1)
  })

  it('counts what made-up walkers saw by itself', async () => {
    const made = await standing('made up', { mode: 'simulated' } as never)
    await prompted(made)
    const place = { journey: made.walk.journey, step: WEIGHED_STEP, prompt: WEIGHED } as const
    expect((await world.weighing.exposureCounts({ ...place, simulated: false })).size).toBe(0)
    expect((await world.weighing.exposureCounts({ ...place, simulated: true })).size).toBe(5)
  })

  it('goes on with the next ones when asked for more', async () => {
    const aino = await standing('aino')
    await prompted(aino)
    const which = { walk: aino.walk.id, participant: aino.participant, step: WEIGHED_STEP } as const
    const page = async () => {
      const opened = await openWeighing(world, which)
      return 'notOpen' in opened ? undefined : opened.met[0]
    }
    expect(await page()).toMatchObject({ hasMore: true, stances: undefined })
    await showMore(world, { ...which, prompt: WEIGHED })
    expect((await page())?.prompt.listed).toHaveLength(7)
    expect((await page())?.hasMore).toBe(false)
    await weighs(aino, { stance: '0.5' })
    expect((await page())?.stances).toEqual({ '0.5': 1 })
  })
})

describe('taking back', () => {
  it('a stance takes its history and list along, and leaves the reason of one’s own', async () => {
    const aino = await standing('aino')
    await weighs(aino, { stance: '1', 'take.seed.quick': 'on', text: 'Syy', side: 'for' })
    const [stance, reason] = (await stored(aino)).said
    await world.walks.withdraw({ walk: aino.walk.id, contribution: stance?.id, at: 9 })
    expect(await weighed(aino)).toMatchObject({ stances: [], adoptions: [] })
    expect((await stored(aino)).said).toEqual([reason])
  })
})

describe('a new version', () => {
  it('that words the proposition anew makes the old stance the old version’s, and asks again', async () => {
    const aino = await standing('aino')
    await weighs(aino, { stance: '1', text: 'Vanha syy', side: 'for' })
    await approve((await stored(aino)).said[1]?.id ?? '')
    const other = { fi: 'Kissa kertoo kahdesti.', sv: 'Katten berättar två gånger.', en: 'The cat tells twice.' }
    await publish(other)
    const eino = await standing('eino')
    expect((await prompted(eino))?.reasons.filter(({ origin }) => origin === 'participant')).toEqual([])

    await moveToNewest(aino)
    expect(await prompted(aino)).toMatchObject({ ask: other, before: { version: 1, stance: '1' }, taken: [] })
    await weighs(aino, { stance: '1' })
    expect((await prompted(aino))?.before).toBeUndefined()
    expect((await stored(aino)).said.filter(({ prompt }) => prompt === WEIGHED)).toHaveLength(2)
  })

  it('that words it the same serves what was said of it before', async () => {
    const aino = await standing('aino')
    await weighs(aino, { text: 'Hyvä syy', side: 'for' })
    await approve((await stored(aino)).said[1]?.id ?? '')
    await publish(undefined)
    const eino = await standing('eino')
    expect(eino.walk.version).toBe(2)
    expect((await prompted(eino))?.reasons.filter(({ origin }) => origin === 'participant')).toHaveLength(1)
  })
})

async function publish(ask: Parameters<typeof weighingJourney>[0]): Promise<void> {
  const definition = weighingJourney(ask)
  const about = { personas: [], author: 'Mika', note: undefined, publishedAt: 2, changes: [] }
  const hash = `${contentHash(definition)} 2`
  await world.storage.versions.add({ ...about, journey: definition.id, hash, definition })
  Object.assign(world, { library: createLibrary(world.storage.versions, world.now) })
}

async function moveToNewest({ walk, participant }: Walker): Promise<void> {
  await moveToVersion(world, { walk: walk.id, participant, version: 2, key: undefined })
}
