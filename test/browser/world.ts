import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { readDefinition } from '#src/journey/notation.ts'
import { draftVersion } from '#src/studio/create-draft.ts'
import type { Walk } from '#src/walk/walk.ts'
import { assetRoutes, loadAssets } from '#src/web/assets.ts'
import { listen, portOf, stop } from '#src/web/server.ts'
import { linkFor, signedIn } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser, Fields } from '../support/browser.ts'
import { type Changed, changedBy } from './changed.ts'
import { storeOpinions } from './opinions.ts'

/** The service with one made-up journey, and Aino's walks through it, each left at another place. */
export type World = Changed & {
  readonly origin: string
  /** what a browser needs to be Aino's, as cookies by name */
  readonly aino: ReadonlyMap<string, string>
  readonly walks: Readonly<Record<Left, string>>
  /** her walk through the version that changed because of her words */
  readonly newest: string
  /** the same for those who read and build */
  readonly staff: Readonly<Record<Staff, ReadonlyMap<string, string>>>
  /** a one-time address where a reviewer signs in; not used yet */
  readonly signIn: string
  /** a draft of the journey's next version */
  readonly draft: string
  close(): Promise<void>
}
export type Staff = 'reviewer' | 'designer' | 'provider'
export type Left = 'begun' | 'asked' | 'waiting' | 'replied' | 'later' | 'finished'

const JOURNEY = 'lost-keys'
const EXAMPLE = fileURLToPath(new URL('../journey/fixtures/example.yaml', import.meta.url))

const SITUATION = { 'lost_on-day': '1', 'lost_on-month': '3', 'lost_on-year': '2026', home: 'rented' }
const KEYS = { stolen: 'true', keys: '4' }
const CONSENT = { 'share-report-to-landlord': 'yes' }
const VIEW = {
  'p.works.rating': 'partly',
  'p.works.text': 'Haluan nähdä ilmoituksen ennen kuin se lähtee.',
  'p.open.text': 'Hyvä, ettei tarvitse käydä missään.',
}

/** Made anew by every worker; its clock stands still and its ids repeat, so its pages are the same in every run. */
export async function createWorld(): Promise<World> {
  const assets = loadAssets('public')
  const read = readDefinition(readFileSync(EXAMPLE, 'utf8'), EXAMPLE)
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  const app = await testApp({
    definitions: [read.definition],
    deps: { assets: assets.urls },
    routes: (routes) => routes.route('/', assetRoutes(assets)),
  })
  for (const vote of ['yes', 'yes', 'yes', 'partly', 'yes']) await saidByOther(app, vote)
  const walks = {
    begun: await walkTo(app, 'begun'),
    asked: await walkTo(app, 'asked'),
    waiting: await walkTo(app, 'waiting'),
    replied: await walkTo(app, 'replied'),
    later: await walkTo(app, 'later'),
    finished: await walkTo(app, 'finished'),
  }
  const changed = await changedBy(app, walks.finished)
  const newest = await walkTo(app, 'asked')
  await askedOfAPerson(app, walks.waiting)
  const staff = {
    reviewer: (await signedIn(app, 'reviewer')).cookies,
    designer: (await signedIn(app, 'designer')).cookies,
    provider: (await signedIn(app, 'provider', { journey: JOURNEY, provider: 'police' })).cookies,
  }
  await storeOpinions(app, JOURNEY)
  const signIn = await linkFor(app, 'reviewer')
  const draft = await draftOf(app)
  const server = await listen(app.app, { host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${portOf(server)}`
  return {
    origin,
    aino: app.cookies,
    walks,
    ...changed,
    newest,
    staff,
    signIn,
    draft,
    close: () => closeAll(server, app),
  }
}

/** A call that waits at the desk, in a walk of a trial that no other page tells of. */
async function askedOfAPerson({ deps: { walks } }: TestApp, like: string) {
  const state = await walks.find(like)
  if (!state) throw new Error('nobody waits')
  const walk: Walk = { ...state.walk, id: 'played', trial: 'elsewhere', mode: 'persona', rev: 0 }
  await walks.create({ walk, participant: undefined, device: undefined, key: undefined })
  const asked = { step: 'lock/report', on: '2026-03-02', due: '2026-03-05', reply: 'ready' } as const
  await walks.append({
    ...{ walk: walk.id, rev: 0, key: undefined, progress: walk.progress, told: {}, contributions: [], exposures: [] },
    events: [
      { kind: 'asked', ...asked },
      { kind: 'person', step: asked.step, call: 'a call' },
    ],
    ...{ ran: [], outcome: false, at: 0 },
  })
}

async function draftOf({ deps }: TestApp): Promise<string> {
  const version = await deps.versions.latest(JOURNEY)
  if (!version) throw new Error('nothing is published')
  return (await draftVersion(deps, 'designer', version)).id
}

async function closeAll(server: Server, app: TestApp) {
  await stop(server, 0)
  await app.close()
}

/** Another walker takes a stand where Aino will read what others said; a person has approved the words. */
async function saidByOther(app: TestApp, vote: string) {
  const other = app.visitor()
  const walk = await start(other)
  await answer(other, walk, 'situation/about-the-loss', SITUATION)
  await answer(other, walk, 'situation/about-the-keys', KEYS)
  await answer(other, walk, 'lock/may-we-tell', { ...CONSENT, ...VIEW, 'p.works.rating': vote })
  for (const { id, text } of await app.deps.walks.contributionsOf(walk)) {
    const at = app.clock.now
    if (text)
      await app.deps.review.moderate({ id, seenAt: undefined, state: 'visible', reason: undefined, by: 'test', at })
  }
}

/** Aino walks until she has left the journey at a place; each page she passes is opened once, in the same order. */
async function walkTo(aino: Browser, left: Left): Promise<string> {
  const walk = await start(aino)
  await aino.get(`/fi/walks/${walk}`)
  await open(aino, walk, 'situation/about-the-loss')
  if (left === 'begun') return walk

  await answer(aino, walk, 'situation/about-the-loss', SITUATION)
  await open(aino, walk, 'situation/about-the-keys')
  await answer(aino, walk, 'situation/about-the-keys', KEYS)
  await open(aino, walk, 'lock/may-we-tell')
  if (left === 'asked') return walk

  await answer(aino, walk, 'lock/may-we-tell', { ...CONSENT, ...VIEW })
  await open(aino, walk, 'lock/report')
  if (left === 'waiting') return walk

  await letTimePass(aino, walk)
  await open(aino, walk, 'lock/report')
  await open(aino, walk, 'money/claim')
  if (left === 'replied') return walk

  await answer(aino, walk, 'lock/report', {})
  await answer(aino, walk, 'money/claim', {})
  await letTimePass(aino, walk)
  await open(aino, walk, 'lock/choose-lock')
  if (left === 'later') return walk

  await answer(aino, walk, 'lock/choose-lock', { lock: 'change' })
  for (const step of ['lock/new-lock', 'money/appeal', 'money/pay']) await answer(aino, walk, step, {})
  await expectRedirect(await aino.post(`/fi/walks/${walk}/check`, { go: 'on' }), '/outcome')
  return walk
}

async function start(who: Browser): Promise<string> {
  const answered = await who.post(`/fi/journeys/${JOURNEY}/start`)
  const [, walk] = /walks\/([^/]+)/.exec(answered.headers.get('location') ?? '') ?? []
  if (!walk) throw new Error(`no walk began: ${answered.status}`)
  return walk
}

async function open(who: Browser, walk: string, step: string) {
  const { status } = await who.get(`/fi/walks/${walk}/steps/${step}`)
  if (status !== 200) throw new Error(`${step} does not open: ${status}`)
}

async function answer(who: Browser, walk: string, step: string, fields: Fields) {
  const answered = await who.post(`/fi/walks/${walk}/steps/${step}`, { ...fields, go: 'on' })
  if (answered.status !== 303) throw new Error(`${step} was not taken: ${answered.status}`)
}

async function letTimePass(who: Browser, walk: string) {
  await expectRedirect(await who.post(`/fi/walks/${walk}/time`), walk)
}

async function expectRedirect(answered: Response, to: string) {
  const location = answered.headers.get('location') ?? ''
  if (!location.includes(to)) throw new Error(`led to ${location || answered.status}, not to ${to}`)
}
