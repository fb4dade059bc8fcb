import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signedIn } from '../review/staff.ts'
import { JOURNEY, times, walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const MILK = 'home/milk'
const PAGE = `/en/review/journeys/${JOURNEY}`
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
const voted = (n: number, option: string, version = 1) =>
  times(n, () =>
    walked(app.deps, {
      version,
      opened: [{ step: MILK, offered: ['works'] }],
      said: [{ step: MILK, prompt: 'works', kind: 'rating', option }],
    }),
  )
const cell = (page: string, name: string) => new RegExp(`<td[^>]*data-heat="${name}">(.*?)</td>`).exec(page)?.[1] ?? ''
async function secondVersion() {
  const first = await app.deps.versions.find(JOURNEY, 1)
  if (!first) throw new Error('no version')
  await app.deps.versions.publish({
    ...first,
    number: 2,
    hash: 'h2',
    definition: { ...MOVING_HOUSE_CAT, title: { fi: 'Toinen', sv: 'Andra', en: 'Second' } },
  })
  app.clock.now += 60_000
}

describe('all steps at a glance', () => {
  test('shows shares with how many of how many, and a dash where they are withheld', async () => {
    await voted(15, 'yes')
    await voted(5, 'no')
    const page = await text(`${PAGE}/heat`)
    expect(cell(page, `1/${MILK}/works`)).toContain('75 %')
    expect(cell(page, `1/${MILK}/works`)).toContain('15 of 20')
    expect(page).toContain(`class="polku-heat-good-3" data-heat="1/${MILK}/works"`)
    expect(cell(page, `1/${MILK}/trust`)).toContain('not asked')
  })

  test('leads from the journey and to each step, and asks to read first while walkers are few', async () => {
    await voted(6, 'yes')
    expect(await text(PAGE)).toContain(`href="${PAGE}/heat"`)
    const page = await text(`${PAGE}/heat`)
    expect(page).toContain(`href="${PAGE}/steps/${MILK}?version=1"`)
    expect(page).toContain('Read the words first')
  })
})

describe('two versions side by side', () => {
  test('say what is better, and by how much, only where it is hardly chance', async () => {
    await voted(6, 'yes')
    await voted(14, 'no')
    await secondVersion()
    mika = await signedIn(app, 'reviewer')
    await voted(18, 'yes', 2)
    await voted(0, 'no', 2)
    const page = await text(`${PAGE}/compare?earlier=1&later=2`)
    expect(page).toMatch(/data-verdict="more">Works better</)
    expect(page).toContain('70 points')
  })

  test('say that nothing can be told where little differs, and that few are too few', async () => {
    await voted(10, 'yes')
    await secondVersion()
    mika = await signedIn(app, 'reviewer')
    await voted(11, 'yes', 2)
    expect(await text(`${PAGE}/compare?earlier=1&later=2`)).toMatch(/data-verdict="untold">No difference can be told/)
  })

  test('are not there while there is one', async () => {
    expect(await text(`${PAGE}/compare`)).toContain('There is only one version so far.')
    expect((await mika.get(`${PAGE}/compare?later=7`)).status).toBe(404)
    expect((await mika.get(`${PAGE}/compare?later=x`)).status).toBe(404)
  })
})
