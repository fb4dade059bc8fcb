import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Definition, Persona } from '#src/journey/definition.ts'
import { optionTaken } from '#src/simulation/opinion.ts'
import { simulate, type Walked } from '#src/simulation/simulate.ts'
import type { WalkDeps } from '#src/walk/deps.ts'
import { figuresOn, signedIn } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { shippedApp, shippedJourney } from '../support/shipped.ts'

const MARRIAGE = 'marriage'
const apps: TestApp[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

const patiently = <T>(work: () => Promise<T>) => work()

async function married(): Promise<TestApp> {
  const app = await shippedApp(shippedJourney(MARRIAGE))
  apps.push(app)
  return app
}

async function simulated(deps: WalkDeps, walkers: number, { journey = MARRIAGE, seed = 'a' } = {}) {
  const all: Walked[] = []
  const plan = { journey, walkers, seed, trial: undefined }
  for await (const one of simulate({ ...deps, patiently }, plan)) all.push(one)
  return all
}

/** After the steps statements are served without counting as offered at one. */
const isStatement = (prompt: string) => prompt.startsWith('statement.')

/** All that a walk left behind, without ids and times. */
async function traces({ walks }: WalkDeps, { walk }: Walked) {
  const state = await walks.find(walk)
  if (!state) throw new Error('the walk is gone')
  const { mode, persona, tracks, language, progress, trial } = state.walk
  const said = await walks.contributionsOf(walk)
  return {
    ...{ mode, persona, tracks, language, progress, trial, told: state.told },
    events: await walks.events(walk),
    seen: await walks.seen(walk),
    said: said
      .map(({ step, prompt, option, text, state, situation }) => ({ step, prompt, option, text, state, situation }))
      .sort((one, other) => (`${one.step} ${one.prompt}` < `${other.step} ${other.prompt}` ? -1 : 1)),
  }
}

const allTraces = async (deps: WalkDeps, all: readonly Walked[]) =>
  Promise.all(all.map((walked) => traces(deps, walked)))

describe('simulated walks', () => {
  let sixty: TestApp
  let walked: readonly Walked[]
  let left: Awaited<ReturnType<typeof allTraces>>
  beforeAll(async () => {
    sixty = await shippedApp(shippedJourney(MARRIAGE))
    walked = await simulated(sixty.deps, 60)
    left = await allTraces(sixty.deps, walked)
  }, 120_000)
  afterAll(() => sixty.close())

  test('are the same for the same seed in another empty installation at another time, and others for another seed', async () => {
    const [one, other, third] = [await married(), await married(), await married()]
    other.clock.now += 60_000
    const first = await allTraces(one.deps, await simulated(one.deps, 12))
    expect(await allTraces(other.deps, await simulated(other.deps, 12))).toEqual(first)
    expect(await allTraces(third.deps, await simulated(third.deps, 12, { seed: 'b' }))).not.toEqual(first)
    expect(first.flatMap(({ said }) => said).length).toBeGreaterThan(30)
  })

  test('are stored as simulated, those of example people too, and what they write waits to be approved', () => {
    expect(new Set(left.map(({ mode }) => mode))).toEqual(new Set(['simulated']))
    expect(left.some(({ persona }) => persona !== undefined)).toBe(true)
    const words = left.flatMap(({ said }) => said).filter(({ text }) => text !== undefined)
    expect(words.length).toBeGreaterThan(0)
    expect(new Set(words.map(({ state }) => state))).toEqual(new Set(['pending']))
  })

  test('say something only at prompts that stood on their page, at most seven of them offered', () => {
    for (const { seen, said } of left) {
      expect(seen.exposures.filter(({ offered }) => offered).length).toBeLessThanOrEqual(7)
      const isOffered = (step: string, prompt: string) =>
        seen.exposures.some((one) => one.step === step && one.prompt === prompt && (one.offered || isStatement(prompt)))
      const unasked = said.filter(({ prompt }) => prompt !== 'open' && prompt !== 'own')
      expect(unasked.filter(({ step, prompt }) => !isOffered(step, prompt))).toEqual([])
    }
  })

  test('choose what was planted, wherever they are asked', async () => {
    const published = await sixty.deps.library.latest(MARRIAGE)
    const chosen = left.flatMap(({ said }, i) =>
      said.filter(({ option }) => option !== undefined).map((one) => ({ ...one, walker: walked[i]!.walker })),
    )
    expect(chosen.length).toBeGreaterThan(100)
    for (const { walker, step, prompt, option } of chosen) {
      const asked = published?.prompts.get(step)?.find(({ id }) => id === prompt)
      expect(asked && optionTaken(walker, step, asked)).toBe(option)
    }
  })

  test('lead to the outcome, but for a few that stop on the way', async () => {
    for (const { walk, walker, isFinished } of walked) {
      expect((await sixty.deps.walks.find(walk))?.walk.outcomeAt !== undefined).toBe(isFinished)
      if (walker.stopsAfter === undefined) expect(isFinished).toBe(true)
    }
    const stopped = walked.filter(({ isFinished }) => !isFinished).length
    expect(stopped).toBeGreaterThan(0)
    expect(stopped).toBeLessThan(12)
  })

  test('are never counted as anybody’s own: the ministry sees them only where it asks for simulated ones', async () => {
    const app = await testApp()
    apps.push(app)
    await simulated(app.deps, 12, { journey: MOVING_HOUSE_CAT.id })
    const reviewer = await signedIn(app, 'reviewer')
    const page = `/fi/review/journeys/${MOVING_HOUSE_CAT.id}`
    const figures = async (query: string) => figuresOn(await (await reviewer.get(`${page}${query}`)).text())
    const own = [...(await figures(''))].filter(([name]) => name.endsWith('/reached'))
    expect(own.length).toBeGreaterThan(0)
    expect(new Set(own.map(([, n]) => n))).toEqual(new Set(['0']))
    expect((await figures('?mode=simulated')).get('1/situation/who-moved/reached')).toBe('12')
  })

  test('do not start for a journey that nobody has published', async () => {
    const { deps } = await married()
    await expect(simulated(deps, 1, { journey: 'divorce' })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('begin no later than today, also as an example person whose day is still to come', async () => {
    const definition: Definition = MOVING_HOUSE_CAT
    const mirri: Persona = { id: 'mirri', name: 'Mirri', introduction: {}, facts: { moved_on: '2031-01-01' } }
    const app = await testApp({ definitions: [definition], personas: [mirri] })
    apps.push(app)
    const [first] = await simulated(app.deps, 1, { journey: definition.id })
    const told = first && (await app.deps.walks.find(first.walk))?.told
    expect(told?.moved_on).toBe('2026-03-10')
  })
})
