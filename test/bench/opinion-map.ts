import { execFileSync } from 'node:child_process'
import { type OpinionMap, opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { stability } from '#feedback/opinion-map/stability.ts'
import { VoteLog } from '#feedback/opinion-map/vote-log.ts'
import { type Planted, plantedVotes } from '../feedback/opinion-map/planted.ts'

/** Processor time of the one thread that computes, on a machine that may be busy; each size in a process of its own. */
const MEDIUM: Planted = { people: 2000, statements: 900, groups: 3, seed: 5 }
const LARGE: Planted = { people: 33_000, statements: 800, groups: 3, seed: 6 }

type Row = { readonly what: string; readonly 'CPU ms': number; readonly 'at most': number | string; readonly n: number }

const [size] = process.argv.slice(2)
if (size === 'medium') console.log(JSON.stringify(medium()))
else if (size === 'large') console.log(JSON.stringify(large()))
else {
  const rows = ['medium', 'large'].flatMap((one): Row[] => JSON.parse(inOwnProcess(one)))
  console.log('Opinion map, one thread, medians')
  console.table(rows)
  execFileSync(process.execPath, ['test/bench/opinion-votes.ts'], { stdio: 'inherit' })
}

function inOwnProcess(one: string): string {
  return execFileSync(process.execPath, ['test/bench/opinion-map.ts', one], { encoding: 'utf8' })
}

function medium(): Row[] {
  const votes = [...plantedVotes(MEDIUM, 220_000)]
  const name = `2,000 x 900, ${votes.length} votes`
  const log = VoteLog.of(votes)
  const first = timed(() => opinionMap(log))
  const again = Array.from({ length: 7 }, () => timed(() => opinionMap(votes)).cpu)
  const [map, updates] = updated(log, first.result)
  const steady = timed(() => stability(map))
  return [
    row(`${name}: full map, first in the process`, [first.cpu], 100, 1),
    row(`${name}: full map from the list of votes`, again, 100),
    row('100 new votes, warm', updates, 20),
    row('stability of 50 resamples', [steady.cpu], 'not asked'),
  ]
}

function updated(log: VoteLog, from: OpinionMap): [OpinionMap, number[]] {
  let map = from
  const times: number[] = []
  for (let nth = 0; nth < 31; nth++) {
    for (const vote of plantedVotes({ people: 100, statements: 900, groups: 3, seed: 70 + nth }, 100)) log.add(vote)
    const update = timed(() => opinionMap(log, { warm: map }))
    map = update.result
    times.push(update.cpu)
  }
  return [map, times]
}

function large(): Row[] {
  const log = VoteLog.of(plantedVotes(LARGE, 2_270_000))
  const { cpu } = timed(() => opinionMap(log))
  const warm = timed(() => opinionMap(log)).cpu
  const peak = process.resourceUsage().maxRSS / 1024
  return [
    row(`33,000 x 800, ${log.length} votes: full map, first`, [cpu], 3000, 1),
    row('the same again', [warm], 3000, 1),
    { what: 'peak memory of that process, MB', 'CPU ms': Math.round(peak), 'at most': 400, n: 1 },
  ]
}

function row(what: string, times: readonly number[], most: number | string, n = times.length): Row {
  const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
  return { what, 'CPU ms': Math.round(median * 10) / 10, 'at most': most, n }
}

function timed<T>(work: () => T): { result: T; cpu: number } {
  const before = process.threadCpuUsage()
  const result = work()
  const { user, system } = process.threadCpuUsage(before)
  return { result, cpu: (user + system) / 1000 }
}
