import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { aChange, aContribution, begin } from '../contract/cast.ts'
import { temporaryFolder } from '../support/storage.ts'

const disk = smallDisk()
if (!disk)
  console.warn(
    'SKIPPED: the full-disk test needs root and the right to mount a tmpfs; run it as root in a container that may mount',
  )

test.skipIf(!disk)(
  'a full disk loses no answer that was confirmed, refuses the others as busy, and lets go when there is room',
  async () => {
    if (!disk) return
    const storage = await openStorage({ folder: disk.folder, now: () => 0 })
    try {
      await fill(storage)
      expect(await storage.ready()).toBe(false)
      disk.grow()
      expect(await storage.ready()).toBe(true)
      expect(await answer(storage, 999)).toBe('stored')
    } finally {
      await storage.close()
      disk.remove()
    }
  },
)

async function fill(storage: Storage) {
  const world = { storage, sql: async () => undefined }
  const ids = Array.from({ length: 41 }, (_, i) => `w${i}`).concat('w999')
  for (const id of ids) await begin(world, id)
  // Four at a time: writes that share a commit must share its fate.
  const confirmed: number[] = []
  const refused: unknown[] = []
  for (let first = 0; first < 40; first += 4) {
    const batch = [0, 1, 2, 3].map((i) => first + i)
    const results = await Promise.allSettled(batch.map((i) => answer(storage, i)))
    for (const [i, result] of results.entries())
      if (result.status === 'fulfilled') confirmed.push(first + i)
      else refused.push(result.reason)
  }
  expect(confirmed.length).toBeGreaterThan(0)
  expect(refused.length).toBeGreaterThan(0)
  for (const reason of refused) expect(reason).toMatchObject({ name: 'AppError', code: 'busy' })
  for (let i = 0; i < 40; i++) {
    const isStored = (await storage.walks.contributionsOf(`w${i}`)).length === 1
    expect(isStored, `answer ${i}`).toBe(confirmed.includes(i))
    expect((await storage.walks.find(`w${i}`))?.walk.rev).toBe(isStored ? 1 : 0)
  }
}

function answer(storage: Storage, i: number) {
  const words = aContribution(`w${i}`, { id: `c${i}`, text: `${i} `.repeat(20_000), state: 'pending' })
  return storage.walks.append(aChange(`w${i}`, { key: `form ${i}`, contributions: [words] }))
}

/** A disk of its own in memory, undefined where it may not be mounted. */
function smallDisk() {
  if (process.getuid?.() !== 0) return undefined
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return {
    folder,
    fillUp: () => {
      const file = openSync(join(folder, 'something-else'), 'a')
      try {
        for (;;) writeSync(file, Buffer.alloc(1024))
      } catch {
        closeSync(file)
      }
    },
    grow: () => execFileSync('mount', ['-o', 'remount,size=20m', folder]),
    remove: () => {
      execFileSync('umount', ['-l', folder])
      rmSync(join(folder, '..'), { recursive: true, force: true })
    },
  }
}
