import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { figuresOn, signedIn } from '../review/staff.ts'
import { JOURNEY, times, walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'

const DATA = `/data/journeys/${JOURNEY}`
const MILK = 'home/milk'
let app: TestApp
let mika: Browser
beforeEach(async () => {
  app = await testApp()
  mika = await signedIn(app, 'reviewer')
})
afterEach(() => app.close())

const met = (n: number) =>
  times(n, () =>
    walked(app.deps, {
      opened: [{ step: MILK, offered: ['works'] }],
      said: [{ step: MILK, prompt: 'works', kind: 'rating', option: 'yes' }],
    }),
  )
const releases = `/fi/review/journeys/${JOURNEY}/releases`
async function release(): Promise<Response> {
  const page = await (await mika.get(releases)).text()
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ''
  return mika.post(releases, { seen })
}
const get = async (path: string) => {
  const response = await app.visitor().get(path)
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}
const reached = (steps: string) => {
  const [head = [], ...rows] = csvRows([steps])
  return rows.find((row) => row[head.indexOf('step')] === 'milk')?.[head.indexOf('reached')]
}

describe('open data', () => {
  test('are not there before the first release, and an address says so', async () => {
    await met(6)
    for (const name of ['steps.csv', 'opinion/votes.csv', 'codebook.json', 'releases/1/steps.csv']) {
      const { status, text } = await get(`${DATA}/${name}`)
      expect([name, status]).toEqual([name, 404])
      expect(text).toMatch(/^Nothing has been released of this journey yet\.$/m)
    }
    expect((await get(`/en/journeys/${JOURNEY}/data`)).text).toContain('Nothing has been released yet.')
  })

  test('hold the very figures of the page once a reviewer has released them', async () => {
    await met(6)
    expect((await release()).status).toBe(303)
    const { status, type, text } = await get(`${DATA}/steps.csv`)
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8'])
    const page = figuresOn(await (await mika.get(`/fi/review/journeys/${JOURNEY}`)).text())
    const [head = [], ...rows] = csvRows([text])
    for (const row of rows)
      for (const column of ['reached', 'shown', 'answered', 'skipped', 'left', 'set_aside']) {
        const name = `1/${row[head.indexOf('track')]}/${row[head.indexOf('step')]}/${column}`
        expect([name, row[head.indexOf(column)]]).toEqual([name, page.get(name) ?? ''])
      }
    expect(reached(text)).toBe('6')
  })

  test('are described: what every column means, which licence, and for catalogues', async () => {
    await met(6)
    await release()
    const book = JSON.parse((await get(`${DATA}/codebook.json`)).text)
    const { text: steps } = await get(`${DATA}/steps.csv`)
    const named = book.files['steps.csv'].map(({ name }: { name: string }) => name)
    expect(named).toEqual([...csvRows([steps])][0])
    expect(book.licence).toContain('creativecommons.org')
    const dataset = JSON.parse((await get(`${DATA}/dataset.jsonld`)).text)
    for (const { 'dcat:downloadURL': url } of dataset['dcat:distribution'])
      expect([url['@id'], (await get(url['@id'])).status]).toEqual([url['@id'], 200])
  })

  test('never change: the earlier release stays at its number when the next one is out', async () => {
    await met(6)
    await release()
    const first = await get(`${DATA}/steps.csv`)
    await met(5)
    await release()
    expect(reached((await get(`${DATA}/steps.csv`)).text)).toBe('11')
    expect((await get(`${DATA}/releases/1/steps.csv`)).text).toBe(first.text)
    expect((await get(`${DATA}/releases/3/steps.csv`)).status).toBe(404)
  })

  test('move only when five people more have come', async () => {
    await met(6)
    await release()
    await met(4)
    await release()
    expect(reached((await get(`${DATA}/steps.csv`)).text)).toBe('6')
  })

  test('come out once when the button is pressed twice', async () => {
    await met(6)
    const answers = [await mika.post(releases, { seen: '0' }), await mika.post(releases, { seen: '0' })]
    expect(answers.map((one) => one.headers.get('location'))).toEqual([
      `${releases}?note=done`,
      `${releases}?note=stale`,
    ])
    expect(await app.deps.releases.list(JOURNEY)).toHaveLength(1)
    const audit = await app.deps.accounts.audit({ limit: 5, before: undefined })
    expect(audit.filter(({ what }) => what === 'release')).toHaveLength(1)
  })

  test('are released by a reviewer and by no designer', async () => {
    const designer = await signedIn(app, 'designer')
    expect((await designer.post(releases, { seen: '0' })).status).toBe(403)
    expect((await app.visitor().get(releases)).status).toBe(403)
  })
})
