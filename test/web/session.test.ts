import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWalk } from '#src/walk/start-walk.ts'
import type { Deps, Env } from '#src/web/context.ts'
import {
  endStaff,
  forget,
  keepHere,
  resumeDevice,
  sendDevice,
  sendStaff,
  startDevice,
  startStaff,
} from '#src/web/session.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
let site: TestApp
let secure: TestApp

const routes = (app: Hono<Env>) => {
  app.get('/fi/who', (c) => {
    const { participant, code, staff } = c.var
    return c.json({ participant: participant ?? null, code: code ?? null, staff: staff?.account ?? null })
  })
}
const withVerbs = (deps: () => Deps) => {
  return (app: Hono<Env>) => {
    routes(app)
    app.post('/fi/test/start', async (c) => {
      const { participant, device, cookie } = startDevice(deps(), { hash: 'notice', language: 'fi' })
      const { id: journey } = MOVING_HOUSE_CAT
      const start = { journey, as: undefined, tracks: [], language: 'fi', key: undefined } as const
      await startWalk(deps(), { ...start, participant: { participant, device } })
      sendDevice(c, deps(), cookie)
      return c.redirect('/fi/who', 303)
    })
    app.post('/fi/test/resume', async (c) => c.json((await resumeDevice(c, deps(), c.req.query('code') ?? '')) ?? null))
    app.post('/fi/test/keep', async (c) => c.json(await keepHere(c, deps())))
    app.post('/fi/test/forget', async (c) => {
      await forget(c, deps())
      return c.redirect('/fi', 303)
    })
    app.post('/test/sign-in', async (c) => {
      const { session, token } = startStaff(deps(), {
        account: 'Aino',
        role: 'designer',
        journey: undefined,
        provider: undefined,
      })
      const tokenHash = deps().secrets.tokenHash(token)
      const invitation = {
        tokenHash,
        role: 'designer',
        invitedBy: 'x',
        journey: undefined,
        provider: undefined,
        usedAt: undefined,
        createdAt: deps().now(),
        cancelledAt: undefined,
      } as const
      await deps().accounts.invite({ ...invitation, expiresAt: deps().now() + 1 })
      await deps().accounts.signIn({ tokenHash, session, at: deps().now() })
      sendStaff(c, deps(), token)
      return c.redirect('/fi/who', 303)
    })
    app.post('/test/sign-out', async (c) => {
      await endStaff(c, deps())
      return c.redirect('/fi', 303)
    })
  }
}

beforeAll(async () => {
  site = await testApp({ routes: withVerbs(() => site.deps) })
  secure = await testApp({
    routes: withVerbs(() => secure.deps),
    environment: { POLKU_PUBLIC_URL: 'https://polku.example' },
  })
})
afterAll(() => Promise.all([site.close(), secure.close()]))

type Who = { participant: string | null; code: string | null; staff: string | null }
const NOBODY: Who = { participant: null, code: null, staff: null }
const who = async (visitor: Browser, cookie?: string): Promise<Who> => {
  const response = await visitor.get('/fi/who', cookie === undefined ? {} : { cookie })
  expect(response.status).toBe(200)
  return (await response.json()) as Who
}
async function walker(at: TestApp = site) {
  const visitor = at.visitor()
  const response = await visitor.post('/fi/test/start')
  return { visitor, sent: response.headers.getSetCookie()[0] ?? '', ...(await who(visitor)) }
}

describe('a visitor', () => {
  it('without a cookie is a stranger for whom nothing is looked up', async () => {
    const touched: string[] = []
    const watched = new Proxy(site.deps.walks, {
      get: (store, name) => {
        touched.push(String(name))
        return Reflect.get(store, name)
      },
    })
    const bare = await testApp({ routes, deps: { walks: watched } })
    expect(await who(bare.visitor())).toEqual(NOBODY)
    expect(touched).toEqual([])
    await bare.close()
  })

  it('who has started a walk is known on the same device, with the code to read aloud', async () => {
    const { participant, code } = await walker()
    expect(participant).toBeTruthy()
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/)
  })

  it('gets a cookie that ends with the browser and that no script and no other site can read', async () => {
    expect((await walker()).sent).toMatch(/^polku=[\w-]{43}\.[0-9A-Z-]{15}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await walker(secure)).sent).toMatch(
      /^__Host-polku=[\w-]{43}\.[0-9A-Z-]{15}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('finds neither the code nor the random part of the cookie in storage', async () => {
    const { visitor, participant, code } = await walker()
    const token = (visitor.cookies.get('polku') ?? '').split('.')[0] ?? ''
    const stored = await site.deps.walks.participant(participant ?? '')
    const device = await site.deps.walks.device(site.deps.secrets.tokenHash(token), site.deps.now())
    expect(stored?.codeHash).toHaveLength(43)
    expect(JSON.stringify([stored, device])).not.toContain(token)
    expect(JSON.stringify([stored, device])).not.toContain(code)
  })
})

describe('a tampered cookie', () => {
  it('makes a stranger of whoever sends it, and never a fault: 1,000 mutations', async () => {
    const { visitor, participant, code } = await walker()
    const good = visitor.cookies.get('polku') ?? ''
    const random = randomOf(20_260_310)
    for (let i = 0; i < 1000; i++) {
      const cookie = mutated(good, random)
      const response = await site.visitor().get('/fi/who', { cookie: `polku=${cookie}` })
      expect(response.status, JSON.stringify(cookie)).toBe(200)
      const seen = (await response.json()) as Who
      const isSameToken = sentAs(cookie).startsWith(good.slice(0, 44))
      if (!isSameToken) expect(seen, JSON.stringify(cookie)).toEqual(NOBODY)
      if (seen.code !== null) expect(seen).toEqual({ participant, code, staff: null })
    }
  })

  it('does not show a code that is not the participant’s own', async () => {
    const [one, other] = [await walker(), await walker()]
    const token = (one.visitor.cookies.get('polku') ?? '').split('.')[0]
    expect(await who(site.visitor(), `polku=${token}.${other.code}`)).toEqual({
      ...NOBODY,
      participant: one.participant,
    })
  })

  it('of staff opens nothing', async () => {
    const visitor = site.visitor()
    await visitor.post('/test/sign-in')
    const good = visitor.cookies.get('polku-staff') ?? ''
    expect((await who(visitor)).staff).toBe('Aino')
    const random = randomOf(7)
    for (let i = 0; i < 300; i++) {
      const cookie = mutated(good, random)
      if (sentAs(cookie) !== good) expect(await who(site.visitor(), `polku-staff=${cookie}`)).toEqual(NOBODY)
    }
  })
})

describe('time', () => {
  let start: number
  beforeEach(() => {
    start = site.clock.now
  })

  it('ends a visit a day after it was last used, and not before', async () => {
    const { visitor, participant } = await walker()
    for (const hours of [20, 40, 60]) {
      site.clock.now = start + hours * HOUR
      expect((await who(visitor)).participant).toBe(participant)
    }
    site.clock.now = start + 60 * HOUR + DAY
    expect(await who(visitor)).toEqual(NOBODY)
  })

  it('keeps a walker on their own device for 90 days from the last visit, under a new random part', async () => {
    const { visitor, participant, code } = await walker()
    const before = visitor.cookies.get('polku') ?? ''
    const response = await visitor.post('/fi/test/keep')
    expect(response.headers.getSetCookie()[0]).toContain('Max-Age=7776000;')
    expect(await who(site.visitor(), `polku=${before}`)).toEqual(NOBODY)
    site.clock.now = start + 80 * DAY
    const again = await visitor.get('/fi/who')
    expect(again.headers.getSetCookie()[0]).toContain('Max-Age=7776000;')
    expect(await again.json()).toMatchObject({ participant, code })
    site.clock.now = start + 160 * DAY
    expect(await who(visitor)).toMatchObject({ participant, code })
    site.clock.now = start + 251 * DAY
    expect(await who(visitor)).toEqual(NOBODY)
  })

  it('signs staff out after half an hour without a visit, and after eight hours in any case', async () => {
    const idle = site.visitor()
    await idle.post('/test/sign-in')
    const busy = site.visitor()
    await busy.post('/test/sign-in')
    site.clock.now = start + 31 * 60_000
    expect((await who(idle)).staff).toBeNull()

    site.clock.now = start
    for (let minutes = 25; minutes < 8 * 60; minutes += 25) {
      site.clock.now = start + minutes * 60_000
      expect((await who(busy)).staff).toBe('Aino')
    }
    site.clock.now = start + 8 * HOUR + 1
    expect((await who(busy)).staff).toBeNull()
  })
})

describe('a code', () => {
  it('continues on another device, however it was typed', async () => {
    const { participant, code } = await walker()
    const elsewhere = site.visitor()
    await elsewhere.post(`/fi/test/resume?code=${(code ?? '').toLowerCase().replaceAll('-', '%20')}`)
    expect(await who(elsewhere)).toEqual({ participant, code, staff: null })
  })

  it('that nobody has, or that cannot be one, leaves a stranger a stranger', async () => {
    const visitor = site.visitor()
    for (const code of ['0000-0000-00000', 'nonsense', '', '%00']) {
      expect(await (await visitor.post(`/fi/test/resume?code=${code}`)).json()).toBeNull()
    }
    expect(await who(visitor)).toEqual(NOBODY)
  })
})

describe('leaving', () => {
  it('forgets the device on both sides, and the code still opens the walk', async () => {
    const { visitor, participant, code } = await walker()
    const before = visitor.cookies.get('polku') ?? ''
    const response = await visitor.post('/fi/test/forget')
    expect(response.headers.get('clear-site-data')).toContain('"cache"')
    expect(visitor.cookies.has('polku')).toBe(false)
    expect(await who(site.visitor(), `polku=${before}`)).toEqual(NOBODY)
    expect(await (await visitor.post(`/fi/test/resume?code=${code}`)).json()).toBe(participant)
  })

  it('ends a staff session on both sides', async () => {
    const visitor = site.visitor()
    await visitor.post('/test/sign-in')
    const before = visitor.cookies.get('polku-staff') ?? ''
    await visitor.post('/test/sign-out')
    expect(visitor.cookies.has('polku-staff')).toBe(false)
    expect(await who(site.visitor(), `polku-staff=${before}`)).toEqual(NOBODY)
  })
})

/** A cookie ends at a semicolon; quotes and blanks around it are not part of it. */
function sentAs(cookie: string): string {
  return (cookie.split(';')[0] ?? '').trim().replaceAll('"', '')
}

type Random = (below: number) => number
function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
}

const NOISE = [
  '%',
  '%00',
  '%ff',
  '"',
  ';',
  ',',
  '=',
  ' ',
  '.',
  '-',
  '\u00e4',
  '\u00ff',
  '__proto__',
  '{}',
  '0'.repeat(5000),
  'j:{"a":1}',
]
function mutated(good: string, random: Random): string {
  const at = random(good.length)
  const noise = NOISE[random(NOISE.length)] ?? ''
  const letter = String.fromCharCode(33 + random(94))
  const all = [
    good.slice(0, at),
    good.slice(at),
    good.slice(0, at) + noise + good.slice(at),
    good.slice(0, at) + letter + good.slice(at + 1),
    noise,
    good + noise,
    good.split('').reverse().join(''),
    good.toLowerCase(),
  ]
  return all[random(all.length)] ?? ''
}
