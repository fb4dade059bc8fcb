import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { type Config, readConfig } from '#src/config.ts'
import { openStorage } from '#src/storage/open.ts'
import { FILE, troublesIn } from '#src/storage/sqlite/open.ts'
import { type Verified, verify } from './verify.ts'

export type Kept = { readonly text?: string; readonly complaint?: string }
type Environment = Readonly<Record<string, string | undefined>>

const ON_POSTGRES = 'This installation keeps its data in PostgreSQL: use pg_dump and pg_restore.'
const REPLACED = `${FILE}.before-restore`

/** `backup FILE`: the whole installation in one file, while the service runs. Without the key, which is kept apart. */
export async function runBackup(args: string[], environment: Environment): Promise<Kept> {
  const file = oneFile(args)
  if (file === undefined) return { complaint: 'Name one file to write to.' }
  if (existsSync(file)) return { complaint: `${file} is there already: a backup never writes over another file.` }
  const config = readConfig(environment)
  if (config.databaseUrl) return { complaint: ON_POSTGRES }
  if (!existsSync(join(config.dataFolder, FILE)))
    return { complaint: `There is no installation in ${config.dataFolder}.` }
  const storage = await openStorage({ folder: config.dataFolder, now: Date.now })
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true })
    await storage.backup?.(file)
  } finally {
    await storage.close()
  }
  const troubles = troublesOf(file)
  return troubles.length > 0
    ? { complaint: troubles.join('\n') }
    : { text: `${file}: backup written. The key is not in it: keep ${config.keyFile} in another place.` }
}

/** `restore FILE`: puts a backup in the place of the installation's data, which stay beside it under another name. */
export async function runRestore(args: string[], environment: Environment): Promise<Kept> {
  const file = oneFile(args)
  if (file === undefined) return { complaint: 'Name one backup file.' }
  if (!existsSync(file)) return { complaint: `${file}: there is no such file` }
  const config = readConfig(environment)
  if (config.databaseUrl) return { complaint: ON_POSTGRES }
  const troubles = troublesOf(file)
  if (troubles.length > 0) return { complaint: `${file} is no whole backup: ${troubles.join('; ')}` }
  const complaint = putInPlace(file, config)
  if (complaint !== undefined) return { complaint }
  const found = await verifiedIn(config)
  if (found.troubles.length > 0) return { complaint: found.troubles.join('\n') }
  return { text: `restored from ${file}: ${counted(found)}` }
}

/** `verify`: whether everything an installation keeps is whole. */
export async function runVerify(_args: string[], environment: Environment): Promise<Kept> {
  const found = await verifiedIn(readConfig(environment))
  return found.troubles.length > 0 ? { complaint: found.troubles.join('\n') } : { text: `whole: ${counted(found)}` }
}

async function verifiedIn({ databaseUrl, dataFolder }: Config): Promise<Verified> {
  const storage = await openStorage({ url: databaseUrl, folder: dataFolder, now: Date.now })
  try {
    return await verify(storage, Date.now)
  } finally {
    await storage.close()
  }
}

function counted({ versions, walks, auditEntries }: Verified): string {
  return `${versions} versions of journeys, ${walks} walks, ${auditEntries} entries in the audit trail`
}

function oneFile(args: string[]): string | undefined {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  return positionals.length === 1 ? positionals[0] : undefined
}

/** What keeps a file from being a backup of an installation. */
function troublesOf(file: string): readonly string[] {
  let raw: Database.Database | undefined
  try {
    raw = new Database(file, { readonly: true })
    const hasVersions = raw.prepare("select 1 from sqlite_master where type = 'table' and name = 'versions'").get()
    return hasVersions ? troublesIn(raw) : ['it holds no installation']
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  } finally {
    raw?.close()
  }
}

function putInPlace(file: string, { dataFolder }: Config): string | undefined {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const place = join(dataFolder, FILE)
  if (existsSync(place) && !isUnused(place)) return 'The service is running on these data. Stop it first.'
  const fresh = `${place}.restoring`
  copyFileSync(file, fresh)
  if (existsSync(place)) renameSync(place, join(dataFolder, REPLACED))
  // What is left of the log belongs to the data that were there.
  for (const rest of ['-wal', '-shm']) rmSync(place + rest, { force: true })
  renameSync(fresh, place)
  return undefined
}

/** With the log in use a running service holds the file: then nobody else can have it alone. Empties the log on the way. */
function isUnused(place: string): boolean {
  const raw = new Database(place, { timeout: 0 })
  try {
    raw.pragma('locking_mode = EXCLUSIVE')
    raw.exec('begin immediate; commit')
    raw.pragma('wal_checkpoint(TRUNCATE)')
    return true
  } catch {
    return false
  } finally {
    raw.close()
  }
}
