import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import { runPublish } from '#src/publish-command.ts'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { aResponse } from './contract/cast.ts'
import { CAT, FIRST_CAT, nextCat, REGISTER, words } from './studio/promised.ts'
import { PROJECT } from './support/project.ts'
import { temporaryFolder } from './support/storage.ts'

const MIRRI = {
  ...{ id: 'mirri', name: 'Mirri', introduction: words('Kissa') },
  facts: { moved_on: '2026-03-01', colour: 'black' },
}
let folder: string
let file: string
let waits: number
beforeEach(() => {
  folder = temporaryFolder()
  waits = 0
  file = join(folder, 'cat', 'journey.yaml')
  mkdirSync(join(folder, 'cat'))
  write(FIRST_CAT)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const data = () => join(folder, 'data')
const write = (definition: Definition) => writeFileSync(file, writeDefinition(definition))
const publish = (...args: string[]) =>
  runPublish(args.length > 0 ? args : [file], { POLKU_DATA: data() }, async () => void waits++)

async function inStorage<T>(use: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage({ folder: data(), now: Date.now })
  try {
    return await use(storage)
  } finally {
    await storage.close()
  }
}
const versions = () => inStorage(({ versions: all }) => all.list(CAT))

describe('publish FILE', () => {
  test('publishes the first version into a fresh installation, with the example people beside it', async () => {
    writeFileSync(join(folder, 'cat', 'personas.yaml'), JSON.stringify([MIRRI]))
    expect(await publish()).toEqual({ text: `${CAT}: published as version 1`, complaint: undefined })
    const stored = await inStorage(({ versions: all }) => all.latest(CAT))
    expect(stored).toMatchObject({ number: 1, author: 'command line', definition: FIRST_CAT, personas: [MIRRI] })
    const log = await inStorage(({ accounts }) => accounts.audit({ limit: 9, before: undefined }))
    expect(log).toMatchObject([{ who: 'command line', what: 'publish', about: `${CAT} v1` }])
  })

  test('publishes the next one, says what changed and which answers it carries out, and leaves the people as they were', async () => {
    writeFileSync(join(folder, 'cat', 'personas.yaml'), JSON.stringify([MIRRI]))
    await publish()
    rmSync(join(folder, 'cat', 'personas.yaml'))
    const promise = { journey: CAT, step: REGISTER, state: 'accepted', publishedOn: '2026-03-11' } as const
    const response = aResponse('r1', { ...promise, contributions: ['c1', 'c2'] })
    await inStorage(({ responses }) => responses.save(response, undefined))
    write(nextCat())
    expect(await publish()).toEqual({
      text: [
        `${CAT}: published as version 2`,
        `${REGISTER}: changed (proposed); carries out answers: r1; credits contributions: 2`,
      ].join('\n'),
      complaint: undefined,
    })
    const [stored, kept] = await inStorage(async (all) => [
      await all.versions.latest(CAT),
      await all.responses.find('r1'),
    ])
    expect(stored).toMatchObject({ number: 2, personas: [MIRRI], changes: [{ contributions: ['c1', 'c2'] }] })
    expect(kept?.toVersion).toBe(2)
  })

  test('ends only when no server offers the version before any more, and waits for nothing it did not publish', async () => {
    await publish()
    expect(waits).toBe(1)
    await publish()
    await publish(join(folder, 'nowhere.yaml'))
    expect(waits).toBe(1)
  })

  test('refuses a file with errors, a line for each, and stores nothing', async () => {
    const text = writeDefinition(FIRST_CAT).replaceAll('provider: cat_register', 'provider: dog_register')
    writeFileSync(file, text)
    const { text: said, complaint = '' } = await publish()
    expect(said).toBe('')
    const lines = text.split('\n').flatMap((line, i) => (line.includes('provider: dog_register') ? [i + 1] : []))
    for (const line of lines) expect(complaint).toContain(`${file}:${line}: `)
    expect(await versions()).toEqual([])
  })

  test('names the file of the example people where they do not fit', async () => {
    const personas = join(folder, 'cat', 'personas.yaml')
    const green = JSON.stringify([{ ...MIRRI, facts: { ...MIRRI.facts, colour: 'green' } }], null, 2)
    writeFileSync(personas, green)
    const line = green.split('\n').findIndex((one) => one.includes('green')) + 1
    expect((await publish()).complaint).toContain(`${personas}:${line}: `)
    expect(await versions()).toEqual([])
  })

  test('refuses what is published already, and says as which version', async () => {
    await publish()
    expect((await publish()).complaint).toBe(`${file}: the same as version 1 of ${CAT}, which is published`)
    expect(await versions()).toHaveLength(1)
  })

  test('wants one file that can be read, and opens nothing without', async () => {
    expect((await runPublish([], {})).complaint).toBe('Name one journey file.')
    expect((await publish(file, file)).complaint).toBe('Name one journey file.')
    const nowhere = join(folder, 'nowhere.yaml')
    expect((await publish(nowhere)).complaint).toBe(`${nowhere}: cannot be read`)
    expect((await publish(folder)).complaint).toBe(`${folder}: cannot be read`)
    expect(existsSync(data())).toBe(false)
  })

  test('prints its lines, ends with 0 or 1, and complains on the other stream', async () => {
    const run = promisify(execFile)
    const options = { cwd: PROJECT, env: { ...process.env, POLKU_DATA: data(), POLKU_DATABASE_URL: '' } }
    const command = ['src/cli.ts', 'publish', file]
    expect(await run('node', command, options)).toEqual({ stdout: `${CAT}: published as version 1\n`, stderr: '' })
    const again = run('node', command, options)
    await expect(again).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('version 1') })
  })
})
