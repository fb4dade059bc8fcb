import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentHash } from '#src/journey/version.ts'
import { progressBar } from '#src/progress-bar.ts'
import { runSimulate } from '#src/simulate-command.ts'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { MOVING_HOUSE_CAT } from './support/fixture-journey.ts'
import { temporaryFolder } from './support/storage.ts'

const CAT = MOVING_HOUSE_CAT.id
let folder: string
beforeEach(async () => {
  folder = temporaryFolder()
  const about = { personas: [], author: 'shipped', note: undefined, publishedAt: 0, changes: [] }
  await inStorage(({ versions }) =>
    versions.add({ ...about, journey: CAT, hash: contentHash(MOVING_HOUSE_CAT), definition: MOVING_HOUSE_CAT }),
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const simulate = (...args: string[]) => runSimulate(args, { POLKU_DATA: folder })

async function inStorage<T>(use: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage({ folder, now: Date.now })
  try {
    return await use(storage)
  } finally {
    await storage.close()
  }
}

const startedAs = (mode: 'own' | 'simulated') =>
  inStorage(async ({ review }) => (await review.walks({ journey: CAT, version: 1, modes: [mode] })).started)

describe('simulate --journey ID --walkers N', () => {
  test('adds so many simulated walks and nobody’s own', async () => {
    const told: string[] = []
    const args = ['--journey', CAT, '--walkers', '6']
    const { text, complaint } = await runSimulate(args, { POLKU_DATA: folder }, (n, all) => told.push(`${n}/${all}`))
    expect(complaint).toBeUndefined()
    expect(text).toMatch(new RegExp(`^${CAT}: 6 simulated walks, \\d of them to the outcome; \\d+ answers$`))
    expect(told).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6'])
    expect(await startedAs('simulated')).toBe(6)
    expect(await startedAs('own')).toBe(0)
  })

  test('takes the same seed twice: the second time others walk', async () => {
    await simulate('--journey', CAT, '--walkers', '3', '--seed', 'cats')
    await simulate('--journey', CAT, '--walkers', '3', '--seed', 'cats')
    expect(await startedAs('simulated')).toBe(6)
  })

  test('says what is wrong and stores nothing', async () => {
    expect(await simulate('--journey', 'dog-moves-house', '--walkers', '3')).toEqual({
      complaint: 'no journey is called dog-moves-house',
    })
    expect((await simulate('--walkers', '3')).complaint).toContain('--journey')
    for (const walkers of ['0', '10001', '1.5', 'many', '', '-3'])
      expect(await simulate('--journey', CAT, `--walkers=${walkers}`)).toEqual({
        complaint: '--walkers must be a number from 1 to 10000',
      })
    expect((await simulate('--journey', CAT)).complaint).toContain('--walkers')
    expect(await startedAs('simulated')).toBe(0)
  })
})

describe('the progress of a long command', () => {
  const shown = (isTTY: boolean, all: number) => {
    const written: string[] = []
    const tell = progressBar({ isTTY, write: (text) => written.push(text) })
    for (let done = 1; done <= all; done++) tell(done, all)
    return written
  }

  test('is a bar on a terminal, drawn over itself', () => {
    const bars = shown(true, 60)
    expect(bars.every((bar) => bar.startsWith('\r'))).toBe(true)
    expect(bars[29]).toBe(`\r${'#'.repeat(15)}${'.'.repeat(15)} 30 / 60`)
    expect(bars.at(-1)).toBe(`\r${'#'.repeat(30)} 60 / 60\n`)
  })

  test('is ten plain lines elsewhere, or as many as there are walks', () => {
    expect(shown(false, 400)).toEqual([...Array(10).keys()].map((i) => `${(i + 1) * 40} / 400\n`))
    expect(shown(false, 3)).toEqual(['1 / 3\n', '2 / 3\n', '3 / 3\n'])
  })
})
