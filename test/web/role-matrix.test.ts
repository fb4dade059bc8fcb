import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#src/account/roles.ts'
import { linkFor } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { ASKED_FOR_MORE, MATRIX, type Row } from './role-matrix.ts'
import {
  FOREIGN,
  invitationIn,
  type MatrixWorld,
  matrixWorld,
  OWN,
  type Place,
  sessionIn,
  type Visitor,
  visitorsOf,
  walkerOf,
} from './role-matrix-world.ts'

type StaffRow = Exclude<Row, string>
const INVITERS: readonly (Role | undefined)[] = ['designer', 'reviewer', 'admin']
/** Let in: a page, a file, a way on, or a form that is told what it lacks. */
const PASSED = [200, 302, 303, 400, 409, 410, 422]
const REFUSED = [403, 404]

let world: MatrixWorld
beforeAll(async () => {
  world = await matrixWorld()
})
afterAll(() => world.app.close())

/** The routes as the service itself has them. The prepared files beside the pages are nobody's secret. */
function routesOf({ app }: TestApp): readonly string[] {
  const all = app.routes.map(({ method, path }) => `${method} ${path.replace(/^\/(fi|sv|en)(?=\/|$)/, '/:language')}`)
  return [...new Set(all)].filter((route) => !route.startsWith('GET /assets/'))
}

describe('the table of who may what', () => {
  test('has a row for every route and no row without one', () => {
    const routes = routesOf(world.app)
    const without = routes.filter((route) => !Object.hasOwn(MATRIX, route))
    const gone = Object.keys(MATRIX).filter((route) => !routes.includes(route))
    expect({ 'routes without a row in test/web/role-matrix.ts': without, 'rows without a route': gone }).toEqual({
      'routes without a row in test/web/role-matrix.ts': [],
      'rows without a route': [],
    })
  })

  test('sees a route that somebody forgot to write down', async () => {
    const app = await testApp({ routes: (routes) => routes.get('/fi/studio/secret', (c) => c.text('all of it')) })
    expect(routesOf(app).filter((route) => !Object.hasOwn(MATRIX, route))).toEqual(['GET /:language/studio/secret'])
    await app.close()
  })

  test('holds in every language alike', () => {
    const inOne = (language: string) =>
      world.app.app.routes
        .filter(({ path }) => path === `/${language}` || path.startsWith(`/${language}/`))
        .map(({ method, path }) => `${method} ${path.slice(3)}`)
    expect(inOne('sv')).toEqual(inOne('fi'))
    expect(inOne('en')).toEqual(inOne('fi'))
  })
})

const rows = [...Object.entries(MATRIX), ...Object.entries(ASKED_FOR_MORE)]
const open = rows.filter(([, row]) => row === 'anyone').map(([route]) => route)
const walkers = rows.filter(([, row]) => row === 'walker').map(([route]) => route)
const staff = rows.flatMap(([route, row]) => (typeof row === 'string' ? [] : [[route, row] as const]))

test.each(open)('%s lets everyone in', async (route) => {
  // Signing out ends the very sessions that the other rows need.
  const visitors = /sign-(in|out)/.test(route) ? await visitorsOf(world.app) : world.visitors
  for (const visitor of visitors)
    for (const place of [world.own, world.foreign]) await expectCell(route, visitor, place, true)
})

test.each(walkers)('%s opens for its walker and for nobody else, whatever they are', async (route) => {
  const { browser, walk } = await walkerOf(world, OWN)
  const other = await walkerOf(world, OWN)
  const strangers = [{ name: 'another walker', browser: other.browser }, ...world.visitors]
  for (const { name, browser: stranger } of strangers)
    expect([name, (await ask(stranger, route, { walk, place: world.own })).status]).toEqual([name, 404])
  const { status } = await ask(browser, route, { walk, place: world.own })
  // What is asked about a change, and where a journey leads, depends on the journey: only the walker gets as far as that.
  if (!/answers-this$|^POST .*\/next$/.test(route)) expect(PASSED).toContain(status)
})

test.each(staff)('%s opens for those whose work it is, and for their own journey', async (route, row) => {
  for (const place of [world.own, world.foreign])
    for (const visitor of world.visitors) {
      const page = await expectCell(route, visitor, place, isLetIn(row, visitor, place))
      if (visitor.journey === OWN && page !== undefined)
        expect([visitor.name, page.includes(FOREIGN)]).toEqual([visitor.name, false])
    }
})

const crossable = staff.map(([route]) => route).filter((route) => /:journey.*:(id|channel|theme)(\/|$)/.test(route))
test.each(crossable)('%s opens nothing of another journey under the name of one’s own', async (route) => {
  const crossed = { ...world.foreign, journey: OWN }
  for (const visitor of world.visitors) await expectCell(route, visitor, crossed, false)
})

test('the brief before its close tells staff of another journey no more than it tells a stranger', async () => {
  const path = `/fi/journeys/${FOREIGN}/brief`
  const read = async (browser: Browser) => (await (await browser.get(path)).text()).replace(/value="[^"]*"/g, '')
  const [stranger, ...others] = world.visitors
  const public_ = await read(stranger!.browser)
  for (const { name, browser } of others.filter(({ journey }) => journey === OWN))
    expect([name, await read(browser)]).toEqual([name, public_])
  const all = others.find(({ name }) => name === 'reviewer of all journeys')
  expect(await read(all!.browser)).not.toBe(public_)
})

/** What the table says of one cell. */
function isLetIn({ of, who }: StaffRow, { role, journey, provider }: Visitor, place: Place): boolean {
  if (role === undefined || !who.includes(role)) return false
  if (of === 'theirs') return true
  if (of === 'installation') return journey === undefined
  if (of === 'provider' && role === 'provider' && provider !== 'cat_register') return false
  return journey === undefined || journey === place.journey
}

/** Asks for one cell. Answers the page of whoever was let in. */
async function expectCell(route: string, visitor: Visitor, place: Place, isIn: boolean): Promise<string | undefined> {
  const response = await ask(visitor.browser, route, { place, role: visitor.role })
  const page = await response.text()
  const cell = `${visitor.name} in ${place.journey}: ${response.status}`
  expect(isIn ? PASSED : REFUSED, cell).toContain(response.status)
  return isIn ? page : undefined
}

type Asked = { readonly place: Place; readonly role?: Role | undefined; readonly walk?: string }

async function ask(browser: Browser, route: string, asked: Asked): Promise<Response> {
  const [method = '', pattern = ''] = route.split(' ')
  const path = await filled(pattern, asked)
  return method === 'GET' ? browser.get(path) : browser.post(path, await fieldsFor(route, asked))
}

async function filled(pattern: string, { place, walk = '' }: Asked): Promise<string> {
  const answer = pattern.includes('/provider/') ? place.answers.cat_register : place.answers.ministry
  const token = await tokenFor(pattern, place)
  const step = pattern.includes('/walks/') ? ['situation', 'who-moved'] : ['home', 'milk']
  const parts = {
    channel: place.sheet,
    language: 'fi',
    journey: place.journey,
    trial: place.trial,
    code: place.code,
    contact: 'nobody',
    draft: place.draft,
    theme: place.theme,
    kind: 'facts',
    thing: 'colour',
    persona: 'misse',
    call: 'nobody',
  }
  const [track = '', name = ''] = step
  const id = pattern.includes('/words/') ? place.words.id : answer
  const all: Record<string, string | undefined> = { ...parts, token, walk, track, step: name, id, number: '1' }
  const path = pattern.replace(':name{.+}', 'steps.csv').replace(/:(\w+)/g, (_, part: string) => all[part] ?? '')
  // Whoever looks at the desks says at which; a provider has but one.
  return pattern.startsWith('/:language/provider/') ? `${path}?provider=cat_register` : path
}

async function tokenFor(pattern: string, { draftToken }: Place): Promise<string | undefined> {
  if (pattern.includes('/drafts/')) return draftToken
  return pattern.includes(':token') ? (await linkFor(world.app, 'reviewer')).split('/').at(-1) : ''
}

/** What a form must say so that it is about this journey: without it the refusal would be about nothing. */
async function fieldsFor(route: string, { place, role }: Asked): Promise<Record<string, string>> {
  const { journey, words } = place
  const invited = role !== undefined && INVITERS.includes(role) ? role : 'facilitator'
  if (route === 'POST /:language/staff') return { role: invited, journey }
  if (route === 'POST /:language/staff/cancel') return { id: await invitationIn(world, invited, journey) }
  if (route === 'POST /:language/staff/end') return { id: await sessionIn(world, invited, journey) }
  if (route === 'POST /:language/studio/trials') return { journey }
  if (route === 'POST /:language/studio/drafts') return { from: journey }
  if (route.includes('/words/')) return { seen: words.seen }
  if (route === 'POST /:language/review/journeys/:journey/answers') return { step: 'home/milk', body: 'ministry' }
  if (route.endsWith('/themes/:theme')) return { do: 'retire', rev: '0' }
  if (route.endsWith('/confirm')) return { version: '1' }
  return {}
}
