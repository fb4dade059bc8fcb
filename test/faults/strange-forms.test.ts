import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { type Citizen, citizen, required, sent, type Values } from '../support/citizen.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { formOf, type PageForm, readPage, visible } from '../support/page.ts'

const REGISTER = 'home/tell-the-register'
const WORDS = 'tämä auttoi minua'
const MEGABYTES = 1024 * 1024

let app: TestApp
let walker: Citizen
/** the form of the task, open and unsent */
let form: PageForm
let stepPath: string

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  walker = citizen(app.visitor(), 'fi')
  await walker.start(MOVING_HOUSE_CAT.id)
  await walker.forward()
  while (walker.page.step !== REGISTER) await walker.forward()
  form = formOf(walker.page, 'answer')
  stepPath = walker.path
})

type Kept = {
  said: { text?: string; option?: string; step: string }[]
  told: Values
  events: { kind: string; step?: string }[]
}

async function kept(who = walker): Promise<Kept> {
  const { browser } = who
  const mine = readPage(await (await browser.get(`${walker.walkPath()}/mine`)).text())
  const download = formOf(mine, 'export')
  return (await browser.post(download.action, sent(download))).json() as Promise<Kept>
}

function written(text: string, go = 'on'): Values {
  return { ...sent(form), ...required(form), 'p.open.text': text, go }
}

const textsOf = ({ said }: Kept) => said.map(({ text }) => text)
const doneOf = ({ events }: Kept) => events.filter(({ kind }) => kind === 'done').map(({ step }) => step)

describe('two windows on one step', () => {
  it('the later form shows what both say, and stores its own only when sent again', async () => {
    const { browser } = walker
    const other = formOf(readPage(await (await browser.get(stepPath)).text()), 'answer')
    expect((await browser.post(form.action, written('ensin näin'))).status).toBe(303)
    const late = await browser.post(other.action, { ...sent(other), 'p.open.text': 'sitten noin', go: 'on' })
    expect(late.status).toBe(409)
    const page = readPage(await late.text())
    expect(sent(formOf(page, 'answer'))['p.open.text']?.trim()).toBe('sitten noin')
    expect(textsOf(await kept())).toEqual(['ensin näin'])

    const again = formOf(page, 'answer')
    expect((await browser.post(again.action, { ...sent(again), go: 'on' })).status).toBe(303)
    expect(textsOf(await kept())).toEqual(['sitten noin'])
  })

  it('on different steps do not disturb each other', async () => {
    const { browser } = walker
    await browser.post(form.action, written(WORDS))
    const stay = await browser.post(form.action.replace(REGISTER, 'home/milk'), { wants_milk: 'true', go: 'on' })
    expect(stay.status).toBe(303)
    expect(textsOf(await kept())).toEqual([WORDS])
  })
})

describe('a form that comes twice', () => {
  it.each([
    ['one after the other', async (send: () => Promise<Response>) => [await send(), await send()]],
    ['at once', (send: () => Promise<Response>) => Promise.all([send(), send()])],
  ])('%s is stored once, and both lead on', async (_how, twice) => {
    const fields = written(WORDS)
    const both = await twice(() => walker.browser.post(form.action, fields))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const [first, second] = both.map((one) => one.headers.get('location')?.replace(/\?.*/, ''))
    expect(second).toBe(first)
    const stored = await kept()
    expect(textsOf(stored)).toEqual([WORDS])
    expect(doneOf(stored).filter((step) => step === REGISTER)).toEqual([REGISTER])
  })

  it('again after the walk has gone on and ended changes nothing', async () => {
    const fields = written(WORDS)
    await walker.browser.post(form.action, fields)
    await walker.open(walker.walkPath())
    await walker.walk()
    const before = await kept()
    const again = await walker.browser.post(form.action, fields)
    expect(again.status).toBe(303)
    expect(await kept()).toEqual(before)
  })

  it('of starting begins one walk', async () => {
    const { browser } = walker
    const start = formOf(readPage(await (await browser.get(`/fi/journeys/${MOVING_HOUSE_CAT.id}`)).text()), 'start')
    const first = await browser.post(start.action, sent(start))
    const second = await browser.post(start.action, sent(start))
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
  })
})

describe('the back button', () => {
  it('and other words in the old form: what is written is not dropped in silence', async () => {
    const { browser } = walker
    expect((await browser.post(form.action, { ...sent(form), go: 'on' })).status).toBe(303)
    // The browser shows the page as it was, its hidden fields included.
    const back = await browser.post(form.action, written(WORDS))
    const isTold = back.status === 409 && sent(formOf(readPage(await back.text()), 'answer'))['p.open.text'] === WORDS
    expect(isTold || textsOf(await kept()).includes(WORDS)).toBe(true)
  })

  it('and the same step opened anew shows what was said and takes a change', async () => {
    const { browser } = walker
    await browser.post(form.action, written(WORDS))
    const again = formOf(await walker.open(stepPath), 'answer')
    expect(sent(again)['p.open.text']?.trim()).toBe(WORDS)
    await walker.send(again, { 'p.open.text': 'vielä tämä', go: 'on' })
    expect(textsOf(await kept())).toEqual(['vielä tämä'])
  })
})

const TAMPERED: readonly (readonly [string, (cookie: string) => string])[] = [
  ['of somebody else', (cookie) => cookie.replace(/^.{6}/, 'AAAAAA')],
  ['cut short', (cookie) => cookie.slice(0, 20)],
  ['empty', () => ''],
  ['of ten thousand letters', () => 'x'.repeat(10_000)],
  ['with strange signs', () => '%00%ff;=",\\{}'],
]

describe.each(TAMPERED)('a cookie %s', (_what, tampered) => {
  it('opens nothing and stores nothing', async () => {
    const cookie = `polku=${tampered(walker.browser.cookies.get('polku') ?? '')}`
    const stranger = app.visitor()
    const opened = await stranger.get(stepPath, { cookie })
    expect(opened.status).toBe(404)
    expect(readPage(await opened.text()).name).toBe('error')
    const posted = await stranger.post(form.action, written(WORDS), { cookie })
    expect(posted.status).toBe(404)
    expect(textsOf(await kept())).toEqual([])
  })
})

it('another code in the cookie does not show, and the walk stays open', async () => {
  const [token] = (walker.browser.cookies.get('polku') ?? '').split('.')
  const page = await app.visitor().get(`${walker.walkPath()}/pause`, { cookie: `polku=${token}.0000-0000-00000` })
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain('0000-0000-00000')
})

const NOWHERE = ['home/no-such-step', 'no-such-track/milk', '__proto__/constructor', 'home/%00', 'home/%C3%A4', '../x']

it.each(NOWHERE)('the unknown step %s is not found, read or sent', async (step) => {
  const path = `${walker.walkPath()}/steps/${step}`
  for (const answer of [await walker.browser.get(path), await walker.browser.post(path, written(WORDS))]) {
    expect(answer.status).toBe(404)
    const page = readPage(await answer.text())
    expect(page.name).toBe('error')
    expect(page.language).toBe('fi')
  }
  expect(textsOf(await kept())).toEqual([])
})

it('a step not yet reachable says so and takes no answer', async () => {
  const early = citizen(app.visitor(), 'fi')
  await early.start(MOVING_HOUSE_CAT.id)
  const path = `${early.walkPath()}/steps/${REGISTER}`
  await early.open(path)
  expect(early.page.name).toBe('overview')
  expect(early.path).toContain('note=not-yet')
  const sentEarly = await early.browser.post(path, { go: 'on' })
  expect(sentEarly.status).toBe(303)
  await early.open(early.walkPath())
  expect(early.page.stepLinks.find(({ step }) => step === REGISTER)?.status).toBe('blocked')
})

const urlencoded = 'application/x-www-form-urlencoded'
type Strange = readonly [
  what: string,
  status: number,
  body: string | Uint8Array<ArrayBuffer>,
  headers?: Record<string, string>,
]
const STRANGE: readonly Strange[] = [
  ['two megabytes', 413, `go=on&p.open.text=${'a'.repeat(2 * MEGABYTES)}`],
  [
    'two megabytes in parts',
    413,
    `--x\r\ncontent-disposition: form-data; name="go"\r\n\r\n${'a'.repeat(2 * MEGABYTES)}\r\n--x--\r\n`,
    { 'content-type': 'multipart/form-data; boundary=x' },
  ],
  ['bytes that are not UTF-8', 400, new Uint8Array([0x67, 0x6f, 0x3d, 0xff, 0xfe])],
  ['percent signs that are not UTF-8', 400, 'go=on&p.open.text=%ff%fe'],
  ['a broken percent sign', 400, 'go=on&p.open.text=%zz'],
  ['malformed multipart', 400, 'no boundary at all', { 'content-type': 'multipart/form-data; boundary=x' }],
  ['multipart without a boundary', 400, '--x--', { 'content-type': 'multipart/form-data' }],
  ['five hundred and one fields', 400, Array.from({ length: 501 }, (_, i) => `f${i}=x`).join('&')],
  ['JSON', 415, '{"go":"on","p.open.text":"x"}', { 'content-type': 'application/json' }],
  ['JSON in plain text', 415, '{"go":"on"}', { 'content-type': 'text/plain' }],
  ['no type at all', 415, 'go=on', { 'content-type': '' }],
  ['a foreign origin', 403, 'go=on&p.open.text=x', { origin: 'https://example.org' }],
  ['a hidden origin', 403, 'go=on&p.open.text=x', { origin: 'null' }],
  ['another site, says the browser', 403, 'go=on&p.open.text=x', { 'sec-fetch-site': 'cross-site' }],
]

describe.each(STRANGE.map(([what, status, body, headers = {}]) => ({ what, status, body, headers })))(
  'a form with $what',
  ({ status, body, headers }) => {
    it(`is refused with ${status}, a clear page, and nothing stored`, async () => {
      const before = await kept()
      const answer = await walker.browser.send(form.action, {
        method: 'POST',
        headers: { origin: 'http://localhost:3000', 'content-type': urlencoded, ...headers },
        body,
      })
      expect(answer.status).toBe(status)
      const page = readPage(await answer.text())
      expect([page.name, page.language]).toEqual(['error', 'fi'])
      expect(visible(page.main).length).toBeGreaterThan(40)
      expect(await kept()).toEqual(before)
    })
  },
)

/** accepted, but they say nothing */
const EMPTY: readonly (readonly [string, Values])[] = [
  ['no fields at all', {}],
  ['empty texts', { go: 'on', 'p.open.text': '' }],
  ['white space only', { go: 'on', 'p.open.text': ' \t\n\u00a0\u2003 ' }],
  ['control characters only', { go: 'on', 'p.open.text': '\u0000\u0007\u001b' }],
  ['invisible characters only', { go: 'on', 'p.open.text': '\u200b\u200d\ufeff\u2060' }],
  ['fields nobody asked for', { go: 'on', 'p.nothing.text': 'x', constructor: 'y', ['__proto__']: 'z' }],
  ['a button nobody made', { go: 'sideways', 'p.open.text': '' }],
  ['a key of ten thousand letters', { go: 'stay', key: 'k'.repeat(10_000) }],
]

describe.each(EMPTY)('a form with %s', (_what, fields) => {
  it('stores no empty answer and leads somewhere', async () => {
    const answer = await walker.browser.post(form.action, fields)
    expect([303, 422]).toContain(answer.status)
    expect((await kept()).said).toEqual([])
  })
})

it.each([
  ['a date that no calendar has', { 'moved_on-day': '31', 'moved_on-month': '2', 'moved_on-year': '2026' }],
  ['an option nobody offered', { colour: 'green' }],
  ['a year of the future', { 'moved_on-year': '2999' }],
])('a question answered with %s comes back as typed, and nothing of it is stored', async (_what, wrong) => {
  const fresh = citizen(app.visitor(), 'fi')
  await fresh.start(MOVING_HOUSE_CAT.id)
  const question = formOf(fresh.page, 'answer')
  const answer = await fresh.browser.post(question.action, {
    ...required(question),
    ...sent(question),
    ...required(question),
    ...wrong,
    go: 'on',
  })
  expect(answer.status).toBe(422)
  const again = sent(formOf(readPage(await answer.text()), 'answer'))
  for (const [name, value] of Object.entries(wrong)) if (name !== 'colour') expect(again[name]).toBe(value)
  await fresh.open(`${fresh.walkPath()}`)
  expect(fresh.page.stepLinks.find(({ step }) => step === 'situation/who-moved')?.status).toBe('todo')
})

it.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND'])('%s on a step is refused clearly', async (method) => {
  const answer = await walker.browser.send(stepPath, {
    method,
    headers: { origin: 'http://localhost:3000', 'content-type': urlencoded },
  })
  expect([404, 405]).toContain(answer.status)
})

it.each([
  '/fi/walks/%',
  '/fi/walks/%E0%A4%A',
  '/%ff',
  `/fi/${'a'.repeat(8000)}`,
  '/fi/journeys/%00',
  '/fi/walks/x?note=%ff&step[]=1',
])('the strange address %s gets a page, never a fault of ours', async (path) => {
  const answer = await walker.browser.get(path)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(readPage(await answer.text()).name).toBe('error')
})

it('nothing of all this was a fault of ours', () => {
  expect(app.logged).toEqual([])
})
