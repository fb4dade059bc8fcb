import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStorage } from '#src/storage/open.ts'
import { migrateSqlite } from '#src/storage/sqlite/migrate.ts'
import { FILE } from '#src/storage/sqlite/open.ts'
import { temporaryFolder } from '../support/storage.ts'

const BEFORE = 3
const WEEK = 7 * 24 * 60 * 60 * 1000

test('an invitation from before says when it was made: all were made for a week', async () => {
  const folder = temporaryFolder()
  const migrations = join(folder, 'before')
  cpSync('src/storage/sqlite/migrations', migrations, { recursive: true })
  const file = join(migrations, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, BEFORE) }))
  const raw = new Database(join(folder, FILE))
  migrateSqlite(raw, { migrations, backup: join(folder, 'none') })
  raw.exec(`insert into invitations values ('t', 'designer', null, null, 'first start', ${WEEK + 1000}, null)`)
  raw.close()

  const storage = await openStorage({ folder, now: () => 0 })
  expect(await storage.accounts.openInvitations(1000)).toMatchObject([{ createdAt: 1000, cancelledAt: undefined }])
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
})
