import { randomBytes } from 'node:crypto'
import { flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { invite } from '#src/account/invite.ts'
import { createApp } from '#src/app.ts'
import type { Config } from '#src/config.ts'
import { createLibrary } from '#src/journey/library.ts'
import { loadShipped } from '#src/load-shipped.ts'
import { makeId } from '#src/make-id.ts'
import { openDrafting } from '#src/model-endpoint.ts'
import { keepMapsFresh } from '#src/opinion-worker-loop.ts'
import { OpinionThread } from '#src/opinion-worker-thread.ts'
import { loadPrepared } from '#src/prepared-journeys.ts'
import { openSecrets } from '#src/secrets.ts'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { alsoDrafts } from '#src/studio/draft-versions.ts'
import { rememberCurrent } from '#src/trial/current.ts'
import { openExample } from '#src/trial/example-trial.ts'
import { openVoikko } from '#src/voikko.ts'
import { assetRoutes, loadAssets } from '#src/web/assets.ts'
import type { Deps } from '#src/web/context.ts'
import { createLimits } from '#src/web/limits.ts'
import { listen, portOf, stop } from '#src/web/server.ts'

const FIRST_INVITES_DAYS = 7
/** Words that others have taken the place of stand in old pages of the storage for no longer than this. */
const SCRUB_MS = 60 * 60 * 1000

/** Opens, loads and listens; says where, and ends when told. */
export async function start(config: Config) {
  // Standard output is for the addresses alone: scripts read it.
  const log = pino(pino.destination(2))
  const secrets = openSecrets(config.keyFile)
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'trouble with the storage in the background')
  const storage = await openStorage({ url: config.databaseUrl, folder: config.dataFolder, now: Date.now, onTrouble })
  const isEmpty = (await storage.versions.allLatest()).length === 0
  if (isEmpty) await bringShipped(storage, log)

  const assets = loadAssets(besides('public'))
  const deps = depsOf({ config, secrets, storage, log, assets: assets.urls })
  if (isEmpty) await openExample(deps)
  const server = await listen(createApp(deps, assetRoutes(assets)), config)
  // A restart does not keep people waiting for files that hardly ever change: reading one takes a good part of a second.
  const loading = isEmpty ? Promise.resolve() : bringShipped(storage, log).catch((error) => log.error(error))
  const scrubbing = setInterval(() => storage.scrub().catch(onTrouble), SCRUB_MS).unref()
  const maps = mapsKeptFresh(storage, log)
  endOnSignal(async () => {
    clearInterval(scrubbing)
    await maps.stop()
    await Promise.all([stop(server), loading])
    await storage.close()
  })

  const address = config.publicUrl ?? `http://${addressable(config.host)}:${portOf(server)}`
  console.log(`Polku: ${address}`)
  await inviteTheFirst(deps, address)
  flushCompileCache()
}

type Opened = Pick<Deps, 'config' | 'secrets' | 'log' | 'assets'> & { storage: Storage }

function depsOf({ config, secrets, storage, log, assets }: Opened): Deps {
  const now = Date.now
  const {
    walks,
    weighing,
    votes,
    versions,
    accounts,
    review,
    responses,
    releases,
    reports,
    drafts,
    suggestions,
    ready,
  } = storage
  const { opinionMaps, statements, moderations, themes } = storage
  const trials = rememberCurrent(storage.trials, now)
  return {
    ...{
      walks,
      weighing,
      votes,
      opinionMaps,
      statements,
      themes,
      versions,
      accounts,
      review,
      moderations,
      responses,
      releases,
      reports,
      drafts,
      suggestions,
      ready,
      secrets,
      config,
      log,
      assets,
      now,
    },
    trials,
    trialOf: trials.current,
    lemmasOf: (language) => (language === 'fi' ? openVoikko() : undefined),
    drafting: openDrafting(config),
    library: createLibrary(alsoDrafts(versions, drafts), now),
    limits: createLimits({ secrets, config, now }),
    newId: () => makeId(randomBytes),
    random: randomBytes,
  }
}

/** Maps are computed beside the service: a map that fails is logged, and the last one goes on being shown. */
function mapsKeptFresh({ votes, statements, opinionMaps }: Storage, log: Deps['log']) {
  const thread = new OpinionThread()
  return keepMapsFresh({
    ...{ votes, statements, opinionMaps, thread, computing: thread, now: Date.now, owner: makeId(randomBytes) },
    onTrouble: (error) => {
      const level = isBusy(error) ? 'warn' : 'error'
      log[level]({ err: error }, 'an opinion map could not be computed')
    },
  })
}

/** Somebody else was writing; the map is made a little later. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

async function bringShipped({ versions }: Storage, log: Deps['log']) {
  const shipped = await loadShipped({
    folder: besides('journeys'),
    versions,
    now: Date.now,
    prepared: loadPrepared(besides('public')),
  })
  for (const { journey, outcome, findings } of shipped) {
    if (outcome === 'refused') log.error({ journey, findings }, 'a shipped journey cannot be read')
  }
}

function endOnSignal(end: () => Promise<void>) {
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

/** No installation has a default account: the first sign in with links printed once. Providers are invited by the admin, on a page. */
async function inviteTheFirst(deps: Deps, address: string) {
  if (!(await deps.accounts.isNew())) return
  for (const role of ['designer', 'reviewer', 'admin'] as const) {
    const { token } = await invite(deps, { role, invitedBy: 'first start', days: FIRST_INVITES_DAYS })
    console.log(`${role}: ${address}/sign-in/${token}`)
  }
}

/** A folder of the product itself, wherever it was started from. */
function besides(folder: string): string {
  return fileURLToPath(new URL(`../${folder}`, import.meta.url))
}

function addressable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
