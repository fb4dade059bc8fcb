import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#src/errors.ts'
import { personal } from '#src/web/headers.ts'
import { ORIGIN, type TestApp, testApp } from '../support/app.ts'

let site: TestApp
let secure: TestApp
beforeAll(async () => {
  const routes: Parameters<typeof testApp>[0] = {
    routes: (app) => {
      app.get('/fi/plain', (c) => c.html('<p>page</p>'))
      app.get('/fi/raw', () => new Response('raw'))
      app.get('/fi/personal', (c) => {
        personal(c)
        return c.html('<p>mine</p>')
      })
      app.get('/fi/broken', () => {
        throw new Error('broken')
      })
      app.get('/fi/busy', () => {
        throw new AppError('busy', 'disk')
      })
      app.post('/fi/store', (c) => c.redirect('/fi', 303))
    },
  }
  site = await testApp(routes)
  secure = await testApp({ ...routes, environment: { POLKU_PUBLIC_URL: 'https://polku.example' } })
})
afterAll(() => Promise.all([site.close(), secure.close()]))

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
type Kind = readonly [name: string, status: number, path: string, init: RequestInit]
const kinds: readonly Kind[] = [
  ['a page', 200, '/fi/plain', {}],
  ['a page asked for by its head only', 200, '/fi/plain', { method: 'HEAD' }],
  ['a raw response', 200, '/fi/raw', {}],
  ['a static file', 200, '/assets/polku.css', {}],
  ['the front door', 302, '/', {}],
  ['a redirect after a form', 303, '/fi/store', { method: 'POST', body: 'a=1', headers: { ...FORM, origin: ORIGIN } }],
  ['health', 200, '/healthz', {}],
  ['malformed bytes', 400, '/fi/store', { method: 'POST', body: 'a=%zz', headers: FORM }],
  [
    'a foreign form',
    403,
    '/fi/store',
    { method: 'POST', body: 'a=1', headers: { ...FORM, origin: 'https://evil.example' } },
  ],
  ['an unknown page', 404, '/fi/nowhere', {}],
  ['an unknown file', 404, '/assets/nothing.js', {}],
  [
    'a huge form',
    413,
    '/fi/store',
    { method: 'POST', body: 'a'.repeat(70_000), headers: { ...FORM, origin: ORIGIN, 'content-length': '70000' } },
  ],
  [
    'no form',
    415,
    '/fi/store',
    { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', origin: ORIGIN } },
  ],
  ['a fault', 500, '/fi/broken', {}],
  ['trouble', 503, '/fi/busy', {}],
]

describe.each(kinds)('%s', (_, status, path, init) => {
  it('carries the headers that keep others out', async () => {
    const { headers, ...response } = await answered(site, path, init)
    expect(response.status).toBe(status)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cache-control')).toBeTruthy()
    expect(headers.has('server') || headers.has('x-powered-by')).toBe(false)
  })

  it('promises https only where it is https', async () => {
    expect((await answered(site, path, init)).headers.has('strict-transport-security')).toBe(false)
    expect((await answered(secure, path, init)).headers.get('strict-transport-security')).toBe(
      'max-age=31536000; includeSubDomains',
    )
  })
})

describe('copies', () => {
  it('of a personal page stay nowhere', async () => {
    const { headers } = await site.get('/fi/personal')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('vary')).toBe('HX-Request')
  })

  it('of any page stay with one browser, and of a static file wherever they like', async () => {
    expect((await site.get('/fi/plain')).headers.get('cache-control')).toBe('private, no-cache')
    expect((await site.get('/assets/polku.css')).headers.get('cache-control')).toContain('immutable')
    expect((await site.get('/fi/nowhere')).headers.get('cache-control')).toBe('no-store')
  })
})

async function answered(to: TestApp, path: string, init: RequestInit) {
  const { status, headers } = await to.send(path, init)
  return { status, headers }
}
