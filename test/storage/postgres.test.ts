import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { isGivenUp, postgresTrouble } from '#src/storage/postgres/trouble.ts'
import { aChange, begin } from '../contract/cast.ts'
import { query, startPostgres, type TestPostgres } from '../support/postgres.ts'

let server: TestPostgres
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())

describe('several processes on one PostgreSQL', () => {
  test('start at once on an empty database and migrate it once', async () => {
    const url = await server.empty()
    const all = await Promise.all([1, 2, 3, 4].map(() => openStorage({ url, folder: '', now: () => 0 })))
    for (const one of all) expect(await one.ready()).toBe(true)
    const made = await query(url, 'select * from drizzle.__drizzle_migrations')
    const journal = await import('../../src/storage/postgres/migrations/meta/_journal.json', { with: { type: 'json' } })
    expect(made).toHaveLength(journal.default.entries.length)
    for (const one of all) await one.close()
  })

  test('move one walk on exactly once', async () => {
    const url = await server.migrated()
    const all = await Promise.all([1, 2, 3].map(() => openStorage({ url, folder: '', now: () => 0 })))
    await begin({ storage: all[0]!, sql: async () => undefined }, 'w')
    const results = await Promise.all(all.map((one, heirs) => one.walks.append(aChange('w', { told: { heirs } }))))
    expect([...results].sort()).toStrictEqual(['stale', 'stale', 'stored'])
    for (const one of all) await one.close()
  })
})

describe('when PostgreSQL goes away', () => {
  test('requests are refused as busy, this process lives on, and all is well when it is back', async ({ skip }) => {
    const { restart } = server
    if (!restart) skip('the server at POLKU_PG_URL is not ours to restart')
    const url = await server.migrated()
    const troubles: unknown[] = []
    const storage = await openStorage({ url, folder: '', now: () => 0, onTrouble: (error) => troubles.push(error) })
    const world = { storage, sql: async () => undefined }
    await Promise.all(['a', 'b', 'c'].map((id) => begin(world, id)))

    const confirmed = await writesDuring(storage, () => restart!())
    expect(troubles.length).toBeGreaterThan(0)
    expect(await storage.ready()).toBe(true)
    const told = (await storage.walks.find('a'))?.told ?? {}
    for (const name of confirmed) expect(told).toHaveProperty(name)
    await storage.close()
  })

  test('opening says busy where nobody listens', async () => {
    const opening = openStorage({ url: 'postgres://polku:polku@127.0.0.1:1/polku', folder: '', now: () => 0 })
    await expect(opening).rejects.toMatchObject({ name: 'AppError', code: 'busy' })
  })

  /** Writes one name after another, as a retrying client does; gives the names that were confirmed. */
  async function writesDuring(storage: Storage, trouble: () => Promise<void>): Promise<readonly string[]> {
    const confirmed: string[] = []
    const refused: unknown[] = []
    let isOver = false
    const over = trouble().then(() => {
      isOver = true
    })
    for (let i = 0; !isOver; i++) {
      try {
        const rev = (await storage.walks.find('a'))?.walk.rev ?? 0
        if ((await storage.walks.append(aChange('a', { rev, told: { [`n${i}`]: i } }))) === 'stored')
          confirmed.push(`n${i}`)
      } catch (error) {
        refused.push(error)
      }
    }
    await over
    expect(refused.length).toBeGreaterThan(0)
    for (const error of refused) expect(error).toMatchObject({ name: 'AppError', code: 'busy' })
    return confirmed
  }
})

test('trouble on the way is busy, a bug stays a bug, and only a transaction given up is done again', () => {
  const pgError = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('x'), { code }) })
  for (const code of ['ECONNREFUSED', '57P01', '53100', '08006', '25006', '40P01'])
    expect(postgresTrouble(pgError(code))).toMatchObject({ name: 'AppError', code: 'busy' })
  expect(postgresTrouble(new Error('Connection terminated unexpectedly'))).toMatchObject({ code: 'busy' })
  expect(postgresTrouble(pgError('23505'))).toMatchObject({ message: 'Failed query' })
  expect(postgresTrouble(new Error('No value for placeholder'))).toMatchObject({ message: 'No value for placeholder' })
  expect(['40001', '40P01', '23505', '57P01'].map((code) => isGivenUp(pgError(code)))).toStrictEqual([
    true,
    true,
    false,
    false,
  ])
})
