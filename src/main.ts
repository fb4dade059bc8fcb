import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { invite } from '#src/account/invite.ts'
import { createApp } from '#src/app.ts'
import { type Config, readConfig } from '#src/config.ts'
import { createLibrary } from '#src/journey/library.ts'
import { loadShipped } from '#src/load-shipped.ts'
import { makeId } from '#src/make-id.ts'
import { openSecrets } from '#src/secrets.ts'
import { openStorage } from '#src/storage/open.ts'
import { assetRoutes, loadAssets } from '#src/web/assets.ts'
import type { Deps } from '#src/web/context.ts'
import { createLimits } from '#src/web/limits.ts'
import { listen, portOf, stop } from '#src/web/server.ts'

const FIRST_INVITES_DAYS = 7

await start(readConfig(process.env))

async function start(config: Config) {
  const now = Date.now
  // Standard output is for the addresses alone: scripts read it.
  const log = pino(pino.destination(2))
  const secrets = openSecrets(config.keyFile)
  const storage = await openStorage({ url: config.databaseUrl, folder: config.dataFolder, now })
  const { versions } = storage
  const shipped = await loadShipped({ folder: besides('journeys'), versions, now })
  for (const { journey, outcome, findings } of shipped) {
    if (outcome === 'refused') log.error({ journey, findings }, 'a shipped journey cannot be read')
  }

  const assets = loadAssets('public')
  const deps: Deps = {
    ...storage,
    library: createLibrary(versions, now),
    secrets,
    config,
    assets: assets.urls,
    limits: createLimits({ secrets, config, now }),
    now,
    newId: () => makeId(randomBytes),
    random: randomBytes,
    ready: () => storage.ready(),
    log,
  }
  const server = await listen(createApp(deps, assetRoutes(assets)), config)
  const address = config.publicUrl ?? `http://${addressable(config.host)}:${portOf(server)}`
  console.log(`Polku: ${address}`)
  await inviteTheFirst(deps, address)

  const end = async () => {
    await stop(server)
    await storage.close()
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

/** No installation has a default account: the first designer and reviewer sign in with links printed once. */
async function inviteTheFirst(deps: Deps, address: string) {
  if (!(await deps.accounts.isNew())) return
  for (const role of ['designer', 'reviewer'] as const) {
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
