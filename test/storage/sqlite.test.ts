import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStorage } from '#src/storage/open.ts'
import { COPY, FILE, isAtLeast, openSqlite } from '#src/storage/sqlite/open.ts'
import { sqliteTrouble } from '#src/storage/sqlite/trouble.ts'
import { aChange, aContribution, aTrial, begin, type World } from '../contract/cast.ts'
import { type TemporaryStorage, temporaryStorage } from '../support/storage.ts'

let storage: TemporaryStorage
beforeEach(async () => {
  storage = await temporaryStorage()
})
afterEach(() => storage.cleanup())

const world = (): World => ({ storage, sql: async () => undefined })

describe('an existing database opened anew', () => {
  test('flushes every commit to disk, overwrites what is deleted, guards its references and waits little', async () => {
    await begin(world(), 'w')
    await storage.close()
    for (const _ of ['once', 'twice']) {
      const { raw, close } = openSqlite(storage.folder)
      const setting = (name: string) => raw.pragma(name, { simple: true })
      expect(setting('synchronous')).toBe(2)
      expect(setting('journal_mode')).toBe('wal')
      expect(setting('secure_delete')).toBe(1)
      expect(setting('foreign_keys')).toBe(1)
      expect(setting('busy_timeout')).toBeLessThanOrEqual(100)
      close()
    }
  })

  test('has what was stored before', async () => {
    const walk = await begin(world(), 'w')
    await storage.close()
    const again = await openStorage({ folder: storage.folder, now: () => 0 })
    expect((await again.walks.find('w'))?.walk).toStrictEqual(walk)
    await again.close()
  })

  test('needs a SQLite without the log fault', () => {
    const wanted = [3, 51, 3]
    const answers = ['3.51.3', '3.51.10', '3.52.0', '4.0.0', '3.51.2', '3.40.1', '2.99.99'].map((v) =>
      isAtLeast(v, wanted),
    )
    expect(answers).toStrictEqual([true, true, true, true, false, false, false])
  })
})

describe('when another process holds the database', () => {
  test('a write is refused as busy within a moment and works again afterwards, while reading goes on', async () => {
    await begin(world(), 'w')
    const other = new Database(join(storage.folder, FILE))
    other.exec('begin immediate')
    const before = performance.now()
    await expect(storage.walks.append(aChange('w'))).rejects.toMatchObject({ code: 'busy' })
    expect(performance.now() - before).toBeLessThan(1000)
    expect(await storage.ready()).toBe(false)
    expect((await storage.walks.find('w'))?.walk.rev).toBe(0)
    other.exec('rollback')
    other.close()
    expect(await storage.walks.append(aChange('w'))).toBe('stored')
    expect(await storage.ready()).toBe(true)
  })

  test('two processes that open a new installation at once both get a whole one', async () => {
    const folder = join(storage.folder, 'new')
    const all = await Promise.all([1, 2, 3].map(() => openStorage({ folder, now: () => 0 })))
    for (const one of all) expect(await one.ready()).toBe(true)
    for (const one of all) await one.close()
  })
})

describe('trouble', () => {
  test('of the disk is busy, a bug stays a bug', () => {
    const withCode = (code: string) => sqliteTrouble(Object.assign(new Error('x'), { code }))
    for (const code of ['SQLITE_FULL', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_IOERR_FSYNC', 'SQLITE_READONLY'])
      expect(withCode(code)).toMatchObject({ name: 'AppError', code: 'busy' })
    expect(withCode('SQLITE_CONSTRAINT_UNIQUE')).toMatchObject({ name: 'Error' })
  })

  test('of a folder that is a file is told at the start', async () => {
    const folder = join(storage.folder, FILE)
    await expect(openStorage({ folder, now: () => 0 })).rejects.toThrow()
  })
})

describe('what was withdrawn', () => {
  const SECRET = 'Salaisuus-äidin-tilinumerosta-ÄÖ-7531'

  function isAnywhere(): boolean {
    const files = [FILE, `${FILE}-wal`, `${FILE}-shm`].map((name) => join(storage.folder, name))
    return files.some((file) => existsSync(file) && readFileSync(file).includes(Buffer.from(SECRET)))
  }

  test.each(['one contribution', 'the whole walk'])('is in no byte of the files: %s', async (what) => {
    await begin(world(), 'w')
    const words = aContribution('w', { id: 'c', text: SECRET, state: 'pending' })
    const told = what === 'the whole walk' ? { secret: SECRET } : {}
    // Long enough to spread over pages, and changed once, so that there are old copies of it too.
    await storage.walks.append(aChange('w', { told, contributions: [{ ...words, text: SECRET.repeat(300) }] }))
    await storage.walks.append(aChange('w', { rev: 1, contributions: [words] }))
    expect(isAnywhere()).toBe(true)

    if (what === 'the whole walk') await storage.walks.erase({ walk: 'w', at: 3000 })
    else await storage.walks.withdraw({ walk: 'w', contribution: 'c', at: 3000 })
    expect(isAnywhere()).toBe(false)
  })

  test('is kept by the copy made before a migration no longer than a day', async () => {
    const copy = join(storage.folder, COPY)
    writeFileSync(copy, SECRET)
    const made = statSync(copy).mtimeMs
    const { scrub, close } = openSqlite(storage.folder)
    scrub(made + 24 * 60 * 60 * 1000)
    expect(existsSync(copy)).toBe(true)
    scrub(made + 24 * 60 * 60 * 1000 + 1)
    expect(existsSync(copy)).toBe(false)
    close()
  })

  test('of one who signed up leaves the files, and so does what was told of oneself', async () => {
    await begin(world(), 'w')
    await storage.trials.create(aTrial('t'))
    await storage.trials.signUp({ id: 'k', trial: 't', sealed: SECRET, at: 1000 })
    await storage.trials.setBackground({ walk: 'w', background: { county: SECRET }, at: 1000 })
    expect(isAnywhere()).toBe(true)
    await storage.trials.removeContact('k')
    await storage.trials.setBackground({ walk: 'w', background: undefined, at: 2000 })
    expect(isAnywhere()).toBe(false)
  })

  test('is gone from the tables also while another process holds the log, which is told in the background', async () => {
    const troubles: unknown[] = []
    const onTrouble = (error: unknown) => troubles.push(error)
    const here = await openStorage({ folder: storage.folder, now: () => 0, onTrouble })
    await begin(world(), 'w')
    const other = new Database(join(storage.folder, FILE), { readonly: true })
    other.exec('begin')
    other.prepare('select * from walks').all()
    await here.walks.erase({ walk: 'w', at: 3000 })
    expect(troubles).toMatchObject([{ name: 'AppError', code: 'busy' }])
    expect(await here.walks.find('w')).toBeUndefined()
    other.close()
    await here.scrub()
    expect(troubles).toHaveLength(1)
    await here.close()
  })
})

describe('a backup', () => {
  test('is a whole copy, made while others write', async () => {
    const file = join(storage.folder, 'copies', FILE)
    mkdirSync(join(storage.folder, 'copies'))
    await begin(world(), 'before')
    const writing = begin(world(), 'meanwhile')
    await storage.backup?.(file)
    await writing
    const copy = await openStorage({ folder: join(storage.folder, 'copies'), now: () => 0 })
    expect(await copy.walks.find('before')).toBeDefined()
    await copy.close()
  })
})
