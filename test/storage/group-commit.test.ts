import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { groupCommit } from '#src/storage/sqlite/group-commit.ts'

let raw: Database.Database
beforeEach(() => {
  raw = new Database(':memory:')
  raw.exec('create table answers (id integer primary key, text text not null)')
})
afterEach(() => raw.close())

const add = (id: number) => raw.prepare('insert into answers values (?, ?)').run(id, `answer ${id}`)
const stored = () => raw.prepare('select id from answers order by id').pluck().all()

test('a write that fails half way takes no neighbour along and leaves nothing of itself', async () => {
  const commit = groupCommit(raw)
  const results = await Promise.allSettled([
    commit(() => add(1)),
    commit(() => {
      add(2)
      throw new Error('a bug')
    }),
    commit(() => add(1)),
    commit(() => add(3)),
  ])
  expect(results.map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(stored()).toStrictEqual([1, 3])
})

test('all writes of one turn share one transaction', async () => {
  const commit = groupCommit(raw)
  const begun: string[] = []
  const watched = Array.from({ length: 32 }, (_, id) =>
    commit(() => {
      begun.push(raw.inTransaction ? 'in' : 'out')
      return add(id)
    }),
  )
  expect(stored()).toStrictEqual([])
  await watched[0]
  expect(stored()).toHaveLength(32)
  expect(begun).toStrictEqual(Array.from({ length: 32 }, () => 'in'))
  await Promise.all(watched)
})

test('nobody is answered when the commit itself fails', async () => {
  raw.pragma('foreign_keys = ON')
  raw.exec('create table votes (answer integer references answers (id) deferrable initially deferred)')
  const commit = groupCommit(raw)
  const orphan = () => raw.prepare('insert into votes values (99)').run()
  const results = await Promise.allSettled([commit(() => add(1)), commit(orphan)])
  expect(results.map(({ status }) => status)).toStrictEqual(['rejected', 'rejected'])
  expect(stored()).toStrictEqual([])
  expect(await commit(() => add(4).changes)).toBe(1)
})
