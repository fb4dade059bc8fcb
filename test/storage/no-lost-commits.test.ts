import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// better-sqlite3's get() ignores what the commit of an INSERT … RETURNING says: on a full disk it acknowledged
// writes that were not stored. all() and run() do not.
const UNSAFE = [
  /\.returning\([^)]*\)\s*(\.prepare\([^)]*\)\s*)?\.get\(/,
  /returning [^\n]*['"`]\)\s*(\.pluck\(\))?\s*\.get\(/i,
]

test('no write of the storage is acknowledged through get()', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(10)
  const unsafe = files.filter((file) => UNSAFE.some((pattern) => pattern.test(readFileSync(join('src', file), 'utf8'))))
  expect(unsafe).toStrictEqual([])
})

test('the pattern knows the unsafe ways of writing', () => {
  const unsafe = [
    'db.insert(walks).values(walk).returning().get()',
    'db.insert(walks).values(walk).returning({ id: walks.id })\n      .get()',
    "raw.prepare('insert into walks values (?) returning id').get(id)",
    "raw.prepare('insert into walks values (?) RETURNING id').pluck().get(id)",
  ]
  expect(unsafe.filter((text) => UNSAFE.some((pattern) => pattern.test(text)))).toStrictEqual(unsafe)
})
