import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MIGRATIONS, migrateSqlite } from '#src/storage/sqlite/migrate.ts'
import { FILE } from '#src/storage/sqlite/open.ts'
import { aChange, aContribution, aParticipant, aWalk } from '../contract/cast.ts'
import { temporaryFolder, temporaryStorage } from '../support/storage.ts'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the committed migrations', () => {
  test.each([
    ['sqlite', 'sqlite'],
    ['postgres', 'postgresql'],
  ])('are all that the %s schema needs', (engine, dialect) => {
    const copy = join(folder, 'migrations')
    cpSync(`src/storage/${engine}/migrations`, copy, { recursive: true })
    const schema = `src/storage/${engine}/schema.ts`
    // drizzle-kit understands only a relative folder.
    const options = ['generate', '--dialect', dialect, '--schema', schema, '--out', relative('.', copy)]
    const said = execFileSync('node_modules/.bin/drizzle-kit', options, { encoding: 'utf8' })
    expect(said).toContain('No schema changes')
    expect(readdirSync(copy)).toStrictEqual(readdirSync(`src/storage/${engine}/migrations`))
  })
})

describe('a migration of a database that is in use', () => {
  const REBUILD = [
    'PRAGMA foreign_keys=OFF;',
    `CREATE TABLE __new_walks (id text PRIMARY KEY NOT NULL, participant text REFERENCES participants(id), journey text, version integer,
      hash text, mode text, persona text, tracks text, language text, rev integer, progress text, last_step text, opened_at integer,
      touched_at integer, outcome_at integer, trial text, channel text, variants text);`,
    'INSERT INTO __new_walks SELECT * FROM walks;',
    'DROP TABLE walks;',
    'ALTER TABLE __new_walks RENAME TO walks;',
    'PRAGMA foreign_keys=ON;',
  ]
  const TABLES = ['participants', 'walks', 'events', 'told', 'visits', 'contributions', 'prompt_counts']

  test('rebuilds a parent table without losing one row of its children, and keeps a copy from before', async () => {
    const raw = await databaseInUse()
    const before = rows(raw)
    expect(before.every((n) => n > 0)).toBe(true)
    const backup = join(folder, 'before.sqlite')
    migrateSqlite(raw, { migrations: withMigration(REBUILD), backup })
    expect(rows(raw)).toStrictEqual(before)
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(() => raw.exec("insert into told values ('nobody', 'x', '1')")).toThrow(/FOREIGN KEY/)
    raw.close()

    const copy = new Database(backup, { readonly: true })
    expect(rows(copy)).toStrictEqual(before)
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })

  test('that would leave broken references, or fails half way, changes nothing', async () => {
    const raw = await databaseInUse()
    const before = rows(raw)
    const backup = join(folder, 'before.sqlite')
    const breaking = withMigration(['DELETE FROM participants;'])
    expect(() => migrateSqlite(raw, { migrations: breaking, backup })).toThrow(/broken references/)
    const failing = withMigration(['DELETE FROM told;', 'DROP TABLE no_such_table;'])
    expect(() => migrateSqlite(raw, { migrations: failing, backup })).toThrow(/no such table/)
    expect(rows(raw)).toStrictEqual(before)
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
    raw.close()
  })

  test('happens once: opening again migrates nothing and copies nothing', async () => {
    const raw = await databaseInUse()
    const backup = join(folder, 'before.sqlite')
    migrateSqlite(raw, { backup })
    expect(existsSync(backup)).toBe(false)
    raw.close()
  })

  /** Every table with rows, in a file of its own. */
  async function databaseInUse() {
    const storage = await temporaryStorage()
    const walk = aWalk('w')
    const participant = aParticipant(walk.participant)
    await storage.walks.create({ walk, participant, device: undefined, key: 'start' })
    const contributions = [aContribution('w')]
    await storage.walks.append(aChange('w', { key: 'k', told: { heirs: 2 }, contributions, ran: ['estate/heirs'] }))
    await storage.close()
    cpSync(join(storage.folder, FILE), join(folder, FILE))
    await storage.cleanup()
    const raw = new Database(join(folder, FILE))
    raw.pragma('foreign_keys = ON')
    return raw
  }

  function rows(raw: Database.Database): readonly number[] {
    return TABLES.map((table) => Number(raw.prepare(`select count(*) from ${table}`).pluck().get()))
  }

  /** The committed migrations and one more. */
  function withMigration(statements: readonly string[]): string {
    const migrations = join(folder, `migrations-${statements.length}-${Math.random()}`)
    cpSync(MIGRATIONS, migrations, { recursive: true })
    const journalFile = join(migrations, 'meta/_journal.json')
    const journal = JSON.parse(readFileSync(journalFile, 'utf8'))
    journal.entries.push({ idx: 99, version: '6', when: 9_999_999_999_999, tag: '9999_next', breakpoints: true })
    writeFileSync(journalFile, JSON.stringify(journal))
    writeFileSync(join(migrations, '9999_next.sql'), statements.join('--> statement-breakpoint\n'))
    return migrations
  }
})
