import { mkdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { AppError } from '#src/errors.ts'
import type { Asked, Body, Db, Engine, On, Tables } from '../engine.ts'
import { walkStatements } from '../walk-statements.ts'
import { groupCommit } from './group-commit.ts'
import { copyTo, migrateSqlite } from './migrate.ts'
import * as schema from './schema.ts'
import { sqliteTrouble } from './trouble.ts'

export const FILE = 'polku.sqlite'
/** How long a locked database may hold up the process: everybody waits meanwhile. */
const BUSY_MS = 100
// While starting nobody waits yet, and another process may be migrating.
const BUSY_AT_START_MS = 5000
// On a full disk a page already there can still be written anew, but not the next answer.
const ROOM_BYTES = 1024 * 1024
/** The copy made before a migration holds also what is taken back afterwards: it is kept no longer than a day. */
export const COPY = 'before-migration.sqlite'
const COPY_KEPT_MS = 24 * 60 * 60 * 1000

export type Sqlite = {
  readonly engine: Engine
  readonly raw: Database.Database
  hasRoom(): boolean
  /** `now` in epoch milliseconds; throws an AppError('busy') while another process reads what should be cleared */
  scrub(now: number): void
  backup(file: string): void
  /** what is broken in the file itself, in SQLite's words; nothing when it is whole */
  troubles(): readonly string[]
  close(): void
}

export function openSqlite(folder: string): Sqlite {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return opened(connect(join(folder, FILE)), folder)
  } catch (error) {
    throw sqliteTrouble(error)
  }
}

function opened(raw: Database.Database, folder: string): Sqlite {
  migrateSqlite(raw, { backup: join(folder, COPY) })
  raw.pragma(`busy_timeout = ${BUSY_MS}`)
  return {
    raw,
    engine: sqliteEngine(raw),
    hasRoom: () => {
      const { bavail, bsize } = statfsSync(folder)
      return bavail * bsize >= ROOM_BYTES
    },
    scrub: (now) => {
      removeOld(join(folder, COPY), now)
      emptyLog(raw)
    },
    backup: (file) => copyTo(raw, file),
    troubles: () => troublesIn(raw),
    close: () => raw.close(),
  }
}

/** Pages and indexes that do not fit each other, and rows that belong to none. */
export function troublesIn(raw: Database.Database): readonly string[] {
  const pages = raw.prepare('pragma integrity_check').pluck().all().map(String)
  const orphans = raw.prepare('select "table" as name, count(*) as n from pragma_foreign_key_check group by 1').all()
  return [
    ...pages.filter((line) => line !== 'ok'),
    ...orphans.map((row) => `rows that belong to none: ${JSON.stringify(row)}`),
  ]
}

/** Deleted rows are overwritten in the file (secure_delete), but old pages stand in the log until it is emptied. */
function emptyLog(raw: Database.Database) {
  const isHeld = raw.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0
  if (isHeld) throw new AppError('busy', 'somebody still reads the log that should be emptied')
}

function removeOld(copy: string, now: number) {
  const made = statSync(copy, { throwIfNoEntry: false })?.mtimeMs
  if (made !== undefined && now - made > COPY_KEPT_MS) rmSync(copy, { force: true })
}

function connect(file: string): Database.Database {
  const raw = new Database(file)
  try {
    raw.pragma(`busy_timeout = ${BUSY_AT_START_MS}`)
    raw.pragma('journal_mode = WAL')
    // better-sqlite3 is built so that a WAL database opened anew falls back to NORMAL, which loses confirmed answers at power loss.
    raw.pragma('synchronous = FULL')
    raw.pragma('secure_delete = ON')
    raw.pragma('foreign_keys = ON')
    assertSafe(raw)
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

/** Settings that silently do not take hold are worse than none. */
function assertSafe(raw: Database.Database) {
  const is = (name: string, wanted: unknown) => {
    const value = raw.pragma(name, { simple: true })
    if (value !== wanted) throw new Error(`SQLite's ${name} is ${String(value)}, not ${String(wanted)}`)
  }
  is('journal_mode', 'wal')
  is('synchronous', 2)
  is('secure_delete', 1)
  is('foreign_keys', 1)
  const version = String(raw.prepare('select sqlite_version()').pluck().get())
  // Older ones can corrupt the log when two connections write and checkpoint at once.
  if (!isAtLeast(version, [3, 51, 3])) throw new Error(`SQLite ${version} is too old, 3.51.3 at least is needed`)
}

export function isAtLeast(version: string, wanted: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  const i = wanted.findIndex((part, at) => part !== parts[at])
  return i === -1 || (parts[i] ?? 0) > (wanted[i] ?? 0)
}

function sqliteEngine(raw: Database.Database): Engine {
  const db = drizzle(raw, { schema }) as unknown as Db
  const t = schema as unknown as Tables
  const on: On = { db, t, walk: walkStatements(db, t) }
  const commit = groupCommit(raw)
  const told = (error: unknown) => Promise.reject(sqliteTrouble(error))
  // There is one writer at a time, so every write is alone.
  const write = <T>(body: (on: On) => Body<T>) => commit(() => run(body(on))).catch(told)
  return {
    write,
    writeAlone: write,
    read: async (body) => {
      try {
        return run(body(on))
      } catch (error) {
        throw sqliteTrouble(error)
      }
    },
  }
}

function run<T>(body: Body<T>): T {
  let step = body.next()
  while (!step.done) step = body.next(answer(step.value))
  return step.value
}

/** What drizzle's queries are on SQLite, whatever their PostgreSQL types say: answered at once. */
type Immediate = {
  prepare?(): Immediate
  execute(values: Record<string, unknown>): { sync(): unknown }
}

function answer({ query, values }: Asked): unknown {
  const immediate = query as unknown as Immediate
  const prepared = immediate.prepare ? immediate.prepare() : immediate
  return prepared.execute(values).sync()
}
