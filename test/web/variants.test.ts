import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { variedSteps } from '#src/journey/variants.ts'
import { signedIn } from '../review/staff.ts'
import { JOURNEY, walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const MILK = 'home/milk'
const STEP = `/en/review/journeys/${JOURNEY}/steps/${MILK}`
let app: TestApp
let mika: Browser
beforeEach(async () => {
  app = await testApp()
  mika = await signedIn(app, 'reviewer')
})
afterEach(() => app.close())

const text = async (path: string) => {
  const response = await mika.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}

/** A second version that tells the milk in two ways. */
async function toldInTwoWays() {
  const definition = structuredClone(MOVING_HOUSE_CAT)
  const step = definition.tracks.home?.steps.find(({ id }) => id === 'milk')
  const first = await app.deps.versions.find(JOURNEY, 1)
  if (!step || !first) throw new Error('no milk')
  step.variants = [
    { id: 'short', title: { fi: 'Maito', sv: 'Mjölk', en: 'Milk' } },
    { id: 'long', title: { fi: 'Maidosta', sv: 'Om mjölk', en: 'On the milk' } },
  ]
  await app.deps.versions.publish({ ...first, number: 2, hash: 'h2', definition })
  app.clock.now += 60_000
  return variedSteps(definition)
}

/** Forty walkers: of those told it the long way three in four say yes, of the others one in four. */
async function fortyWalkers() {
  const varied = await toldInTwoWays()
  const seen = { short: 0, long: 0 }
  const { walks } = app.deps
  const drawing = {
    ...walks,
    create: (input: Parameters<typeof walks.create>[0]) => walks.create({ ...input, varied }),
  }
  for (let i = 0; i < 40; i++) {
    const deps = { ...app.deps, walks: drawing }
    const { walk } = await walked(deps, { version: 2, opened: [{ step: MILK, offered: ['works'] }] })
    const way = (await walks.find(walk))?.walk.variants?.[MILK] === 'long' ? 'long' : 'short'
    seen[way] += 1
    const isFourth = seen[way] % 4 === 0
    await says(walk, isFourth === (way === 'long') ? 'no' : 'yes')
  }
  return seen
}

async function says(walk: string, option: string) {
  const at = app.deps.now()
  const place = { walk, journey: JOURNEY, version: 2, step: MILK, prompt: 'works', kind: 'rating' } as const
  const said = { text: undefined, share: undefined, situation: {}, state: 'none', reason: undefined } as const
  const progress = (await app.deps.walks.find(walk))?.walk.progress
  if (!progress) throw new Error('no walk')
  await app.deps.walks.append({
    ...{ walk, rev: 1, key: undefined, events: [], progress, told: {}, ran: [], outcome: false, at },
    contributions: [{ id: app.deps.newId(), ...place, ...said, option, language: 'fi', at }],
    exposures: [{ step: MILK, prompt: 'works', offered: false, skipped: false }],
  })
}

describe('a step told in two ways, beside each other', () => {
  test('shows each way with its words and shares, and says which works better and how surely', async () => {
    expect(await fortyWalkers()).toEqual({ short: 20, long: 20 })
    const page = await text(`${STEP}/variants?version=2`)
    expect(page).toContain('On the milk')
    expect(page).toContain('5 of 20')
    expect(page).toContain('15 of 20')
    expect(page).toMatch(/data-verdict="more">Works better<\/strong><br>50 points, between \d+ and \d+/)
    expect(await text(`${STEP}?version=2`)).toContain(`${STEP}/variants?version=2`)
  })

  test('has the same figures in its file', async () => {
    await fortyWalkers()
    const rows = (await text(`${STEP}/variants.csv?version=2`)).split('\n')
    expect(rows[0]).toBe('version,step,measure,first,first_of,second,second_of,by,low,high,verdict')
    expect(rows.find((row) => row.includes('works'))).toMatch(
      /^2,home\/milk,works,5,20,15,20,0\.500,0\.\d{3},0\.\d{3},more$/,
    )
  })

  test('waits for more answers while they are few, and says where a step is told in one way', async () => {
    await toldInTwoWays()
    expect(await text(`${STEP}/variants?version=2`)).toContain('No figures can be shown yet')
    expect(await text(`${STEP}/variants?version=1`)).toContain('told to everybody in the same way')
    expect(await text(`${STEP}?version=1`)).not.toContain('/variants')
    expect((await mika.get(`${STEP}-of-nobody/variants`)).status).toBe(404)
  })
})
