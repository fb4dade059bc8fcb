import { connect, createServer, type Socket } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { isGivenUp, postgresTrouble } from '#src/storage/postgres/trouble.ts'
import { aChange, aContribution, begin } from '../contract/cast.ts'
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

describe('what was withdrawn', () => {
  const SECRET = 'Zorbaksen kissankirja katosi'
  const isInTable = async (url: string) => {
    await query(url, 'checkpoint')
    const bytes = "pg_read_binary_file(pg_relation_filepath('contributions'))"
    return (await query(url, `select position('${SECRET}'::bytea in ${bytes}) as at`))[0]
  }

  test('leaves the file of its table too, also where many take something back at once', async ({ skip }) => {
    if (!server.restart) skip('the files of the server at POLKU_PG_URL may not be ours to read')
    const url = await server.migrated()
    const storage = await openStorage({ url, folder: '', now: () => 0 })
    const walkers = Array.from({ length: 15 }, (_, i) => `w${i}`)
    for (const id of walkers) {
      await begin({ storage, sql: async () => undefined }, id)
      const words = aContribution(id, { text: `${SECRET} ${id}`, state: 'pending' })
      await storage.walks.append(aChange(id, { contributions: [words] }))
    }
    expect(await isInTable(url)).not.toEqual({ at: 0 })
    await Promise.all(walkers.map((walk) => storage.walks.withdraw({ walk, contribution: undefined, at: 3000 })))
    expect(await isInTable(url)).toEqual({ at: 0 })
    await storage.close()
  })
})

describe('when PostgreSQL goes away', () => {
  test('requests are refused as busy, this process lives on, and all is well when it is back', async ({ skip }) => {
    const { restart } = server
    if (!restart) skip('the server at POLKU_PG_URL is not ours to restart')
    const url = await server.migrated()
    const storage = await openStorage({ url, folder: '', now: () => 0 })
    const world = { storage, sql: async () => undefined }
    const walkers = ['a', 'b', 'c', 'd', 'e', 'f']
    await Promise.all(walkers.map((id) => begin(world, id)))

    const confirmed = await writesDuring(storage, walkers, () => restart!())
    expect(await storage.ready()).toBe(true)
    for (const [i, id] of walkers.entries()) {
      const told = Object.keys((await storage.walks.find(id))?.told ?? {})
      expect(told).toEqual(expect.arrayContaining([...(confirmed[i] ?? [])]))
    }
    await storage.close()
  })

  test('a connection cut in the middle of a write is busy too, and the walk is as it was', async () => {
    const url = await server.migrated()
    const wire = await cuttableWire(url)
    const troubles: unknown[] = []
    const onTrouble = (error: unknown) => troubles.push(error)
    const storage = await openStorage({ url: wire.url, folder: '', now: () => 0, onTrouble })
    await begin({ storage, sql: async () => undefined }, 'a')
    const other = new Client({ connectionString: url })
    await other.connect()
    await other.query("begin; select * from walks where id = 'a' for update")

    const writing = storage.walks.append(aChange('a'))
    await expect.poll(() => query(url, 'select * from pg_locks where not granted')).not.toHaveLength(0)
    wire.cut()
    await expect(writing).rejects.toMatchObject({ name: 'AppError', code: 'busy' })
    await other.end()
    expect((await storage.walks.find('a'))?.walk.rev).toBe(0)
    expect(await storage.walks.append(aChange('a'))).toBe('stored')

    troubles.length = 0
    wire.cut()
    await expect.poll(() => troubles).not.toHaveLength(0)
    expect(await storage.ready()).toBe(true)
    await storage.close()
    wire.close()
  })

  test('opening says busy where nobody listens', async () => {
    const opening = openStorage({ url: 'postgres://polku:polku@127.0.0.1:1/polku', folder: '', now: () => 0 })
    await expect(opening).rejects.toMatchObject({ name: 'AppError', code: 'busy' })
  })

  /** Every walker tells one thing after another, as retrying clients do; gives what was confirmed to each. */
  async function writesDuring(storage: Storage, walkers: readonly string[], trouble: () => Promise<void>) {
    const refused: unknown[] = []
    let isOver = false
    const tell = async (id: string) => {
      const confirmed: string[] = []
      for (let i = 0; !isOver; i++) {
        try {
          const rev = (await storage.walks.find(id))?.walk.rev ?? 0
          if ((await storage.walks.append(aChange(id, { rev, told: { [`n${i}`]: i } }))) === 'stored')
            confirmed.push(`n${i}`)
        } catch (error) {
          refused.push(error)
        }
      }
      return confirmed
    }
    const telling = Promise.all(walkers.map(tell))
    await trouble()
    isOver = true
    const confirmed = await telling
    expect(refused.length).toBeGreaterThan(0)
    for (const error of refused) expect(error).toMatchObject({ name: 'AppError', code: 'busy' })
    return confirmed
  }
})

/** A way to the server that can be cut without a word, as a network does. */
async function cuttableWire(url: string) {
  const { hostname, port } = new URL(url)
  const sockets: Socket[] = []
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) socket.on('error', () => {})
    near.pipe(far).pipe(near)
    sockets.push(near, far)
  })
  await new Promise<void>((ready) => wire.listen(0, '127.0.0.1', ready))
  const address = wire.address()
  const through = new URL(url)
  through.port = String(typeof address === 'object' ? address?.port : '')
  return {
    url: through.href,
    cut: () => {
      for (const socket of sockets.splice(0)) socket.destroy()
    },
    close: () => wire.close(),
  }
}

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
