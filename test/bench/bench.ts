import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type RunningServer, startServer } from '../support/server.ts'
import { temporaryFolder } from '../support/storage.ts'
import { load, type Measured, type Visitor } from './load.ts'
import { studioSaves } from './studio-saves.ts'
import { strangerAt, walkerAt } from './visitors.ts'

/** The service beside a bare server of the same parts, in one run: processor time per request is the steady figure. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2.5' },
    rounds: { type: 'string', default: '3' },
    visitors: { type: 'string', default: '10' },
  },
})
const seconds = between(values.seconds, 0.5, 60)
const rounds = between(values.rounds, 1, 20)
const visitors = between(values.visitors, 1, 100)
/** by number, so that the engine has optimised as much on a busy machine as on a quiet one */
const WARM_UP = { get: { amount: 3000 }, post: { amount: 1500 } } as const
const LIGHT_PAGE = 2_500

type Prepared = { readonly server: RunningServer; readonly who: readonly Visitor[]; readonly bytes: number }
type Row = { readonly get: Measured; readonly post: Measured; readonly bytes: number; readonly start: number }
type Contender = { readonly name: string; prepare(folder: string): Promise<Prepared> }

const production = { NODE_ENV: 'production' }
const command = pinned(0)
const contenders: readonly Contender[] = [
  { name: 'bare', prepare: (folder) => bare(folder, LIGHT_PAGE) },
  { name: 'bare, page as heavy', prepare: (folder) => bare(folder, weightOfStep) },
  { name: 'Polku, an opinion', prepare: (folder) => polku(folder, 'opinion') },
  { name: 'Polku, a changed answer', prepare: (folder) => polku(folder, 'question') },
]
let weightOfStep = 12_000

async function polku(folder: string, which: 'opinion' | 'question'): Promise<Prepared> {
  const server = await startServer(folder, { environment: production, command })
  const walkers: Awaited<ReturnType<typeof walkerAt>>[] = []
  for (let nth = 0; nth < visitors; nth++) walkers.push(await walkerAt(server, which))
  const bytes = Math.max(...walkers.map((walker) => walker.bytes))
  return { server, who: walkers.map(({ visitor }) => visitor), bytes }
}

async function bare(folder: string, bytes: number): Promise<Prepared> {
  const program = ['test/bench/bare-server.ts', join(folder, 'bare.sqlite'), String(bytes)]
  const server = await startServer(folder, { environment: production, command, program, first: '/step/nobody' })
  const who = Array.from({ length: visitors }, (_, nth) => strangerAt(nth))
  return { server, who, bytes }
}

async function measure({ prepare }: Contender): Promise<Row> {
  const folder = temporaryFolder()
  const { server, who, bytes } = await prepare(folder)
  try {
    await load(server, who, 'get', WARM_UP.get)
    const get = await load(server, who, 'get', { duration: seconds })
    await load(server, who, 'post', WARM_UP.post)
    const post = await load(server, who, 'post', { duration: seconds })
    return { get, post, bytes, start: server.firstAnswerAfter }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run() {
  const [, second] = pinned(1)
  if (second !== undefined) execFileSync('taskset', ['-cp', '1', String(process.pid)], { stdio: 'ignore' })
  weightOfStep = await weighed()
  const rows = new Map<string, Row[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const contender of rotated(contenders, round)) rows.get(contender.name)?.push(await measure(contender))
  const medians = [...rows].map(([name, all]) => ({ name, ...medianOf(all) }))
  console.log(`${rounds} rounds of ${seconds} s, ${visitors} connections, SQLite with synchronous=FULL, medians`)
  console.table(medians.map(shown))
  const [, floor, ...ours] = medians
  for (const one of ours) if (floor) console.log(ratio(one, floor))
}

/** The page that is to be as heavy: one step as it is served. */
async function weighed(): Promise<number> {
  const folder = temporaryFolder()
  const server = await startServer(folder, { environment: production })
  const { bytes } = await walkerAt(server, 'opinion')
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  return bytes
}

type Median = Row & { readonly name: string }

function medianOf(rows: readonly Row[]): Row {
  const of = (pick: (row: Row) => number) => median(rows.map(pick))
  const both = (which: 'get' | 'post'): Measured => ({
    perSecond: of((row) => row[which].perSecond),
    cpu: of((row) => row[which].cpu),
    p99: of((row) => row[which].p99),
  })
  return { get: both('get'), post: both('post'), bytes: of((row) => row.bytes), start: of((row) => row.start) }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}

function shown({ name, get, post, bytes, start }: Median) {
  return {
    server: name,
    'GET/s': Math.round(get.perSecond),
    'GET CPU µs': Math.round(get.cpu),
    'GET p99 ms': get.p99,
    'POST/s': Math.round(post.perSecond),
    'POST CPU µs': Math.round(post.cpu),
    'POST p99 ms': post.p99,
    'page bytes': bytes,
    'first answer ms': Math.round(start),
  }
}

function ratio({ name, get, post }: Median, floor: Median): string {
  const times = (own: number, other: number) => (own / other).toFixed(2)
  return `${name} / ${floor.name}: GET CPU ${times(get.cpu, floor.get.cpu)}, POST CPU ${times(post.cpu, floor.post.cpu)}, GET/s ${times(get.perSecond, floor.get.perSecond)}, POST/s ${times(post.perSecond, floor.post.perSecond)}`
}

function rotated<T>(all: readonly T[], by: number): readonly T[] {
  const at = by % all.length
  return [...all.slice(at), ...all.slice(0, at)]
}

/** Server on one core and load on another, where the machine can. */
function pinned(core: number): readonly string[] {
  if (process.platform !== 'linux' || availableParallelism() < 2) return []
  return ['taskset', '-c', String(core)]
}

function between(text: string, least: number, most: number): number {
  const number = Number(text)
  if (!(number >= least && number <= most)) throw new Error(`${text} is not between ${least} and ${most}`)
  return number
}

await run()
await studioSaves()
