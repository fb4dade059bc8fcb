import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROLES } from '#src/account/roles.ts'
import { figuresOn, formOn, linkFor, signedIn } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'

const DAY = 24 * 60 * 60 * 1000
let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

test('opening a sign-in link shows a form and uses nothing up', async () => {
  const link = await linkFor(app, 'reviewer')
  for (let i = 0; i < 3; i++) {
    const page = await (await app.get(link)).text()
    expect(page).toContain('data-page="sign-in"')
    expect(formOn(page, 'sign-in').action).toBe(`/fi${link}`)
  }
  expect(app.cookies.size).toBe(0)
})

test('the page speaks the reader’s language and has a switch to the others', async () => {
  const link = await linkFor(app, 'designer')
  const page = await (await app.get(link, { 'accept-language': 'sv' })).text()
  expect(page).toContain('<html lang="sv"')
  expect(page).toContain(`href="/en${link}"`)
  expect(await (await app.get(`/en${link}`)).text()).toContain('<h1 class="govuk-heading-l">Sign in</h1>')
})

test('sending the form signs in, and leads each role to its first page', async () => {
  const first = {
    designer: 'studio',
    reviewer: 'review',
    facilitator: 'review',
    provider: 'provider',
    admin: 'review',
  } as const
  for (const role of ROLES) {
    const browser = app.visitor()
    const link = await linkFor(app, role)
    const { action, fields } = formOn(await (await browser.get(link)).text(), 'sign-in')
    const response = await browser.post(action, fields)
    expect(response.headers.get('location')).toBe(`/fi/${first[role]}`)
    expect((await browser.get(`/fi/${first[role]}`)).status).toBe(200)
  }
})

test('a browser that says nothing of where a form came from signs in by the form’s own token', async () => {
  const browser = app.visitor()
  const { action, fields } = formOn(await (await browser.get(await linkFor(app, 'reviewer'))).text(), 'sign-in')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams(fields).toString()
  expect((await browser.send(action, { method: 'POST', headers, body: '' })).status).toBe(403)
  expect((await browser.send(action, { method: 'POST', headers, body })).status).toBe(303)
})

test('a link that has been used says so and lets nobody in', async () => {
  const link = await linkFor(app, 'admin')
  await app.post(link)
  const other = app.visitor()
  for (const response of [await other.get(link), await other.post(link)]) {
    expect(response.status).toBe(410)
    const page = await response.text()
    expect(page).toContain('Linkki on jo käytetty')
    expect(page).not.toContain('data-form="sign-in"')
  }
  expect(other.cookies.size).toBe(0)
})

test('a link that has expired says so, to the second', async () => {
  const link = await linkFor(app, 'admin')
  app.clock.now += 7 * DAY - 1000
  expect((await app.get(link)).status).toBe(200)
  app.clock.now += 1000
  expect((await app.get(link)).status).toBe(410)
  const late = await app.post(link)
  expect(late.status).toBe(410)
  expect(await late.text()).toContain('vanhentunut')
})

test('of twenty who press at the same moment one gets in', async () => {
  const link = await linkFor(app, 'reviewer')
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await app.visitor().post(link)).status))
  expect(statuses.filter((status) => status === 303)).toHaveLength(1)
  expect(statuses.filter((status) => status === 410)).toHaveLength(19)
})

test('guesses are never right, and after ten they are held up', async () => {
  const limited = await testApp({ environment: { POLKU_LIMITS: 'on' } })
  const guess = (i: number) => `/sign-in/${String(i).padStart(43, 'A')}`
  const statuses: number[] = []
  for (let i = 0; i < 12; i++) statuses.push((await limited.get(guess(i))).status)
  expect(statuses).toEqual([...Array(10).fill(404), 429, 429])
  expect((await limited.post(await linkFor(limited, 'reviewer'))).status).toBe(303)
  await limited.close()
})

test('an odd token is unknown, however it is written', async () => {
  for (const token of ['x', '%00', '..%2f..', "'%20or%201=1", 'A'.repeat(5000), '%3Cscript%3E']) {
    const response = await app.get(`/sign-in/${token}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('<script>')
  }
})

test('signing in again ends the session before it', async () => {
  const browser = await signedIn(app, 'reviewer')
  const before = browser.cookies.get('polku-staff') ?? ''
  await browser.post(await linkFor(app, 'reviewer'))
  const old = await app.send('/fi/review', { headers: { cookie: `polku-staff=${before}` } })
  expect(old.status).toBe(403)
  expect((await browser.get('/fi/review')).status).toBe(200)
})

test('signing out ends the session wherever a copy of the cookie is', async () => {
  const browser = await signedIn(app, 'reviewer')
  const cookie = `polku-staff=${browser.cookies.get('polku-staff')}`
  const out = await browser.post('/fi/sign-out')
  expect(out.status).toBe(303)
  expect(out.headers.get('clear-site-data')).toBe('"cache"')
  expect((await browser.get('/fi/review')).status).toBe(403)
  expect((await app.send('/fi/review', { headers: { cookie } })).status).toBe(403)
})

test('half an hour away ends a session', async () => {
  const browser = await signedIn(app, 'reviewer')
  app.clock.now += 29 * 60_000
  expect((await browser.get('/fi/review')).status).toBe(200)
  app.clock.now += 31 * 60_000
  expect((await browser.get('/fi/review')).status).toBe(403)
})

test('a stranger is told how to sign in, in their own language, and sees no figure', async () => {
  for (const path of ['/sv/studio', '/sv/provider', '/sv/audit', '/sv/review']) {
    const response = await app.get(path)
    expect(response.status).toBe(403)
    const page = await response.text()
    expect(page).toContain('Du behöver logga in')
    expect(figuresOn(page).size).toBe(0)
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
})

test('each role opens its own pages and no others', async () => {
  const pages = {
    '/fi/studio': ['designer', 'admin'],
    '/fi/provider': ['provider', 'admin'],
    '/fi/audit': ['reviewer', 'admin'],
  } as const
  for (const role of ROLES) {
    const browser = await signedIn(app, role)
    for (const [path, roles] of Object.entries(pages)) {
      const may = (roles as readonly string[]).includes(role)
      expect([role, path, (await browser.get(path)).status]).toEqual([role, path, may ? 200 : 403])
    }
  }
})

test('the studio leads to the journeys as the citizen meets them and to their figures', async () => {
  const page = await (await (await signedIn(app, 'designer')).get('/fi/studio')).text()
  expect(page).toContain('data-page="studio"')
  expect(page).toContain('href="/fi/journeys/cat-moves-house"')
  expect(page).toContain('href="/fi/review/journeys/cat-moves-house"')
})

test('a provider sees the journeys in which they do something', async () => {
  const browser = await signedIn(app, 'provider', { journey: 'cat-moves-house', provider: 'cat_register' })
  const page = await (await browser.get('/fi/provider')).text()
  expect(page).toContain('Kissarekisteri, 2 askelta')
})

test('every page of the staff says who is signed in and offers the way out', async () => {
  const page = await (await (await signedIn(app, 'reviewer')).get('/en/audit')).text()
  expect(page).toContain('action="/en/sign-out"')
  expect(page).toMatch(/<span>reviewer-\w{6}, reviewer<\/span>/)
})

test('the log tells who was invited, signed in and signed out, newest first', async () => {
  const first = await signedIn(app, 'designer')
  await first.post('/fi/sign-out')
  const page = await (await (await signedIn(app, 'reviewer')).get('/fi/audit')).text()
  const whats = [...page.matchAll(/data-what="([^"]*)"/g)].map(([, what]) => what)
  expect(whats).toEqual(['sign-in', 'invite', 'sign-out', 'sign-in', 'invite'])
})

test('the log says in words what it keeps as codes', async () => {
  const entry = (what: string, about: string, why?: string) =>
    app.deps.accounts.record({ at: 1, who: 'first start', what, about, why })
  await entry('read-words', 'queue')
  await entry('trial:plan', 'example', 'mandate, closesOn 2026-11-20 > 2026-12-01, answersDueOn - > 2027-01-15')
  const page = await (await (await signedIn(app, 'reviewer')).get('/fi/audit')).text()
  expect(page).toContain('ensimmäinen käynnistys')
  expect(page).toContain('>Odottavat tekstit</td>')
  expect(page).toContain('Miksi kysymme, Päättymispäivä 20.11.2026 → 1.12.2026, Vastausten päivä – → 15.1.2027')
})

test('the log has as many pages as it needs', async () => {
  for (let i = 0; i < 130; i++)
    await app.deps.accounts.record({ at: i, who: 'a test', what: 'counted', about: `<i>${i}</i>`, why: undefined })
  const browser = await signedIn(app, 'reviewer')
  const first = await (await browser.get('/fi/audit')).text()
  const older = /href="(\/fi\/audit\?before=\d+)"/.exec(first)?.[1] ?? ''
  const second = await (await browser.get(older)).text()
  const rows = (page: string) => [...page.matchAll(/data-what=/g)].length
  expect(rows(first) + rows(second)).toBe(132)
  expect(second).not.toContain('Vanhemmat tapahtumat')
  expect(first).not.toContain('<i>')
  expect((await browser.get('/fi/audit?before=x')).status).toBe(404)
})

test('a sign-in form from another site is refused', async () => {
  const link = await linkFor(app, 'reviewer')
  const response = await app.post(link, {}, { origin: 'https://elsewhere.example' })
  expect(response.status).toBe(403)
  expect((await app.get(link)).status).toBe(200)
})
