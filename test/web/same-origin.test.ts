import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDevice } from '#src/web/session.ts'
import { ORIGIN, type TestApp, testApp } from '../support/app.ts'

let site: TestApp
let proxied: TestApp
let stored = 0

const routes: Parameters<typeof testApp>[0] = {
  routes: (app) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      app.on(method, '/fi/store', (c) => {
        stored++
        return c.text('stored')
      })
    }
    app.get('/fi/token', (c) => c.text(c.get('formToken')))
  },
}
beforeAll(async () => {
  site = await testApp(routes)
  proxied = await testApp({ ...routes, environment: { POLKU_PUBLIC_URL: 'https://polku.example' } })
})
afterAll(() => Promise.all([site.close(), proxied.close()]))

type Send = { body?: string; method?: string; to?: TestApp['send'] }
const send = (headers: Record<string, string>, { body = 'text=x', method = 'POST', to = site.send }: Send = {}) =>
  to('/fi/store', { method, body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })

async function isRefused(headers: Record<string, string>, options?: Send) {
  const before = stored
  const response = await send(headers, options)
  expect(response.status).toBe(403)
  expect(await response.text()).toContain('data-page="error"')
  expect(stored).toBe(before)
}
async function isTaken(headers: Record<string, string>, options?: Send) {
  const before = stored
  expect((await send(headers, options)).status).toBe(200)
  expect(stored).toBe(before + 1)
}

async function withSession() {
  const visitor = site.visitor()
  const { cookie } = startDevice(site.deps, { hash: 'n', language: 'fi' })
  visitor.cookies.set('polku', `${cookie.token}.${cookie.code}`)
  return { visitor, token: await (await visitor.get('/fi/token')).text() }
}

describe('a form from our own page', () => {
  it('is taken when the browser says where it came from', async () => {
    await isTaken({ origin: ORIGIN })
    await isTaken({ 'sec-fetch-site': 'same-origin' })
    await isTaken({ 'sec-fetch-site': 'none' })
  })

  it('is taken from an old browser that says nothing, by the token in the form', async () => {
    const { visitor, token } = await withSession()
    await isTaken({}, { body: `token=${token}`, to: visitor.send })
    await isTaken({ origin: 'null' }, { body: `token=${token}`, to: visitor.send })
  })

  it('is taken from a stranger on an old browser, whose first form carries the token of strangers', async () => {
    const token = await (await site.visitor().get('/fi/token')).text()
    await isTaken({}, { body: `token=${token}`, to: site.visitor().send })
  })
})

describe('a form from another site', () => {
  it.each([
    'https://evil.example',
    'http://localhost:3001',
    'http://localhost.evil.example:3000',
    'file://',
    '',
    'nonsense',
  ])('is refused by its origin: %s', async (origin) => {
    await isRefused({ origin })
  })

  it.each(['cross-site', 'same-site', 'nonsense'])('is refused by what the browser says of it: %s', async (site) => {
    await isRefused({ 'sec-fetch-site': site })
    await isRefused({ 'sec-fetch-site': site, origin: ORIGIN })
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('is refused whatever its method: %s', async (method) => {
    await isRefused({ origin: 'https://evil.example' }, { method })
  })

  it('is refused before its content type is looked at', async () => {
    await isRefused({ origin: 'https://evil.example', 'content-type': 'application/json' })
    await isRefused({ origin: 'https://evil.example', 'content-type': 'text/plain' })
  })

  it('is refused when it says nothing and carries no token, an empty or a wrong one', async () => {
    const { visitor } = await withSession()
    const strangers = await (await site.visitor().get('/fi/token')).text()
    for (const body of ['text=x', 'token=', 'token=wrong', `token=${strangers}`]) {
      await isRefused({}, { body, to: visitor.send })
    }
  })

  it('is refused when it hides where it is and carries the token that every stranger gets', async () => {
    const token = await (await site.visitor().get('/fi/token')).text()
    await isRefused({ origin: 'null' }, { body: `token=${token}` })
  })

  it('is refused with the token of another person', async () => {
    const [one, other] = [await withSession(), await withSession()]
    await isRefused({}, { body: `token=${one.token}`, to: other.visitor.send })
  })
})

describe('behind a proxy', () => {
  it('only the public address is ours', async () => {
    await isTaken({ origin: 'https://polku.example' }, { to: proxied.send })
    await isRefused({ origin: 'http://polku.example' }, { to: proxied.send })
    await isRefused({ origin: 'http://127.0.0.1:3000' }, { to: proxied.send })
    await isRefused({ origin: 'http://inside:3000', host: 'inside:3000' }, { to: proxied.send })
  })
})
