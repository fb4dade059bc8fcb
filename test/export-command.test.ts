import { execFile } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runExport } from '#src/export-command.ts'
import type { Definition } from '#src/journey/definition.ts'
import { readDefinition } from '#src/journey/notation.ts'
import { contentHash } from '#src/journey/version.ts'
import { openStorage } from '#src/storage/open.ts'
import { ALL_SHIPPED } from './journey/export/shipped-definitions.ts'
import { CAT, FIRST_CAT, nextCat } from './studio/promised.ts'
import { PROJECT } from './support/project.ts'
import { temporaryFolder } from './support/storage.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const data = () => join(folder, 'data')
const run = (...args: string[]) => runExport(args, { POLKU_DATA: data() })

async function published(...definitions: readonly Definition[]): Promise<void> {
  const storage = await openStorage({ folder: data(), now: Date.now })
  for (const definition of definitions) {
    const told = { author: 'Maija', note: undefined, publishedAt: 0, changes: [], personas: [] }
    await storage.versions.add({ journey: definition.id, hash: contentHash(definition), definition, ...told })
  }
  await storage.close()
}

const hashOf = (text: string) => {
  const read = readDefinition(text)
  return read.ok ? contentHash(read.definition) : read.findings
}

describe('export ID --format FORMAT', () => {
  test.each(['yaml', 'json'])('as %s is a journey file with the same content as what was published', async (format) => {
    const definitions = ALL_SHIPPED.map(([, definition]) => definition)
    await published(...definitions)
    for (const definition of definitions) {
      const { text, complaint } = await run(definition.id, '--format', format)
      expect(complaint).toBe(undefined)
      expect(hashOf(text)).toBe(contentHash(definition))
    }
  })

  test('takes the newest version, and says in the journey file which one it is', async () => {
    await published(FIRST_CAT, nextCat())
    const { text } = await run(CAT, '--format', 'yaml')
    expect(text.split('\n')[0]).toBe(`# ${CAT}, version 2, sha256 ${contentHash(nextCat())}`)
    expect(JSON.parse((await run(CAT, '--format', 'json')).text)).toEqual(nextCat())
    expect(JSON.parse((await run(CAT, '--format', 'xstate')).text)).toMatchObject({ id: CAT, version: '2' })
    const linked = JSON.parse((await run(CAT, '--format', 'cpsv-ap')).text)
    expect(linked['@graph'][0]).toMatchObject({ '@id': `urn:polku:${CAT}`, 'polku:version': 2 })
  })

  test.each(['yaml', 'json', 'xstate', 'cpsv-ap'])('as %s is the same each time', async (format) => {
    await published(FIRST_CAT)
    const first = await run(CAT, '--format', format)
    expect(await run(CAT, '--format', format)).toEqual(first)
    expect(first.text.endsWith('\n')).toBe(true)
  })

  test('says what is missing, and opens nothing where the command is not whole', async () => {
    const formats = '--format must be one of yaml, json, xstate, cpsv-ap'
    expect((await run(CAT)).complaint).toBe(formats)
    expect((await run(CAT, '--format', 'pdf')).complaint).toBe(formats)
    expect((await run('--format', 'yaml')).complaint).toBe('Name one journey by its id.')
    expect((await run(CAT, 'dog', '--format', 'yaml')).complaint).toBe('Name one journey by its id.')
    expect(existsSync(data())).toBe(false)
    await published(FIRST_CAT)
    expect(await run('dog', '--format', 'yaml')).toEqual({ text: '', complaint: 'no journey is called dog' })
  })

  test('prints the file alone, ends with 0 or 1, and complains on the other stream', async () => {
    await published(FIRST_CAT)
    const command = promisify(execFile)
    const options = { cwd: PROJECT, env: { ...process.env, POLKU_DATA: data(), POLKU_DATABASE_URL: '' } }
    const { stdout, stderr } = await command('node', ['src/cli.ts', 'export', CAT, '--format', 'yaml'], options)
    expect([hashOf(stdout), stderr]).toEqual([contentHash(FIRST_CAT), ''])
    const unknown = command('node', ['src/cli.ts', 'export', 'dog', '--format', 'yaml'], options)
    await expect(unknown).rejects.toMatchObject({ code: 1, stdout: '', stderr: 'no journey is called dog\n' })
  })
})
