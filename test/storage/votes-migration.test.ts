import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { migratePostgres } from '#src/storage/postgres/migrate.ts'
import { migrateSqlite } from '#src/storage/sqlite/migrate.ts'
import { FILE } from '#src/storage/sqlite/open.ts'
import { NOWHERE } from '../contract/cast.ts'
import { query, startPostgres } from '../support/postgres.ts'
import { temporaryFolder } from '../support/storage.ts'

const BEFORE = 5
const JOURNEY = 'death-of-a-relative'
const walk = (id: string, mode: string) => [
  `insert into participants values ('${id}', 'code ${id}', 1, 'n', 'fi', 1)`,
  `insert into walks values ('${id}', '${id}', '${JOURNEY}', 1, 'h', '${mode}', null, null, 'fi', 0, '${JSON.stringify(NOWHERE)}', null, 1, 1, null, null, null)`,
]
const said = (id: string, by: string, prompt: string, option: string | null, state: string, at: number) =>
  `insert into contributions values ('${id}', '${by}', '${JOURNEY}', 1, 'money/bank', '${prompt}', '${prompt === 'works' ? 'rating' : 'statement'}',
    ${option ? `'${option}'` : 'null'}, ${option ? 'null' : "'Yksi kerta riittää'"}, 'fi', null, '{}', '${state}', null, ${at})`
const IN_USE = [
  ...walk('aino', 'own'),
  ...walk('ben', 'own'),
  ...walk('made-up', 'simulated'),
  said('own', 'aino', 'own', null, 'visible', 1),
  said('waits', 'ben', 'own', null, 'pending', 1),
  said('c1', 'ben', 'added.own', 'disagree', 'none', 5),
  said('c2', 'aino', 'statement.s1', 'agree', 'none', 4),
  said('c3', 'ben', 'statement.s1', 'pass', 'none', 6),
  said('c4', 'made-up', 'statement.s1', 'agree', 'none', 7),
  said('c5', 'aino', 'works', 'yes', 'none', 2),
  "insert into exposures (walk, version, step, prompt, offered, skipped, at) values ('ben', 1, 'money/bank', 'added.own', true, false, 1)",
]

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('opening an installation from before votes had a history', () => {
  test('in SQLite makes a vote of every answer to a statement, in their order', async () => {
    const raw = new Database(join(folder, FILE))
    migrateSqlite(raw, { migrations: migrationsBefore('sqlite'), backup: join(folder, 'none') })
    for (const statement of IN_USE) raw.exec(statement)
    raw.close()

    const storage = await openStorage({ folder, now: () => 0 })
    await expectVotes(storage, async (statement) => {
      const now = new Database(join(folder, FILE), { readonly: true })
      const rows = now.prepare(statement).all()
      now.close()
      return rows
    })
    await storage.close()
  })

  test('in PostgreSQL makes a vote of every answer to a statement, in their order', async () => {
    const server = await startPostgres()
    const url = await server.empty()
    const pool = new Pool({ connectionString: url })
    await migratePostgres(pool, migrationsBefore('postgres'))
    await pool.end()
    for (const statement of IN_USE) await query(url, statement)

    const storage = await openStorage({ url, folder, now: () => 0 })
    await expectVotes(storage, (statement) => query(url, statement))
    await storage.close()
    await server.stop()
  })
})

function migrationsBefore(engine: string): string {
  const migrations = join(folder, 'before')
  cpSync(`src/storage/${engine}/migrations`, migrations, { recursive: true })
  const file = join(migrations, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, BEFORE) }))
  return migrations
}

async function expectVotes(storage: Storage, rows: (statement: string) => Promise<unknown>) {
  const votes = await storage.votes.votesOf(JOURNEY, 0)
  expect(votes.map(({ seq, walk, mode, statement, vote }) => [seq, walk, mode, statement, vote])).toStrictEqual([
    [1, 'aino', 'own', 'money/bank#s1', 1],
    [2, 'ben', 'own', 'added.own', -1],
    [3, 'ben', 'own', 'money/bank#s1', 0],
    [4, 'made-up', 'simulated', 'money/bank#s1', 1],
  ])
  expect(await storage.votes.voteClock(JOURNEY)).toStrictEqual({ seq: 4, erased: 0 })
  const columns = 'id, contribution, queue, shown, agree, disagree, pass'
  expect(await rows(`select ${columns} from statements order by id`)).toEqual([
    { id: 'added.own', contribution: 'own', queue: 1, shown: 1, agree: 0, disagree: 1, pass: 0 },
    { id: 'added.waits', contribution: 'waits', queue: 0, shown: 0, agree: 0, disagree: 0, pass: 0 },
    { id: 'money/bank#s1', contribution: null, queue: 1, shown: 0, agree: 1, disagree: 0, pass: 1 },
  ])
}
