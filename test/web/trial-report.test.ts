import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { figuresOn, signedIn } from '../review/staff.ts'
import { JOURNEY, times, walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { readPage } from '../support/page.ts'
import { wordsMissing } from '../support/words-missing.ts'
import { trialOf } from '../trial/plans.ts'

const REPORT = `/fi/journeys/${JOURNEY}/report`
const DESK = `/fi/review/journeys/${JOURNEY}/report`
const EXTRACT = `/fi/review/journeys/${JOURNEY}/extract`
const MILK = 'home/milk'

let app: TestApp
let mika: Browser
beforeEach(async () => {
  app = await testApp({ environment: { CHROME: 'none' } })
  mika = await signedIn(app, 'reviewer')
})
afterEach(() => app.close())

const open = (stage: 'mapping' | 'closed') => app.deps.trials.create(trialOf({ stage, openedAt: app.deps.now() }))
const met = (n: number, option: string) =>
  times(n, () =>
    walked(app.deps, {
      opened: [{ step: MILK, offered: ['works'] }],
      said: [{ step: MILK, prompt: 'works', kind: 'rating', option }],
    }),
  )
const read = async (browser: Browser, path: string) => (await browser.get(path)).text()
const lesson = { kind: 'lesson', who: 'Mika Ministeriö, neuvos', text: 'Maidosta pitää kysyä ensin' }

describe('the report of a trial', () => {
  test('is the staff’s until the trial has ended, and then everyone’s', async () => {
    await open('mapping')
    await met(6, 'yes')
    expect(figuresOn(await read(app.visitor(), REPORT)).size).toBe(0)
    for (const ending of ['csv', 'json', 'pdf'])
      expect([ending, (await app.visitor().get(`${REPORT}.${ending}`)).status]).toEqual([ending, 404])
    expect(figuresOn(await read(mika, REPORT)).get(`1/${MILK}/reached`)).toBe('6')

    await app.deps.trials.save(trialOf({ stage: 'closed' }), 0)
    app.clock.now += 2000
    expect(figuresOn(await read(app.visitor(), REPORT)).get(`1/${MILK}/reached`)).toBe('6')
  })

  test('has on the page the very figures of its files, and a withheld one in none of them', async () => {
    await open('closed')
    await met(7, 'yes')
    await met(3, 'no')
    const page = figuresOn(await read(app.visitor(), REPORT))
    const [, ...rows] = [...csvRows([await read(app.visitor(), `${REPORT}.csv`)])]
    const csv = new Map(rows.map(([, name = '', value = '']) => [name, value]))
    const { figures } = JSON.parse(await read(app.visitor(), `${REPORT}.json`))
    const json = new Map(figures.map(({ name, value }: { name: string; value: number | null }) => [name, value]))
    expect(page.size).toBeGreaterThan(20)
    for (const [name, n] of page) {
      expect([name, csv.get(name)]).toEqual([name, n ?? ''])
      expect([name, json.get(name)]).toEqual([name, n === undefined ? null : Number(n)])
    }
    expect(page.get(`1/${MILK}/works/of`)).toBe('10')
    expect([...page.keys()]).toContain(`1/${MILK}/works/no`)
    expect(page.get(`1/${MILK}/works/no`)).toBeUndefined()
  })

  test.each(LANGUAGES)('and its summary say everything in %s', async (language) => {
    await open('closed')
    for (const path of ['report', 'report/summary', 'report.pdf']) {
      const page = await read(app.visitor(), `/${language}/journeys/${JOURNEY}/${path}`)
      expect([path, wordsMissing(readPage(page))]).toEqual([path, []])
    }
  })

  test('tells kindly that it cannot be printed where there is no browser', async () => {
    await open('closed')
    const response = await app.visitor().get(`${REPORT}.pdf`)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain(`href="${REPORT}"`)
  })
})

describe('what people add to it', () => {
  test('stands in the report with who says so and when, until it is taken away', async () => {
    await open('closed')
    expect((await mika.post(DESK, lesson)).status).toBe(303)
    const page = await read(app.visitor(), REPORT)
    for (const told of [lesson.who, lesson.text, '10. maaliskuuta 2026']) expect(page).toContain(told)
    expect(JSON.parse(await read(app.visitor(), `${REPORT}.json`)).lessons).toMatchObject([{ who: lesson.who }])

    const note = /data-note="([^"]*)"/.exec(await read(mika, DESK))?.[1] ?? ''
    await mika.post(`${DESK}/remove`, { note })
    expect(await read(app.visitor(), REPORT)).not.toContain(lesson.text)
  })

  test('an estimate is told apart from what was measured, under its own part of the frame', async () => {
    await open('closed')
    const estimate = { kind: 'estimate', part: 'indirect', who: 'Sari', today: '3 h', text: 'Viraston tilasto' }
    await mika.post(DESK, estimate)
    const page = await read(app.visitor(), REPORT)
    const part = page.slice(page.indexOf('data-effect="indirect"'), page.indexOf('data-effect="burden"'))
    expect(part).toContain('3 h')
    expect(part.match(/data-estimate/g)).toHaveLength(1)
    expect(figuresOn(part).size).toBe(0)
    expect(figuresOn(page).get('effects/quality/answers/trial')).toBe('0')
  })

  test('a form that lacks something comes back with what was written in it', async () => {
    await open('closed')
    const response = await mika.post(DESK, { kind: 'estimate', who: 'Sari', text: 'Viraston tilasto' })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('href="#estimate-part"')
    expect(page).toContain('href="#estimate-today"')
    expect(page).toContain('Viraston tilasto')
    expect(await app.deps.reports.notes('a-trial')).toEqual([])
  })
})

describe('an extract for an information request', () => {
  const wish = { diary: 'VN/123/2026', what: 'Kaikki tekstit', decidedBy: 'Mika, neuvos', reason: 'Julkisuuslaki' }
  const HELD = 'Naapurini Raija Salainen'

  test('is made for a diary number, leaves out what nobody has read, and stays in the log', async () => {
    await open('mapping')
    const step = { step: MILK, prompt: 'open', kind: 'open' } as const
    await walked(app.deps, { said: [{ ...step, text: 'Maito oli kylmää', state: 'visible' }] })
    await walked(app.deps, { said: [{ ...step, text: HELD, state: 'pending' }] })
    await walked(app.deps, { mode: 'persona', said: [{ ...step, text: 'Esimerkki puhuu', state: 'visible' }] })
    const page = await (await mika.post(EXTRACT, { ...wish, as: 'page' })).text()
    const file = await (await mika.post(EXTRACT, { ...wish, as: 'csv' })).text()
    for (const made of [page, file]) {
      expect(made).toContain('Maito oli kylmää')
      expect(made).toContain(wish.diary)
      expect(made).not.toContain(HELD)
      expect(made).not.toContain('Esimerkki puhuu')
    }
    expect(page).toMatch(/data-left-out="held">1</)
    const entries = await app.deps.accounts.audit({ limit: 2, before: undefined })
    expect(entries.map(({ what, about, why }) => [what, about, why?.startsWith(wish.diary)])).toEqual([
      ['extract', JOURNEY, true],
      ['extract', JOURNEY, true],
    ])
  })

  test('without a diary number or a decision is not made, and leaves no mark', async () => {
    const [before] = await app.deps.accounts.audit({ limit: 1, before: undefined })
    const response = await mika.post(EXTRACT, { what: wish.what })
    expect(response.status).toBe(422)
    const page = await response.text()
    for (const field of ['diary', 'decidedBy', 'reason']) expect(page).toContain(`href="#${field}"`)
    expect(await app.deps.accounts.audit({ limit: 1, before: undefined })).toEqual([before])
  })
})

test('the package for research holds open data alone, says that no consent was asked, and stays in the log', async () => {
  const path = `/fi/review/journeys/${JOURNEY}/deposit.json`
  expect((await mika.get(path)).status).toBe(404)
  await mika.post(`/fi/review/journeys/${JOURNEY}/releases`, { seen: '0' })
  const book = JSON.parse(await read(mika, path))
  expect(book.consentToResearch).toMatchObject({ asked: false, walksCovered: 0 })
  expect(Object.keys(book.files)).toEqual(await app.deps.releases.files(JOURNEY, 1))
  expect(book.files['codebook.json']).toContain('licence')
  const [entry] = await app.deps.accounts.audit({ limit: 1, before: undefined })
  expect(entry).toMatchObject({ what: 'deposit', about: `${JOURNEY}/1` })
})
