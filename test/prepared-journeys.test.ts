import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { writeDefinition } from '#src/journey/notation.ts'
import { loadPrepared, prepareJourneys, textHash } from '#src/prepared-journeys.ts'
import { MOVING_HOUSE_CAT } from './support/fixture-journey.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('a journey read before the start is the very same journey, and is read again only when its text changes', async () => {
  const { journeys, target, file } = folderWith(writeDefinition(MOVING_HOUSE_CAT))

  expect(await prepareJourneys({ journeys, target })).toBe('prepared')
  expect(await prepareJourneys({ journeys, target })).toBe('up to date')
  expect(loadPrepared(target)[hashOf(file)]?.definition).toEqual(MOVING_HOUSE_CAT)

  writeFileSync(file, `# a remark\n${readFileSync(file, 'utf8')}`)
  expect(await prepareJourneys({ journeys, target })).toBe('prepared')
  expect(Object.keys(loadPrepared(target))).toEqual([hashOf(file)])
})

test('a file that cannot be read is left to the start, which says what is wrong with it', async () => {
  const { journeys, target } = folderWith('format: 2')

  await prepareJourneys({ journeys, target })

  expect(loadPrepared(target)).toEqual({})
  expect(statSync(target).isDirectory()).toBe(true)
})

function folderWith(text: string) {
  const root = mkdtempSync(join(tmpdir(), 'polku-prepared-'))
  folders.push(root)
  const journeys = join(root, 'journeys')
  mkdirSync(join(journeys, 'cat'), { recursive: true })
  const file = join(journeys, 'cat', 'journey.yaml')
  writeFileSync(file, text)
  return { journeys, target: join(root, 'public'), file }
}

function hashOf(file: string): string {
  return textHash({ text: readFileSync(file, 'utf8') })
}
