import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool, type PoolClient } from 'pg'
import type { Body, Engine, On } from '../engine.ts'
import { walkStatements } from '../walk-statements.ts'
import { migratePostgres } from './migrate.ts'
import * as schema from './schema.ts'
import { isGivenUp, postgresTrouble } from './trouble.ts'

const CONNECTIONS = 10
const CONNECT_MS = 2000
const TRIES = 3
const ALONE_LOCK = 7_065_802
const ERASABLE = [
  ...['walks', 'told', 'contributions', 'events', 'exposures', 'visits', 'calls', 'submissions', 'participants'],
  ...['backgrounds', 'contacts', 'passages', 'votes', 'statements', 'translations'],
]

export type Postgres = {
  readonly engine: Engine
  readonly pool: Pool
  scrub(): Promise<void>
  close(): Promise<void>
}

export async function openPostgres(url: string, onTrouble: (error: unknown) => void): Promise<Postgres> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  })
  // A server that stops ends its connections, idle or not, with an error event; unheard, it would end this process too.
  pool.on('error', onTrouble)
  pool.on('connect', (client) => client.on('error', onTrouble))
  try {
    await migratePostgres(pool)
  } catch (error) {
    await pool.end()
    throw postgresTrouble(error)
  }
  return {
    pool,
    engine: postgresEngine(pool),
    // Deleted rows stand in the table files until they are vacuumed away.
    scrub: async () => {
      await pool.query(`vacuum ${ERASABLE.join(', ')}`)
    },
    close: () => pool.end(),
  }
}

function postgresEngine(pool: Pool): Engine {
  const onPool = connection(pool)
  const known = new WeakMap<PoolClient, On>()
  const onClient = (client: PoolClient) => {
    const on = known.get(client) ?? connection(client)
    known.set(client, on)
    return on
  }
  const translated = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw postgresTrouble(error)
    }
  }
  const again = <T>(work: () => Promise<T>, triesLeft: number): Promise<T> =>
    work().catch((error) => {
      if (triesLeft > 1 && isGivenUp(error)) return again(work, triesLeft - 1)
      throw error
    })
  const write = <T>(body: (on: On) => Body<T>, isAlone: boolean) =>
    translated(() => again(() => transaction(pool, isAlone, (client) => run(body(onClient(client)))), TRIES))
  return {
    read: (body) => translated(() => run(body(onPool))),
    write: (body) => write(body, false),
    writeAlone: (body) => write(body, true),
  }
}

function connection(client: Pool | PoolClient): On {
  const db = drizzle(client, { schema })
  return { db, t: schema, walk: walkStatements(db, schema) }
}

async function transaction<T>(pool: Pool, isAlone: boolean, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query('begin')
    if (isAlone) await client.query('select pg_advisory_xact_lock($1)', [ALONE_LOCK])
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

async function run<T>(body: Body<T>): Promise<T> {
  let step = body.next()
  while (!step.done) step = body.next(await step.value.query.execute(step.value.values))
  return step.value
}
