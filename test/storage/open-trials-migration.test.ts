import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { migratePostgres } from '#src/storage/postgres/migrate.ts'
import { migrateSqlite } from '#src/storage/sqlite/migrate.ts'
import { FILE } from '#src/storage/sqlite/open.ts'
import { aChange, aTrial, NOWHERE } from '../contract/cast.ts'
import { query, startPostgres } from '../support/postgres.ts'
import { temporaryFolder } from '../support/storage.ts'

const BEFORE = 2
const PROGRESS = JSON.stringify(NOWHERE)
/** Rows in parent and child tables, as they were before there were trials. */
const IN_USE = [
  "insert into participants values ('aino', 'code', 1, 'n', 'fi', 1)",
  "insert into devices values ('phone', 'aino', 9000, false)",
  `insert into versions values ('death-of-a-relative', 1, 'h', '{"id":"death-of-a-relative"}', '[]', 'shipped', null, 1)`,
  `insert into walks values ('w', 'aino', 'death-of-a-relative', 1, 'h', 'own', null, null, 'fi', 0, '${PROGRESS}', null, 1, 1, null)`,
  "insert into events values ('w', 1, 'opened', null, '{}')",
  "insert into told values ('w', 'heirs', '2')",
  "insert into visits values ('w', 'money/bank', true, 1)",
  "insert into exposures values ('w', 'money/bank', 'open', true, false, 1)",
  `insert into contributions values ('c', 'w', 'death-of-a-relative', 1, 'money/bank', 'open', 'open', null, 'Hidas', 'fi', null, '{}',
    'visible', null, 1)`,
  "insert into submissions values ('start', 'k', 'w')",
]
const TABLES = IN_USE.map((statement) => statement.split(' ')[2] ?? '')

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('opening an installation from before there were trials', () => {
  test('in SQLite keeps every row and makes room for trials', async () => {
    const raw = new Database(join(folder, FILE))
    migrateSqlite(raw, { migrations: migrationsBefore('sqlite'), backup: join(folder, 'none') })
    raw.pragma('foreign_keys = ON')
    for (const statement of IN_USE) raw.exec(statement)
    raw.close()

    const storage = await openStorage({ folder, now: () => 0 })
    await expectWhole(storage, async (statement) => {
      const now = new Database(join(folder, FILE))
      try {
        const prepared = now.prepare(statement)
        return prepared.reader ? prepared.all() : [prepared.run()]
      } finally {
        now.close()
      }
    })
    await storage.close()
  })

  test('in PostgreSQL keeps every row and makes room for trials', async () => {
    const server = await startPostgres()
    const url = await server.empty()
    const pool = new Pool({ connectionString: url })
    await migratePostgres(pool, migrationsBefore('postgres'))
    await pool.end()
    for (const statement of IN_USE) await query(url, statement)

    const storage = await openStorage({ url, folder, now: () => 0 })
    await expectWhole(storage, (statement) => query(url, statement))
    await storage.close()
    await server.stop()
  })
})

async function expectWhole(storage: Storage, sql: (statement: string) => Promise<readonly unknown[]>) {
  for (const table of TABLES) expect(await sql(`select * from ${table}`), table).toHaveLength(1)
  const found = await storage.walks.find('w')
  expect(found).toMatchObject({ told: { heirs: 2 }, walk: { trial: undefined, channel: undefined, progress: NOWHERE } })
  expect(await storage.walks.contributionsOf('w')).toMatchObject([{ id: 'c', text: 'Hidas', state: 'visible' }])
  expect((await storage.versions.list('death-of-a-relative')).map(({ changes }) => changes)).toStrictEqual([[]])
  await expect(sql("update versions set changes = '[1]'")).rejects.toThrow(/never changes/)
  await expect(sql("update versions set hash = 'x'")).rejects.toThrow(/never changes/)

  await storage.trials.create(aTrial('spring'))
  await storage.trials.setBackground({ walk: 'w', background: { county: '17' }, at: 2000 })
  expect(await storage.walks.append(aChange('w'))).toBe('stored')
  await storage.walks.erase({ walk: 'w', at: 3000 })
  for (const table of ['events', 'contributions', 'backgrounds'])
    expect(await sql(`select * from ${table}`), table).toStrictEqual([])
}

/** The committed migrations as they were before trials came. */
function migrationsBefore(engine: string): string {
  const migrations = join(folder, engine)
  cpSync(`src/storage/${engine}/migrations`, migrations, { recursive: true })
  const file = join(migrations, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, BEFORE) }))
  return migrations
}
