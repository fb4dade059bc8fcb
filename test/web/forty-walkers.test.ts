import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleTrial } from '#src/trial/example-trial.ts'
import { figuresOn, signedIn } from '../review/staff.ts'
import type { TestApp } from '../support/app.ts'
import { answerOffered, citizen, type Say } from '../support/citizen.ts'
import { readPage } from '../support/page.ts'
import { shippedApp, shippedJourney } from '../support/shipped.ts'
import { wordsMissing } from '../support/words-missing.ts'

const JOURNEY = 'moving-home'
const WALKERS = 40
const CHANNEL = 'KIRJASTO'
const OPEN = 'p.open.text'
const WORDS = 'Olisin kaivannut ihmistä puhelimeen'
const PUBLIC = ['', '/trial', '/answers', '/brief', '/invite', '/results'].map(
  (page) => `/fi/journeys/${JOURNEY}${page}`,
)

let app: TestApp
beforeAll(async () => {
  const journey = shippedJourney(JOURNEY)
  app = await shippedApp(journey)
  const trial = exampleTrial(journey.definition, app.clock.now)
  await app.deps.trials.create(trial)
  await app.deps.trials.addChannel({ id: 'library', trial: trial.id, code: CHANNEL, name: 'Kirjasto' })
  for (let nth = 0; nth < WALKERS; nth++) await takePart(nth)
}, 240_000)
afterAll(() => app.close())

/** Each answers what is offered, a few come from the library, some open the fold and write; what they choose differs. */
async function takePart(nth: number) {
  const walker = citizen(app.visitor(), ['fi', 'fi', 'fi', 'sv', 'en'][nth % 5])
  if (nth < 7) await walker.open(`/join/${CHANNEL}`)
  await walker.start(JOURNEY)
  await walker.walk(saying(nth))
}

const saying =
  (nth: number): Say =>
  (page, form) => {
    const said = { ...answerOffered(`${WORDS} (${nth})`)(page, form) }
    if (nth % 8 === 0 && form.fields.some(({ name }) => name === OPEN)) said[OPEN] = `${WORDS} (${nth})`
    for (const { name, value, type, prompt } of form.fields)
      if (type === 'radio' && prompt && !prompt.isFolded && value.length % 3 === nth % 3) said[name] = value
    return said
  }

describe('forty people have walked, and', () => {
  test('no public page shows a number of one to four people, or anybody’s unread words', async () => {
    for (const path of PUBLIC) {
      const response = await app.visitor().get(path)
      const page = await response.text()
      expect([path, response.status < 500]).toEqual([path, true])
      expect([path, smallOn(page)]).toEqual([path, []])
      expect([path, page.includes(WORDS)]).toEqual([path, false])
      // The page to invite from holds its texts in all languages.
      if (!path.endsWith('/invite')) expect([path, wordsMissing(readPage(page))]).toEqual([path, []])
    }
  })

  test('the ministry reads at every step who met it, what they chose and what they wrote', async () => {
    const reviewer = await signedIn(app, 'reviewer')
    const page = await (await reviewer.get(`/fi/review/journeys/${JOURNEY}`)).text()
    const figures = figuresOn(page)
    expect(smallOn(page)).toEqual([])
    const reached = [...figures].filter(([name, n]) => name.endsWith('/reached') && Number(n) === WALKERS)
    expect(reached.length).toBeGreaterThan(5)
    const answered = [...figures].filter(([name, n]) => name.endsWith('/answered') && Number(n) >= 5)
    expect(answered.length).toBeGreaterThan(5)
    const links = [...page.matchAll(/href="([^"]*\/steps\/[^"?#]*)/g)].map(([, href = '']) => href)
    const texts = await Promise.all([...new Set(links)].map(async (href) => (await reviewer.get(href)).text()))
    expect(texts.filter((text) => text.includes(WORDS)).length).toBeGreaterThan(5)
    expect(texts.flatMap(smallOn)).toEqual([])
  })

  test('the file says what the page says', async () => {
    const reviewer = await signedIn(app, 'reviewer')
    const figures = figuresOn(await (await reviewer.get(`/fi/review/journeys/${JOURNEY}`)).text())
    const [head = '', ...rows] = (await (await reviewer.get(`/fi/review/journeys/${JOURNEY}/steps.csv`)).text())
      .trim()
      .split(/\r?\n/)
    const columns = head.replace(/^\uFEFF/, '').split(',')
    const at = (row: readonly string[], column: string) => row[columns.indexOf(column)] ?? ''
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows.map((line) => line.split(',')))
      for (const column of ['reached', 'shown', 'answered', 'skipped', 'left']) {
        const name = `${at(row, 'version')}/${at(row, 'track')}/${at(row, 'step')}/${column}`
        expect([name, at(row, column)]).toEqual([name, figures.get(name) ?? ''])
      }
  })

  test('who was reached is told by channel and background without a small number', async () => {
    const designer = await signedIn(app, 'designer')
    const page = await (await designer.get('/fi/studio/trials/example')).text()
    expect(smallOn(page.replace(/data-figure="forecast[^>]*>[^<]*/g, ''))).toEqual([])
    expect(page).toContain('Kirjasto')
  })

  test('the brief counts them, and the staff’s brief tells what holds, with its n', async () => {
    const open = await (await app.visitor().get(`/fi/journeys/${JOURNEY}/brief`)).text()
    expect(figuresOn(open).get('brief/started')).toBe(String(WALKERS))
    const reviewer = await signedIn(app, 'reviewer')
    const whole = await (await reviewer.get(`/fi/journeys/${JOURNEY}/brief`)).text()
    expect(smallOn(whole)).toEqual([])
    expect(whole.length).toBeGreaterThan(open.length)
  })
})

function smallOn(page: string): string[] {
  return [...figuresOn(page)].flatMap(([name, n]) => (n !== undefined && /^[1-4]$/.test(n) ? [`${name} = ${n}`] : []))
}
