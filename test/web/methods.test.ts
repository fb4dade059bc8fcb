import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'

let site: TestApp
beforeAll(async () => {
  site = await testApp()
})
afterAll(() => site.close())

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s at a known address is told what the address has',
  async (method) => {
    const asked = async (path: string) => {
      const { status, headers } = await site.send(path, { method })
      return [status, headers.get('allow'), headers.get('x-content-type-options')]
    }
    expect(await asked('/fi/help')).toEqual([405, 'GET, HEAD', 'nosniff'])
    expect(await asked('/fi/walks/any/mine')).toEqual([405, 'GET, HEAD', 'nosniff'])
    expect(await asked('/fi/walks/any/withdraw')).toEqual([405, 'GET, HEAD, POST', 'nosniff'])
    expect(await asked('/fi/walks/any/time')).toEqual([405, 'POST', 'nosniff'])
  },
)

test('an unknown address stays unknown whatever the method', async () => {
  expect((await site.send('/fi/no-such-page', { method: 'OPTIONS' })).status).toBe(404)
})
