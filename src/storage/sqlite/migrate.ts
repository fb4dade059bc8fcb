import { renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'

export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

/**
 * Brings the database to the newest schema, all migrations in one transaction. An existing one is copied to `backup` first.
 *
 * drizzle's own migrator is not used on SQLite: a generated rebuild of a table begins with `PRAGMA foreign_keys=OFF`, which
 * does nothing inside a transaction, and dropping the old table then cascades to every child row (drizzle-orm #5782).
 * Here the keys are off before the transaction begins, and what they guard is checked before it ends.
 */
export function migrateSqlite(raw: Database, options: { migrations?: string; backup: string }): void {
  const wanted = readMigrationFiles({ migrationsFolder: options.migrations ?? MIGRATIONS })
  const done = migrated(raw)
  if (done >= wanted.length) return
  if (done > 0) copyTo(raw, options.backup)

  raw.pragma('foreign_keys = OFF')
  try {
    raw
      .transaction(() => {
        // Another process may have migrated between the look above and this lock.
        for (const migration of wanted.slice(migrated(raw))) {
          for (const statement of migration.sql) raw.exec(statement)
          raw.prepare('insert into migrations (hash, made) values (?, ?)').run(migration.hash, migration.folderMillis)
        }
        const broken = raw.pragma('foreign_key_check')
        if (Array.isArray(broken) && broken.length > 0) throw new Error('a migration left broken references')
      })
      .immediate()
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

function migrated(raw: Database): number {
  raw.exec('create table if not exists migrations (hash text not null, made integer not null)')
  return Number(raw.prepare('select count(*) from migrations').pluck().get())
}

/** A whole copy: the bare file may lack what is still in the write-ahead log. */
export function copyTo(raw: Database, file: string): void {
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  raw.prepare('vacuum into ?').run(unfinished)
  renameSync(unfinished, file)
}
