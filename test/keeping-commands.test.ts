import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runBackup, runRestore, runVerify } from '#src/keeping-commands.ts'
import { FILE } from '#src/storage/sqlite/open.ts'
import { citizen } from './support/citizen.ts'
import { type RunningServer, startServer } from './support/server.ts'
import { SHIPPED } from './support/shipped.ts'
import { temporaryFolder } from './support/storage.ts'

const folder = temporaryFolder()
const data = join(folder, 'data')
const backup = join(folder, 'backup.sqlite')
const environment = (at = data) => ({ POLKU_DATA: at })
const words = (said: { text?: string; complaint?: string }) => said.text ?? said.complaint
let server: RunningServer
let code = ''

async function begin(): Promise<string> {
  const walker = citizen(server.visitor(), 'fi')
  await walker.start(SHIPPED)
  return walker.code()
}

beforeAll(async () => {
  server = await startServer(data)
  code = await begin()
}, 60_000)
afterAll(async () => {
  await server.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe('an installation that runs', () => {
  test('is whole, and says so', async () => {
    expect(words(await runVerify([], environment()))).toMatch(/^whole: 8 versions of journeys, 1 walks, \d+ entries/)
  })

  test('is copied into one file, which never takes the place of another and does not hold the key', async () => {
    expect(words(await runBackup([backup], environment()))).toContain('backup written')
    expect(words(await runBackup([backup], environment()))).toContain('is there already')
    const key = readFileSync(join(data, 'key'))
    expect(readFileSync(backup).includes(key)).toBe(false)
  })

  test('is not restored over while it runs', async () => {
    expect(words(await runRestore([backup], environment()))).toContain('Stop it first')
  })
})

describe('a backup', () => {
  test('brings everything back as it was, also into another folder, with the key beside it', async () => {
    await begin()
    await server.stop()
    expect(words(await runVerify([], environment()))).toContain('2 walks')
    expect(words(await runRestore([backup], environment()))).toMatch(/restored from .*, 1 walks/)
    expect(existsSync(join(data, `${FILE}.before-restore`))).toBe(true)

    const elsewhere = join(folder, 'elsewhere')
    expect(words(await runRestore([backup], environment(elsewhere)))).toContain('1 walks')
    copyFileSync(join(data, 'key'), join(elsewhere, 'key'))
    server = await startServer(elsewhere)
    const walker = citizen(server.visitor(), 'fi')
    await walker.resume(code)
    expect(walker.walkPath()).toContain('/walks/')
  })

  test.each([
    ['nothing', () => [], 'Name one backup file.'],
    ['a file that is not there', () => [join(folder, 'gone')], 'there is no such file'],
    ['a file of something else', () => [written('some text')], 'is no whole backup'],
    ['another database', () => [emptyDatabase()], 'it holds no installation'],
  ])('that is %s changes nothing', async (_, args, sentence) => {
    const before = words(await runVerify([], environment()))
    expect(words(await runRestore(args(), environment()))).toContain(sentence)
    expect(words(await runVerify([], environment()))).toBe(before)
  })
})

describe('what somebody changed by hand', () => {
  test('is found: a version that is not as published, a walk that stands elsewhere, a trail that does not fit', async () => {
    const broken = join(folder, 'broken')
    await runRestore([backup], environment(broken))
    const raw = new Database(join(broken, FILE))
    for (const trigger of raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all())
      raw.exec(`drop trigger "${String(trigger)}"`)
    raw.exec("update versions set definition = replace(definition, 'Kela', 'Kelo') where journey = 'birth-of-a-child'")
    raw.exec(`update walks set progress = json_set(progress, '$.record.done."a/b"', '2026-01-01')`)
    raw.exec('delete from audit where seq = 1')
    raw.close()
    const found = words(await runVerify([], environment(broken))) ?? ''
    expect(found).toContain('version 1 of birth-of-a-child is not what was published')
    expect(found).toMatch(/walk \S+ is not where its events lead/)
    expect(found).toContain('of the audit trail does not fit')
  })
})

function written(text: string): string {
  const file = join(folder, 'some.txt')
  writeFileSync(file, text)
  return file
}

function emptyDatabase(): string {
  const file = join(folder, 'empty.sqlite')
  const raw = new Database(file)
  raw.exec('create table if not exists cats (name text)')
  raw.close()
  return file
}
