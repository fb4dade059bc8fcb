import { Hono } from 'hono'
import { createApp } from '#src/app.ts'
import { type Config, readConfig } from '#src/config.ts'
import type { Definition, Persona } from '#src/journey/definition.ts'
import { createLibrary } from '#src/journey/library.ts'
import { contentHash } from '#src/journey/version.ts'
import { makeId } from '#src/make-id.ts'
import { secretsFrom } from '#src/secrets.ts'
import { alsoDrafts } from '#src/studio/draft-versions.ts'
import { rememberCurrent } from '#src/trial/current.ts'
import type { Deps, Env } from '#src/web/context.ts'
import { createLimits } from '#src/web/limits.ts'
import { type Browser, browser } from './browser.ts'
import { MOVING_HOUSE_CAT } from './fixture-journey.ts'
import { temporaryStorage } from './storage.ts'

export const ORIGIN = 'http://localhost:3000'
/** a Tuesday morning in Helsinki */
export const START = Date.parse('2026-03-10T07:00:00Z')

export type TestAppOptions = {
  readonly definitions?: readonly Definition[]
  readonly personas?: readonly Persona[]
  /** settings over the defaults; limits are off unless asked for */
  readonly environment?: Readonly<Record<string, string>>
  /** what a test wants otherwise */
  readonly deps?: Partial<Deps>
  /** pages of the test's own, behind the same doors as all others */
  readonly routes?: (app: Hono<Env>) => void
}
export type TestApp = Browser & {
  readonly app: Hono<Env>
  readonly deps: Deps
  readonly config: Config
  /** what was logged, as the log would hold it */
  readonly logged: string[]
  /** another visitor of the same service */
  visitor(): Browser
  clock: { now: number }
  close(): Promise<void>
}

/** The whole service on fresh storage, with a clock that stands still and ids that repeat from run to run. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { definitions = [MOVING_HOUSE_CAT], personas = [] } = options
  const clock = { now: START }
  const now = () => clock.now
  const random = seeded(1)
  const config = readConfig({ POLKU_LIMITS: 'off', ...options.environment })
  const secrets = secretsFrom(new Uint8Array(32).fill(7))
  const logged: string[] = []
  const write = (about: object, message: string) => logged.push(JSON.stringify({ message, ...about }))
  const { cleanup, ...storage } = await temporaryStorage(now)
  for (const definition of definitions) {
    const { id: journey } = definition
    const hash = contentHash(definition)
    await storage.versions.add({
      journey,
      hash,
      definition,
      personas,
      author: 'shipped',
      note: undefined,
      publishedAt: START,
      changes: [],
    })
  }
  const trials = rememberCurrent(storage.trials, now)
  const deps: Deps = {
    ...storage,
    trials,
    trialOf: trials.current,
    lemmasOf: () => undefined,
    drafting: undefined,
    library: createLibrary(alsoDrafts(storage.versions, storage.drafts), now),
    secrets,
    config,
    assets: ASSETS,
    limits: createLimits({ secrets, config, now }),
    now,
    newId: () => makeId(random),
    random,
    ready: () => storage.ready(),
    log: { info: write, warn: write, error: write },
    ...options.deps,
  }
  const app = createApp(deps, files())
  options.routes?.(app)
  const origin = config.publicUrl ?? ORIGIN
  return {
    ...browser(app, origin),
    app,
    deps,
    config,
    logged,
    clock,
    close: cleanup,
    visitor: () => browser(app, origin),
  }
}

/** Stands in for the prepared files: a test of pages needs their addresses only. */
const ASSETS = {
  css: '/assets/polku.css',
  script: '/assets/polku.js',
  htmx: '/assets/htmx.js',
  editor: '/assets/source-editor.js',
  font: '/assets/font.woff2',
  favicon: '/assets/favicon.svg',
}

function files(): Hono {
  const cache = { 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/css; charset=utf-8' }
  return new Hono().get(ASSETS.css, (c) => c.body('main {}', 200, cache))
}

/** mulberry32: the same bytes in every run. */
export function seeded(seed: number): (n: number) => Uint8Array {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) & 0xff
  }
  return (n) => Uint8Array.from({ length: n }, next)
}
