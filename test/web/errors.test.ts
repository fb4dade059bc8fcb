import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '#src/errors.ts'
import { type TestApp, testApp } from '../support/app.ts'

let site: TestApp
const SECRET = 'isoäidin salaisuus'
beforeAll(async () => {
  site = await testApp({
    routes: (app) => {
      app.get('/sv/trouble/:code', (c) => {
        throw new AppError(c.req.param('code') as ErrorCode, 'detail for the log')
      })
      app.get('/sv/bug/:word', () => {
        const query = `Failed query: insert into told\nparams: ${SECRET}\n    at ${SECRET}`
        throw new Error(query, { cause: new TypeError('not a number') })
      })
      app.get('/sv/thrown', () => Promise.reject(new RangeError('later')))
    },
  })
})
afterAll(() => site.close())

describe('trouble', () => {
  it.each([
    ['not-found', 404],
    ['forbidden', 403],
    ['conflict', 409],
    ['invalid', 400],
    ['too-large', 413],
    ['too-many', 429],
    ['busy', 503],
    ['gone', 410],
  ])('%s is a page with the status %i, in the language of the path', async (code, status) => {
    const response = await site.get(`/sv/trouble/${code}`)
    expect(response.status).toBe(status)
    const page = await response.text()
    expect(page).toContain('<html lang="sv"')
    expect(page).not.toContain('detail for the log')
    expect(response.headers.has('retry-after')).toBe(status === 429 || status === 503)
  })

  it('is the same page for htmx', async () => {
    const [one, other] = [
      await site.get('/sv/trouble/busy'),
      await site.get('/sv/trouble/busy', { 'hx-request': 'true' }),
    ]
    expect(other.status).toBe(503)
    expect(await other.text()).toBe(await one.text())
  })
})

describe('a bug', () => {
  it('is shown plainly, without what went wrong inside', async () => {
    for (const path of ['/sv/bug/x', '/sv/thrown']) {
      const response = await site.get(path)
      expect(response.status).toBe(500)
      const page = await response.text()
      expect(page).toContain('data-page="error"')
      expect(page).not.toMatch(/Failed query|TypeError|RangeError|\bat .*\.ts/)
    }
  })

  it('is logged in full, with its cause and place, but without words of a person or the address asked for', async () => {
    site.logged.length = 0
    await site.get('/sv/bug/tokens-and-names')
    const [entry = ''] = site.logged
    expect(entry).toContain('Failed query: insert into told')
    expect(entry).toContain('errors.test.ts')
    expect(entry).toContain('not a number')
    expect(entry).toContain('/sv/bug/:word')
    expect(entry).toMatch(/"requestId":"[\w-]{36}"/)
    expect(entry).not.toContain(SECRET)
    expect(entry).not.toContain('tokens-and-names')
  })

  it('is not what a visitor’s mistake is: nothing is logged of it', async () => {
    site.logged.length = 0
    await site.get('/sv/trouble/not-found')
    await site.get('/sv/nowhere')
    expect(site.logged).toEqual([])
  })
})
