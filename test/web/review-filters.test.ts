import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Language } from '#src/journey/definition.ts'
import { readPrompts, readReport } from '#src/review/read-report.ts'
import { reportRequest } from '#src/review/report-request.ts'
import { figuresOn, signedIn } from '../review/staff.ts'
import { JOURNEY, times, type Walked, walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'

const PAGE = `/en/review/journeys/${JOURNEY}`
const MILK = 'home/milk'
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
const said: Walked = {
  opened: [{ step: MILK, offered: ['works'] }],
  said: [
    { step: MILK, prompt: 'works', kind: 'rating', option: 'yes' },
    { step: MILK, prompt: 'open', kind: 'open', text: 'The milk is cold', state: 'visible' },
  ],
}
const told = (n: number, age: string, walk: Walked = said, language: Language = 'fi') =>
  times(n, async () => {
    const { walk: id } = await walked(app.deps, { ...walk, language })
    await app.deps.trials.setBackground({ walk: id, background: { age }, at: app.deps.now() })
  })

describe('figures of those who have something in common', () => {
  test('count only them, and the address alone asks for it', async () => {
    await told(12, '45-59')
    await told(8, '75-', { opened: [{ step: 'home/tell-the-register' }] })
    const page = figuresOn(await text(`${PAGE}?about.age=45-59`))
    expect(page.get('filtered/started')).toBe('12')
    expect(page.get('1/started')).toBe('12')
    expect(page.get('1/home/milk/reached')).toBe('12')
    expect(page.get('1/home/tell-the-register/reached')).toBe('0')
  })

  test('are withheld altogether where the others are so few that they could be had by subtraction', async () => {
    await told(12, '45-59')
    await told(3, '75-')
    const html = await text(`${PAGE}?about.age=45-59`)
    expect(html).toContain('data-filtered="refused"')
    expect([...figuresOn(html).values()].filter((n) => n !== undefined && n !== '0')).toEqual([])
  })

  test('a step is withheld where the same step among the others would be small', async () => {
    await told(12, '45-59')
    await told(6, '75-', {})
    await told(2, '75-')
    const page = figuresOn(await text(`${PAGE}?about.age=45-59`))
    expect(page.get('1/started')).toBe('12')
    expect(page.get('1/home/milk/reached')).toBeUndefined()
    expect(page.has('1/home/milk/reached')).toBe(true)
  })

  test('the form offers what can be answered, each with how many, and hides words while it narrows', async () => {
    await told(12, '45-59')
    await told(8, '75-')
    expect(await text(PAGE)).toContain(`href="${PAGE}?narrow=1#narrow"`)
    const whole = await text(`${PAGE}?narrow=1`)
    expect(whole).toMatch(/<option value="45-59">[^<]* \(12\)<\/option>/)
    expect(whole).toContain('The milk is cold')
    const part = await text(`${PAGE}?about.age=45-59`)
    expect(part).not.toContain('The milk is cold')
    expect(part).toContain(`href="${PAGE}"`)
  })

  test('the page of a step, the heat map and the files agree', async () => {
    await told(12, '45-59')
    await told(8, '75-', {})
    const query = '?version=1&about.age=45-59'
    expect(figuresOn(await text(`${PAGE}/steps/${MILK}${query}`)).get('1/home/milk/answered')).toBe('12')
    expect(await text(`${PAGE}/heat${query}`)).toContain('12 of 12')
    const line = (await text(`${PAGE}/steps.csv${query}`)).split('\n').find((row) => row.includes('milk'))
    expect(line).toContain('12')
    expect(line).not.toContain('20')
  })

  test('conditions are combined; more than four are refused', async () => {
    await told(10, '45-59', said, 'fi')
    await told(10, '45-59', said, 'sv')
    await told(10, '75-', said, 'sv')
    await told(10, '75-', said, 'fi')
    expect(figuresOn(await text(`${PAGE}?about.age=75-&language=sv`)).get('filtered/started')).toBe('10')
    const five = 'about.age=a&language=fi&week=2026-01-05&channel=x&group=A'
    expect((await mika.get(`${PAGE}?${five}`)).status).toBe(400)
  })
})

test('a filter that everybody meets gives the figures of the unfiltered page, figure by figure', async () => {
  await told(9, '45-59')
  await told(7, '45-59', {
    opened: [{ step: MILK, offered: ['works', 'open'] }],
    skipped: [{ step: MILK, prompt: 'works' }],
    aside: [MILK],
  })
  await told(6, '45-59', { opened: [{ step: MILK }], finished: true })
  app.clock.now += 8 * 24 * 60 * 60 * 1000
  const [whole, part] = await Promise.all(
    [{}, { 'about.age': '45-59' }].map(async (query) => {
      const request = reportRequest(JOURNEY, query)
      const [report] = await readReport(app.deps, request)
      if (!report) throw new Error('no report')
      return { walks: report.walks, rows: report.rows, prompts: await readPrompts(app.deps, request, report) }
    }),
  )
  expect(part).toEqual(whole)
})

describe('reading', () => {
  test('words stand step by step with their number and no share', async () => {
    await told(3, '45-59')
    const page = await text(`${PAGE}/reading`)
    expect(figuresOn(page).get(`1/${MILK}/texts`)).toBe('3')
    expect(page).toContain('Fewer than 30 people')
    expect(page).not.toMatch(/\d %/)
    expect(await text(PAGE)).toContain(`href="${PAGE}/reading?version=1"`)
  })
})

describe('a step over time', () => {
  test('has a row a day, and small days are withheld with another so that the sum tells nothing', async () => {
    await told(9, '45-59')
    app.clock.now += 24 * 60 * 60 * 1000
    await told(7, '45-59')
    app.clock.now += 2 * 24 * 60 * 60 * 1000
    mika = await signedIn(app, 'reviewer')
    await told(2, '45-59')
    const series = [...figuresOn(await text(`${PAGE}/steps/${MILK}`))].filter(([name]) => name.startsWith('series/'))
    const reached = series.filter(([name]) => name.endsWith('/reached'))
    expect(reached.map(([name, n]) => [name.split('/').at(-2), n])).toEqual([
      ['2026-03-10', '9'],
      ['2026-03-11', undefined],
      ['2026-03-12', '0'],
      ['2026-03-13', undefined],
    ])
  })
})

describe('figures kept up to date', () => {
  test('are off until asked for, and then fetched without the rest of the page', async () => {
    await told(6, '45-59')
    const still = await text(`${PAGE}/heat`)
    expect(still).not.toContain('hx-get')
    expect(still).toContain(`href="${PAGE}/heat?live=1"`)
    const live = await text(`${PAGE}/heat?live=1`)
    expect(live).toContain('hx-trigger="every 10s"')
    const [, address = ''] = /hx-get="([^"]+)"/.exec(live) ?? []
    for (const path of [address.replaceAll('&amp;', '&'), `${PAGE}/steps/${MILK}?live=1&seen=09.00`]) {
      const news = await (await mika.get(path, { 'hx-request': 'true' })).text()
      expect(news).toContain('id="live-figures"')
      expect(news).not.toContain('<main')
      expect(news).not.toContain('The milk is cold')
    }
  })

  test('those who hear the page are told only when the minute has changed', async () => {
    const news = async () => (await mika.get(`${PAGE}/heat?live=1&seen=09%3A00`, { 'hx-request': 'true' })).text()
    expect(await news()).not.toContain('figures-at')
    app.clock.now += 60_000
    expect(await news()).toContain('id="figures-at"')
  })
})

test('the first page tells of every journey and its trial in one line', async () => {
  await told(6, '45-59', { said: [{ step: MILK, prompt: 'open', kind: 'open', text: 'Cold' }] })
  const home = figuresOn(await text('/en/review'))
  expect(['started', 'waiting', 'undecided', 'overdue'].map((name) => home.get(`overview/${JOURNEY}/${name}`))).toEqual(
    ['6', '6', '0', '0'],
  )
})
