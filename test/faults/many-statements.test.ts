import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { FILE } from '#src/storage/sqlite/open.ts'
import { openStatements } from '#src/walk/statements.ts'
import {
  answers,
  CAT,
  MOVED,
  opens,
  REGISTER,
  starts,
  type Walker,
  WHO_MOVED,
  type World,
  worldWith,
} from '../walk/world.ts'

const isLong = Boolean(process.env.POLKU_LONG)
const ADDED = 10_000
const PAGES = isLong ? 400 : 60
const worlds: World[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.storage.cleanup()
})

async function walkerOf(added: number): Promise<Walker> {
  const world = await worldWith()
  worlds.push(world)
  const author = await starts(world, 'author')
  if (added > 0) flood(world, author, added)
  const walker = await starts(world, 'aino')
  await answers(walker, WHO_MOVED, MOVED)
  await opens(walker, REGISTER)
  await answers(walker, REGISTER, { 'p.works.rating': 'yes' }, { go: 'stay' })
  return walker
}

/** Statements and votes on them at one step, as walkers would have left them. */
function flood({ storage }: World, { walk }: Walker, n: number) {
  const raw = new Database(join(storage.folder, FILE))
  raw.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${n})
    insert into contributions (id, walk, journey, version, step, prompt, kind, option, text, language, situation, state, at)
      select 's' || i, '${walk.id}', '${CAT}', i + 1, '${REGISTER}', 'own', 'statement', null, 'Väittämä ' || i, 'fi', '{}', 'visible', i from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${n})
    insert into contributions (id, walk, journey, version, step, prompt, kind, option, language, situation, state, at)
      select 'v' || i, '${walk.id}', '${CAT}', i + 1, '${REGISTER}', 'added.s' || i, 'statement', 'agree', 'fi', '{}', 'none', i from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${n})
    insert into statements select '${CAT}', 'added.s' || i, '${REGISTER}', 's' || i, 1, (i * 7919) % 2147483647, i % 50, 1, 0, 0, null from n;
    analyze;
  `)
  raw.close()
}

/** CPU of one call, in milliseconds: the middle one of many. */
async function cpuOf(page: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < 20; i++) await page()
  const times: number[] = []
  for (let i = 0; i < PAGES; i++) {
    const before = process.cpuUsage()
    await page()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(PAGES / 2)] ?? 0
}

test('ten thousand statements added at a step keep its page under twice its usual cost', async () => {
  const [few, many] = [await walkerOf(0), await walkerOf(ADDED)]
  const usual = await cpuOf(() => opens(few, REGISTER))
  const flooded = await cpuOf(() => opens(many, REGISTER))
  const more = await cpuOf(() => openStatements(many.world, { walk: many.walk.id, participant: many.participant }))
  console.log(
    `step page ${usual.toFixed(2)} ms of CPU, with ${ADDED} statements ${flooded.toFixed(2)} ms; the page of statements ${more.toFixed(2)} ms`,
  )
  expect(flooded).toBeLessThan(2 * usual + 0.5)
}, 120_000)
