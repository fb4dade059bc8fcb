import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tenthsOf } from '#feedback/weighing/stance.ts'
import { simulate } from '#src/simulation/simulate.ts'
import { appealOf } from '#src/simulation/weighing.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { WEIGHED, WEIGHED_STEP, weighingJourney } from '../support/weighing-journey.ts'

const SEED = 'weighing'
const JOURNEY = 'cat-moves-house'

describe('made-up walkers', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp({ definitions: [weighingJourney()] })
    const plan = { journey: JOURNEY, walkers: 45, seed: SEED, trial: undefined }
    const patiently = <T>(work: () => Promise<T>) => work()
    for await (const _ of simulate({ ...app.deps, patiently }, plan));
  }, 60_000)
  afterAll(() => app.close())

  const at = { journey: JOURNEY, version: 1, step: WEIGHED_STEP, modes: ['simulated'] } as const

  it('weigh through the product’s own verbs, some on the finer scale', async () => {
    const stances = (await app.deps.weighing.histories(at)).map(({ stance }) => tenthsOf(stance) ?? Number.NaN)
    expect(stances.length).toBeGreaterThan(8)
    expect(stances.some((tenths) => tenths % 5 !== 0)).toBe(true)
    expect(new Set(stances.map(Math.sign)).size).toBeGreaterThan(1)
  })

  it('are shown reasons of a kind alike often, and take those of more planted appeal more often', async () => {
    const received = await app.deps.weighing.received(at)
    const sum = (reason: string, what: 'exposed' | 'adopted') =>
      received.filter((one) => one.reason === reason).reduce((total, one) => total + one[what], 0)
    const ids = [...new Set(received.map(({ reason }) => reason))]
    expect(ids).toHaveLength(7)
    const shownFor = ['quick', 'calm', 'safe'].map((id) => sum(`seed.${id}`, 'exposed'))
    expect(Math.max(...shownFor) - Math.min(...shownFor)).toBeLessThanOrEqual(1)
    const byAppeal = ids.toSorted((one, other) => appealOf(SEED, other) - appealOf(SEED, one))
    const share = (some: readonly string[]) =>
      some.reduce((total, id) => total + sum(id, 'adopted') / sum(id, 'exposed'), 0) / some.length
    expect(share(byAppeal.slice(0, 3))).toBeGreaterThan(share(byAppeal.slice(-3)))
    expect(received.every(({ prompt }) => prompt === WEIGHED)).toBe(true)
  })
})
