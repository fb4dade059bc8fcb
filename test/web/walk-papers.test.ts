import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { readCalendar } from '../support/calendar.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { textOf } from '../support/html.ts'
import { formOf } from '../support/page.ts'
import { SHIPPED, shippedApp, shippedJourney } from '../support/shipped.ts'

let app: TestApp
/** stands at the inventory; nothing is written in this walk */
let aino: Citizen
beforeAll(async () => {
  app = await shippedApp()
  aino = await toInventory()
})
afterAll(() => app.close())

const REFUSED = 'share-balances-to-estate'

async function toInventory(refusing = false): Promise<Citizen> {
  const walker = citizen(app.visitor(), 'fi')
  await walker.start(SHIPPED, { as: 'aino-ordinary', tracks: ['estate', 'money'] })
  while (walker.page.step !== 'estate/inventory')
    await walker.forward((page) => (refusing && page.step === 'estate/consent-to-share' ? { [REFUSED]: 'no' } : {}))
  return walker
}

test('a correction survives every button, and flows on to the deed of distribution and the ledger', async () => {
  const walker = await toInventory()
  for (const [go, debts] of [
    ['stay', 'Velkaa 10 euroa'],
    ['on', 'Velkaa 20 euroa'],
  ] as const) {
    const form = formOf(walker.page, 'answer')
    await walker.send(form, { 'line-debts': debts, 'line-shareholders': 'Aino yksin', go })
    await walker.open(`${walker.walkPath()}/steps/estate/inventory`)
    expect(walker.page.text).toContain(debts)
    expect(walker.page.text).toContain('Sinä korjasit tämän.')
  }
  await walker.open(`${walker.walkPath()}?all=1`)
  while (walker.page.step !== 'estate/distribution') await walker.forward()
  expect(walker.page.text).toContain('Aino yksin')
  await walker.open(`${walker.walkPath()}/ledger`)
  expect(walker.page.name).toBe('ledger')
  expect(walker.page.text).toMatch(/Kuolinpesän osakkaat, korjattu \d+\. \w+ 2026/)
})

test('a refused transfer is told at its very lines, which stand empty, and as refused in the ledger', async () => {
  const walker = await toInventory(true)
  expect(walker.page.text.match(/Kielsit siirron\. Antaja: Pankki\. Täytä tämä rivi itse\./g)).toHaveLength(2)
  expect(walker.page.text).not.toContain('4 210 euroa')
  await walker.open(`${walker.walkPath()}/ledger`)
  expect(walker.page.text).toContain('data-movement="balances-to-estate" data-state="refused"')
})

test('too long a line is kept as typed and said to be too long', async () => {
  const walker = aino
  await walker.open(`${walker.walkPath()}/steps/estate/inventory`)
  const typed = 'velkaa '.repeat(300).trim()
  await walker.send(formOf(walker.page, 'answer'), { 'line-debts': typed, go: 'on' })
  expect(walker.page.step).toBe('estate/inventory')
  expect(walker.page.text).toContain(typed)
  expect(walker.page.text).toContain('href="#line-debts"')
})

test('the dates come as a calendar file that nobody else keeps, in the walk’s language, each saying that it is a trial', async () => {
  const walker = aino
  const response = await walker.browser.get(`${walker.walkPath()}/deadlines.ics`)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="polku.ics"')
  const { events } = readCalendar(await response.text())
  expect(events.length).toBeGreaterThan(0)
  const summaries = events.map((event) => event.find(({ name }) => name === 'SUMMARY'))
  expect(summaries.every((line) => line?.value.startsWith('Kokeilu: ') && line.parameters.LANGUAGE === 'fi')).toBe(true)
})

test('the checklist tells what is one’s own to do today, with dates, telephone numbers and sources', async () => {
  const walker = aino
  await walker.open(`${walker.walkPath()}/checklist`)
  expect(walker.page.name).toBe('checklist')
  const { text } = walker.page
  expect(text).toContain('polku-checklist')
  expect(text).toContain('Päivä oli 1. kesäkuuta 2026. Voit yhä hoitaa asian')
  expect(text).toMatch(/href="tel:/)
  expect(text).toContain('Lähde:')
  expect(text).toContain('/deadlines.ics"')
})

test('overview, step and outcome lead to the ledger; overview and outcome to the checklist', async () => {
  const walker = aino
  await walker.open(`${walker.walkPath()}?all=1`)
  expect(walker.page.text).toContain('/ledger"')
  expect(walker.page.text).toContain('/checklist"')
  await walker.walk()
  for (const page of ['/ledger"', '/checklist"']) expect(walker.page.text).toContain(page)
  await walker.open(`${walker.walkPath()}/steps/estate/family-report`)
  expect(walker.page.text).toContain('/ledger"')
})

test('what is late is said calmly, on the step and on the overview', async () => {
  const late = await shippedApp(shippedJourney('moving-home'))
  const walker = citizen(late.visitor(), 'fi')
  await walker.start('moving-home', { as: 'veera-first-home' })
  while (walker.page.step !== 'notification/notify') await walker.forward()
  const step = walker.path
  const { walks } = late.deps
  const asStored = walks.find
  const find: typeof asStored = async (id) => {
    const state = await asStored(id)
    if (!state) return undefined
    const record = { ...state.walk.progress.record, today: '2026-09-30' }
    return { ...state, walk: { ...state.walk, progress: { ...state.walk.progress, record } } }
  }
  Object.assign(walks, { find })
  await walker.open(step)
  expect(walker.page.text).toContain('Määräpäivä oli 22. elokuuta 2026. Voit silti jatkaa.')
  await walker.open(`${walker.walkPath()}?all=1`)
  const overview = textOf(walker.page.main)
  expect(overview).toContain('22. elokuuta 2026')
  expect(overview).not.toMatch(/!|myöhässä|kiire|heti/i)
  await late.close()
})

test('a calendar is often shared: where a journey has a quick exit its dates do not tell what they are about', async () => {
  const quiet = await shippedApp(shippedJourney('divorce'))
  const walker = citizen(quiet.visitor(), 'fi')
  await walker.start('divorce', { as: shippedJourney('divorce').personas[0]?.id })
  const summaries = new Set<string>()
  while (walker.page.name !== 'outcome') {
    const text = await (await walker.browser.get(`${walker.walkPath()}/deadlines.ics`)).text()
    expect(text).not.toMatch(/ero|avio|hakemus/i)
    for (const event of readCalendar(text).events)
      summaries.add(event.find(({ name }) => name === 'SUMMARY')?.value ?? '')
    await walker.forward()
  }
  expect([...summaries]).toEqual(['Kokeilu: Polku'])
  await quiet.close()
})
