import { describe, expect, it } from 'vitest'
import { testApp } from '../support/app.ts'

describe('health', () => {
  it('is alive and ready when storage can take a write', async () => {
    const site = await testApp()
    expect((await site.get('/healthz')).status).toBe(200)
    expect((await site.get('/readyz')).status).toBe(200)
    await site.close()
  })

  it.each([
    ['is not', () => Promise.resolve(false)],
    ['cannot say whether it is', () => Promise.reject(new Error('gone'))],
  ])('is alive but not ready when storage %s ready', async (_, ready) => {
    const site = await testApp({ deps: { ready } })
    expect((await site.get('/healthz')).status).toBe(200)
    const response = await site.get('/readyz')
    expect(response.status).toBe(503)
    expect(response.headers.get('cache-control')).toBe('no-store')
    await site.close()
  })

  it('follows storage: closed under our feet, it is not ready', async () => {
    const site = await testApp()
    await site.close()
    expect((await site.get('/readyz')).status).toBe(503)
  })
})
