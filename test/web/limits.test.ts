import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from '#src/config.ts'
import { secretsFrom } from '#src/secrets.ts'
import { createLimits, type LimitName } from '#src/web/limits.ts'
import { networkPrefix } from '#src/web/network-prefix.ts'
import { ORIGIN, START, type TestApp, testApp } from '../support/app.ts'
import { browser } from '../support/browser.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let site: TestApp
afterEach(() => site.close())

async function limited(environment: Record<string, string> = { POLKU_LIMITS: 'on' }) {
  site = await testApp({
    environment,
    routes: (app) =>
      app.post('/fi/spend/:name', (c) => {
        site.deps.limits.spend(c, c.req.param('name') as LimitName, c.req.query('key'))
        return c.text('taken')
      }),
  })
  return site
}
const spend = (from: { post: TestApp['post'] }, name: LimitName, key?: string) =>
  from.post(`/fi/spend/${name}${key === undefined ? '' : `?key=${key}`}`)
const from = (address: string) => browser(site.app, site.config.publicUrl ?? ORIGIN, address)

async function taken(visitor: { post: TestApp['post'] }, name: LimitName, tries: number, key?: string) {
  const all: number[] = []
  for (let i = 0; i < tries; i++) all.push((await spend(visitor, name, key)).status)
  return all.filter((status) => status === 200).length
}

describe('a limit', () => {
  it.each([
    ['new-participant', 120, 120, HOUR],
    ['code', 10, 10, HOUR],
    ['sign-in', 10, 10, 3 * MINUTE],
    ['walk-post', 120, 30, MINUTE],
    ['export', 3, 3, HOUR],
  ] as const)('of %s lets %i through at once and then %i more in its time', async (name, burst, refill, per) => {
    const { clock } = await limited()
    expect(await taken(site, name, burst + 5, 'same')).toBe(burst)
    clock.now = START + per
    expect(await taken(site, name, burst + 5, 'same')).toBe(refill)
  })

  it('answers with a page that says when to come back, and tells beforehand how much is left', async () => {
    await limited()
    const first = await spend(site, 'code')
    expect(first.headers.get('ratelimit-policy')).toBe('"code-everywhere";q=1000;w=3600')
    await taken(site, 'code', 9)
    const refused = await spend(site, 'code')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('360')
    expect(refused.headers.get('ratelimit')).toBe('"code";r=0;t=360')
    expect(await refused.text()).toContain('data-page="error"')
  })

  it('is kept by network: neighbours share it, others do not', async () => {
    await limited()
    expect(await taken(from('203.0.113.1'), 'code', 10)).toBe(10)
    expect((await spend(from('203.0.113.200'), 'code')).status).toBe(429)
    expect((await spend(from('203.0.114.1'), 'code')).status).toBe(200)
  })

  it('of codes holds for everybody together, too', async () => {
    await limited()
    let let_through = 0
    for (let network = 0; network < 110; network++) let_through += await taken(from(`10.0.${network}.1`), 'code', 10)
    expect(let_through).toBe(1000)
  })

  it('believes a forwarded address only from the proxy', async () => {
    await limited({ POLKU_LIMITS: 'on', POLKU_PUBLIC_URL: 'https://polku.example' })
    const forwarded = (address: string, by: string) =>
      from(by).post('/fi/spend/export', {}, { 'x-forwarded-for': `6.6.6.6, ${address}` })
    for (let i = 0; i < 3; i++) expect((await forwarded('192.0.2.1', '127.0.0.1')).status).toBe(200)
    expect((await forwarded('192.0.2.1', '127.0.0.1')).status).toBe(429)
    expect((await forwarded('192.0.9.1', '127.0.0.1')).status).toBe(200)
    for (let i = 0; i < 3; i++) expect((await forwarded(`192.0.${i}.1`, '203.0.113.5')).status).toBe(200)
    expect((await forwarded('192.0.77.1', '203.0.113.5')).status).toBe(429)
  })

  it('is off only where the setting says so and nobody else can call', async () => {
    await limited({ POLKU_LIMITS: 'off' })
    expect(await taken(site, 'export', 10)).toBe(10)
    await site.close()
    await limited({ POLKU_LIMITS: 'off', HOST: '0.0.0.0' })
    expect(await taken(site, 'export', 10)).toBe(3)
  })

  it('survives a clock that jumps back', async () => {
    const { clock } = await limited()
    expect(await taken(site, 'export', 3, 'same')).toBe(3)
    clock.now = START - 2 * HOUR
    expect(await taken(site, 'export', 3, 'same')).toBe(0)
    expect(await taken(site, 'export', 10, 'other')).toBe(3)
  })

  it('forgets the oldest under a flood from many networks, rather than fill the memory', async () => {
    await limited()
    const limits = createLimits({ secrets: secretsFrom(new Uint8Array(32)), config: readConfig({}), now: () => START })
    const c = { header: () => {} } as never
    const isRefused = () => {
      try {
        limits.spend(c, 'export', 'first')
        return false
      } catch {
        return true
      }
    }
    expect([isRefused(), isRefused(), isRefused(), isRefused()]).toEqual([false, false, false, true])
    for (let i = 0; i < 50_000; i++) limits.spend(c, 'export', `flood-${i}`)
    expect(isRefused()).toBe(false)
  })
})

describe('a network', () => {
  it.each([
    ['198.51.100.7', '198.51.100'],
    ['::ffff:198.51.100.7', '198.51.100'],
    ['2001:db8:1:2345:aaaa:bbbb:cccc:dddd', '2001:db8:1:2300'],
    ['2001:db8:1:23ff::1', '2001:db8:1:2300'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['nonsense', 'unknown'],
    ['', 'unknown'],
  ])('of %s is %s', (address, prefix) => {
    expect(networkPrefix(address)).toBe(prefix)
  })
})
