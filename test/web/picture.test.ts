import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#src/i18n/language.ts'
import { signedIn } from '../review/staff.ts'
import type { TestApp } from '../support/app.ts'
import { all, type Element } from '../support/html.ts'
import { type Page, readPage, visible } from '../support/page.ts'
import { PROJECT } from '../support/project.ts'
import { type ShippedJourney, shippedApp, shippedJourney } from '../support/shipped.ts'
import { wordsMissing } from '../support/words-missing.ts'

const SHIPPED = readdirSync(join(PROJECT, 'journeys'))
const VIEWS = ['picture', 'picture/sharing'] as const
const HEAVIEST = 60_000

const opened = new Map<string, Promise<TestApp>>()
const appOf = (id: string) => {
  const app = opened.get(id) ?? shippedApp(shippedJourney(id))
  opened.set(id, app)
  return app
}
afterAll(async () => {
  for (const app of opened.values()) await (await app).close()
})

async function open(id: string, view: (typeof VIEWS)[number], { language = 'fi', as = '' } = {}): Promise<Page> {
  const response = await (await appOf(id)).get(`/${language}/journeys/${id}/${view}${as && `?as=${as}`}`)
  expect([id, view, as, response.status]).toEqual([id, view, as, 200])
  return readPage(await response.text())
}

const marked = (page: Page, mark: string) => all(page.main, ({ attributes }) => mark in attributes)
const drawnKeys = (page: Page) => marked(page, 'data-drawn').map(({ attributes }) => attributes['data-drawn'])
const named = (page: Page, name: string, within: Element = page.main) => all(within, (one) => one.name === name)
/** The words in each box of the drawing, and how often each layout places it. */
function boxesOn(page: Page, kind: 'polku-box' | 'polku-head') {
  const places = named(page, 'use').map(({ attributes }) => attributes.href)
  const drawings = named(page, 'svg').filter(({ attributes }) => attributes.role === 'img')
  return named(page, 'g')
    .filter(({ attributes }) => attributes.class?.split(' ').includes(kind))
    .map((box) => ({
      words: named(page, 'tspan', box)
        .map((line) => visible(line))
        .join(' '),
      placed: places.filter((href) => href === `#${box.attributes.id}`).length / drawings.length,
    }))
}

const titlesOf = ({ definition }: ShippedJourney, language: 'fi' | 'sv' | 'en') =>
  Object.values(definition.tracks).flatMap(({ steps }) => steps.map(({ title }) => title[language] ?? ''))

describe.each(SHIPPED)('the pictures of %s', (id) => {
  const shipped = shippedJourney(id)
  const steps = Object.entries(shipped.definition.tracks).flatMap(([track, { steps: own }]) =>
    own.map((step) => ({ key: `${track}/${step.id}`, step })),
  )

  test.each(LANGUAGES)('are whole and light in %s', async (language) => {
    for (const view of VIEWS) {
      const page = await open(id, view, { language })
      expect([page.name, page.language, wordsMissing(page)]).toEqual(['picture', language, []])
      expect(Buffer.byteLength(page.text)).toBeLessThan(HEAVIEST)
      expect(page.text).not.toMatch(/ style="|<style/)
    }
  })

  test.each(LANGUAGES)('say every step in the drawing and in the list alike in %s', async (language) => {
    const page = await open(id, 'picture', { language })
    expect(drawnKeys(page)).toEqual(steps.map(({ key }) => key))
    const boxes = boxesOn(page, 'polku-box')
    const summaries = named(page, 'summary').map(visible)
    expect(boxes.length).toBe(summaries.length)
    for (const [i, title] of titlesOf(shipped, language).entries()) {
      expect(summaries[i]).toContain(title)
      // A word longer than its line may be broken in the drawing, never in the list.
      expect(boxes[i]?.words.replaceAll('- ', '')).toContain(summaries[i]?.replaceAll('- ', ''))
      expect(boxes[i]?.placed).toBe(1)
    }
  })

  test('say every hand-over in the drawing and in the table', async () => {
    const page = await open(id, 'picture/sharing')
    const shares = steps.flatMap(({ key, step }) => (step.shares ?? []).map((share) => `${key}/${share.id}`))
    expect(drawnKeys(page).sort()).toEqual(shares.sort())
    const boxes = boxesOn(page, 'polku-box')
    expect(boxes.map(({ placed }) => placed)).toEqual(shares.map(() => 1))
    for (const [i, row] of marked(page, 'data-drawn').entries()) {
      const [to = '', data = '', basis = '', step = ''] = named(page, 'td', row).map(visible)
      expect(boxes[i]?.words).toBe(`→ ${to} ${data} ${basis} (${step})`)
    }
  })

  test('leave out what does not concern an example person', async () => {
    const whole = drawnKeys(await open(id, 'picture'))
    const drawn = new Map<string, readonly (string | undefined)[]>()
    for (const { id: as } of shipped.personas) {
      const own = drawnKeys(await open(id, 'picture', { as }))
      expect(whole.filter((key) => own.includes(key))).toEqual(own)
      drawn.set(as, own)
      const shares = drawnKeys(await open(id, 'picture/sharing', { as }))
      expect(shares.filter((key) => !own.some((step) => key?.startsWith(`${step}/`)))).toEqual([])
    }
    expect([...drawn.values()].some((own) => own.length < whole.length)).toBe(true)
  })

  test('of somebody nobody knows are not found', async () => {
    const app = await appOf(id)
    for (const view of VIEWS) expect((await app.get(`/fi/journeys/${id}/${view}?as=nobody`)).status).toBe(404)
    for (const view of VIEWS) expect((await app.get(`/fi/journeys/not-${id}/${view}`)).status).toBe(404)
  })

  test('are one tab stop a step, with no link that needs a walk', async () => {
    const page = await open(id, 'picture')
    const list = marked(page, 'data-twin')[0]
    expect(list && named(page, 'a', list)).toEqual([])
    for (const svg of named(page, 'svg'))
      expect([named(page, 'a', svg), svg.attributes.tabindex]).toEqual([[], undefined])
    const drawings = named(page, 'svg').filter(({ attributes }) => attributes['aria-hidden'] !== 'true')
    expect(drawings.every(({ attributes }) => attributes.role === 'img' && attributes['aria-label'])).toBe(true)
  })

  test('show the staff the burden of every example person', async () => {
    const app = await appOf(id)
    const path = `/fi/review/journeys/${id}/burden`
    expect((await app.visitor().get(path)).status).toBe(403)
    const mika = await signedIn(app, 'reviewer')
    for (const language of LANGUAGES) {
      const page = readPage(await (await mika.get(path.replace('/fi/', `/${language}/`))).text())
      expect([page.name, wordsMissing(page)]).toEqual(['burden', []])
      const figures = new Set(marked(page, 'data-burden').map(({ attributes }) => attributes['data-burden']))
      for (const { id: as } of shipped.personas)
        for (const side of ['today', 'proposed']) expect(figures.has(`burden/${as}/contacts/${side}`)).toBe(true)
    }
    expect((await mika.get('/fi/review/journeys/nothing/burden')).status).toBe(404)
  })
})

test('the journey’s first page leads to its picture, and the picture back', async () => {
  const app = await appOf('marriage')
  const journey = readPage(await (await app.get('/sv/journeys/marriage')).text())
  const hrefs = (page: Page) => all(page.root, ({ name }) => name === 'a').map(({ attributes }) => attributes.href)
  expect(hrefs(journey)).toContain('/sv/journeys/marriage/picture')
  const picture = await open('marriage', 'picture', { language: 'sv', as: shippedJourney('marriage').personas[0]?.id })
  expect(hrefs(picture)).toContain('/sv/journeys/marriage')
  expect(hrefs(picture).some((href) => href?.startsWith('/sv/journeys/marriage/picture/sharing?as='))).toBe(true)
})

test('the pictures of a divorce keep the way out and tell nothing in title or condition', async () => {
  for (const view of VIEWS) {
    const page = await open('divorce', view)
    expect(all(page.root, ({ attributes }) => 'data-quick-exit' in attributes)).toHaveLength(1)
    expect(all(page.root, ({ name }) => name === 'title').map(visible)).toEqual(['Polku'])
    const { facts } = shippedJourney('divorce').definition
    const sensitive = Object.values(facts).filter((fact) => fact.sensitive)
    expect(sensitive.length).toBeGreaterThan(0)
    for (const { ask } of sensitive) expect(page.text).not.toContain(ask.fi)
  }
})
