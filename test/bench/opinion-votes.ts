import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStorage } from '#src/storage/open.ts'
import { FILE } from '#src/storage/sqlite/open.ts'
import { aChange, aContribution, begin, JOURNEY } from '../contract/cast.ts'
import { temporaryFolder } from '../support/storage.ts'

/**
 * What one more vote costs, once few and once many are stored: the processor time of the whole write as a walk's step
 * makes it, each on an SQLite database of its own. The two take turns, so that a busy machine holds up both alike.
 */
const FEW = 10_000
const MANY = 1_000_000
const A_WALK = 100
const ROUNDS = 7
const VOTES = 400
const MOST = 1.2

type Filled = {
  readonly votes: number
  readonly folder: string
  readonly storage: Awaited<ReturnType<typeof openStorage>>
}

const few = await filled(FEW)
const many = await filled(MANY)
const times = { few: [] as number[], many: [] as number[] }
for (let round = -1; round < ROUNDS; round++) {
  const [one, other] = [await voting(few, round), await voting(many, round)]
  if (round < 0) continue
  times.few.push(one)
  times.many.push(other)
}
const ratio = median(times.many) / median(times.few)
console.log(`One more vote through the storage, SQLite, medians of ${ROUNDS} rounds of ${VOTES} votes each`)
console.table([
  { 'votes stored': FEW, 'CPU ms a vote': rounded(median(times.few)), n: ROUNDS * VOTES },
  { 'votes stored': MANY, 'CPU ms a vote': rounded(median(times.many)), n: ROUNDS * VOTES },
])
console.log(`${rounded(ratio)} times (at most ${MOST}): ${ratio <= MOST ? 'held' : 'NOT HELD'}`)
for (const { storage, folder } of [few, many]) {
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
}

async function filled(votes: number): Promise<Filled> {
  const folder = temporaryFolder()
  const storage = await openStorage({ folder, now: () => 0 })
  await begin({ storage, sql: async () => [] }, 'first')
  fill(join(folder, FILE), votes)
  return { votes, folder, storage }
}

/** Straight into the tables: walks like the first one, and for each of their votes a row of what was said. */
function fill(file: string, votes: number): void {
  const raw = new Database(file)
  raw.pragma('foreign_keys = OFF')
  raw.pragma('synchronous = OFF')
  const columnsOf = (table: string) =>
    (raw.prepare(`pragma table_info(${table})`).all() as { name: string }[]).map(({ name }) => name)
  const count = `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 <`
  const likeFirst = columnsOf('walks').map((name) => (name === 'id' ? `'w' || i` : name))
  raw.exec(
    `${count} ${votes / A_WALK}) insert into walks select ${likeFirst.join(', ')} from n, walks where id = 'first'`,
  )
  const vote = `'${JOURNEY}', i + 1, 'w' || (i / ${A_WALK}), 'own', 1, 'money/tell-the-bank', 'money/tell-the-bank#s' || (i % ${A_WALK}), (i * 7919) % 3 - 1, 0, 0`
  raw.exec(`${count} ${votes}) insert into votes select ${vote} from n`)
  raw.exec(`insert into contributions (id, walk, journey, version, step, prompt, kind, option, language, situation, state, at)
    select 'c' || seq, walk, journey, version, step, 'statement.s' || ((seq - 1) % ${A_WALK}), 'statement', 'agree', 'fi', '{}', 'none', 0 from votes`)
  raw.exec(`insert into vote_clocks values ('${JOURNEY}', ${votes}, 0)`)
  raw.close()
}

/** Milliseconds of processor time a vote: everyone votes once, on a walk of their own. */
async function voting({ storage }: Filled, round: number): Promise<number> {
  const names = Array.from({ length: VOTES }, (_, i) => `round ${round} walk ${i}`)
  for (const name of names) await begin({ storage, sql: async () => [] }, name)
  const before = process.cpuUsage()
  for (const [i, name] of names.entries()) {
    const said = {
      kind: 'statement',
      prompt: `statement.s${i % A_WALK}`,
      option: i % 3 ? 'agree' : 'disagree',
    } as const
    await storage.walks.append(aChange(name, { contributions: [aContribution(name, said)] }))
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / VOTES
}

function median(all: readonly number[]): number {
  return all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0
}

function rounded(n: number): number {
  return Math.round(n * 1000) / 1000
}
