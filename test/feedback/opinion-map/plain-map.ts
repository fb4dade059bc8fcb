import { symmetricEigen } from '#feedback/opinion-map/symmetric-eigen.ts'
import type { Vote } from '#feedback/opinion-map/vote-log.ts'

/**
 * The specification once more, as plainly as it can be written: whole matrices, no speed, nothing shared with what it is
 * compared to but the eigenvectors of a small matrix.
 */
type Cell = -1 | 0 | 1 | undefined
type Matrix = readonly (readonly Cell[])[]
export type Plain = {
  readonly raw: Matrix
  readonly rating: Matrix
  readonly inConv: readonly number[]
  readonly center: readonly number[]
}

export function plainMap(votes: readonly Vote[], people: number, statements: number, out: ReadonlySet<number>): Plain {
  const raw: Cell[][] = Array.from({ length: people }, () => new Array<Cell>(statements).fill(undefined))
  for (const { participant, statement, vote } of lastVotes(votes)) raw[Number(participant)]![Number(statement)] = vote
  const rating = raw.map((row) => row.map((cell, column): Cell => (out.has(column) ? 0 : cell)))
  const center = Array.from({ length: statements }, (_, column) => mean(rating.flatMap((row) => row[column] ?? [])))
  return { raw, rating, inConv: inConv(raw), center }
}

function lastVotes(votes: readonly Vote[]): Vote[] {
  const last = new Map<string, Vote>()
  for (const vote of votes) {
    const key = `${vote.participant} ${vote.statement}`
    if ((vote.at ?? 0) >= (last.get(key)?.at ?? 0)) last.set(key, vote)
  }
  return [...last.values()]
}

function inConv(raw: Matrix): number[] {
  const enough = Math.min(7, raw[0]?.length ?? 0)
  const counts = raw.map((row) => row.filter((cell) => cell !== undefined).length)
  const most = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b)
  const inside = most.filter((row) => counts[row]! >= enough)
  return (inside.length < 15 ? most.slice(0, 15) : inside).sort((a, b) => a - b)
}

export function plainScatter({ rating, center }: Plain): Float64Array[] {
  const centred = rating.map((row) => row.map((cell, column) => (cell ?? center[column]!) - center[column]!))
  return center.map((_, one) =>
    Float64Array.from(center, (_, other) => sum(centred.map((row) => row[one]! * row[other]!))),
  )
}

export function plainComponents(plain: Plain) {
  return symmetricEigen(plainScatter(plain))
}

export function plainPlaces({ rating, center }: Plain, [first, second]: readonly Float64Array[]): [number, number][] {
  return rating.map((row) => {
    const seen = [...row.keys()].filter((column) => row[column] !== undefined)
    const outward = Math.sqrt(center.length / Math.max(seen.length, 1))
    const along = (component: Float64Array) =>
      outward * sum(seen.map((column) => (row[column]! - center[column]!) * component[column]!))
    return first && second ? [along(first), along(second)] : [0, 0]
  })
}

type Stats = Record<'na' | 'nd' | 'ns' | 'pa' | 'pd' | 'pat' | 'pdt' | 'ra' | 'rd' | 'rat' | 'rdt', number> & {
  tid: number
}

/** Section 3.8, in the order it is written: one pass with what is best so far. */
export function plainRepness({ rating }: Plain, groups: readonly (readonly number[])[], out: ReadonlySet<number>) {
  const votesIn = (rows: readonly number[], tid: number) => {
    const cells = rows.flatMap((row) => rating[row]![tid] ?? [])
    return { a: cells.filter((c) => c === 1).length, d: cells.filter((c) => c === -1).length, s: cells.length }
  }
  return groups.map((rows, group) => {
    const others = groups.flatMap((other, at) => (at === group ? [] : other))
    const tids = [...(rating[0]?.keys() ?? [])].filter((tid) => !out.has(tid))
    return plainSelection(tids.map((tid) => statsOf(tid, votesIn(rows, tid), votesIn(others, tid))))
  })
}

type Count = { a: number; d: number; s: number }

function statsOf(tid: number, { a, d, s }: Count, other: Count): Stats {
  const p = (n: number, of: number) => (n + 1) / (of + 2)
  return {
    tid,
    na: a,
    nd: d,
    ns: s,
    pa: p(a, s),
    pd: p(d, s),
    pat: propTest(a, s),
    pdt: propTest(d, s),
    ra: p(a, s) / p(other.a, other.s),
    rd: p(d, s) / p(other.d, other.s),
    rat: twoProp(a, other.a, s, other.s),
    rdt: twoProp(d, other.d, s, other.s),
  }
}

function plainSelection(all: readonly Stats[]) {
  const sufficient: Stats[] = []
  let best: Stats | undefined
  let agree: Stats | undefined
  for (const one of all) {
    const isTelling = (one.rat > 1.2816 && one.pat > 1.2816) || (one.rdt > 1.2816 && one.pdt > 1.2816)
    if (isTelling) sufficient.push(one)
    const z = Math.max(one.rat, one.rdt)
    if (sufficient.length === 0 && (!best || z > Math.max(best.rat, best.rdt))) best = one
    if (one.na === 0 && one.nd === 0) continue
    if (!agree) {
      if (one.pat > 1.2816 || (one.ra > 1 && one.pa > 0.5)) agree = one
    } else if (agree.ra > 1) {
      if (one.ra * one.rat * one.pa * one.pat > agree.ra * agree.rat * agree.pa * agree.pat) agree = one
    } else if (one.pa * one.pat > agree.pa * agree.pat) agree = one
  }
  const head = agree ? [{ ...finalised(agree), n_agree: agree.na, best_agree: true }] : []
  if (sufficient.length === 0 && agree) return head
  if (sufficient.length === 0) return best ? [finalised(best)] : []
  const measure = (one: ReturnType<typeof finalised>) => one.repness * one.repness_test * one.p_success * one.p_test
  const rest = sufficient.filter((one) => one !== agree).map(finalised)
  const five = [...head, ...rest.sort((a, b) => measure(b) - measure(a))].slice(0, 5)
  return [...five.filter((one) => one.repful_for === 'agree'), ...five.filter((one) => one.repful_for === 'disagree')]
}

function finalised(one: Stats) {
  const isAgree = one.rat > one.rdt
  return {
    tid: one.tid,
    n_success: isAgree ? one.na : one.nd,
    n_trials: one.ns,
    p_success: isAgree ? one.pa : one.pd,
    p_test: isAgree ? one.pat : one.pdt,
    repness: isAgree ? one.ra : one.rd,
    repness_test: isAgree ? one.rat : one.rdt,
    repful_for: isAgree ? 'agree' : 'disagree',
  }
}

export function plainConsensus({ rating }: Plain, out: ReadonlySet<number>) {
  const tids = [...(rating[0]?.keys() ?? [])].filter((tid) => !out.has(tid))
  const list = (stance: 1 | -1) =>
    tids
      .map((tid) => {
        const cells = rating.flatMap((row) => row[tid] ?? [])
        const n = cells.filter((cell) => cell === stance).length
        const p_success = (n + 1) / (cells.length + 2)
        return { tid, n_success: n, n_trials: cells.length, p_success, p_test: propTest(n, cells.length) }
      })
      .filter(({ p_success, p_test }) => p_success > 0.5 && p_test > 1.2816)
      .sort((a, b) => b.p_success * b.p_test - a.p_success * a.p_test)
      .slice(0, 5)
  return { agree: list(1), disagree: list(-1) }
}

export function plainGroupVotes({ raw }: Plain, groups: readonly (readonly number[])[]) {
  return groups.map((rows) =>
    Array.from({ length: raw[0]?.length ?? 0 }, (_, tid) => {
      const cells = rows.flatMap((row) => raw[row]![tid] ?? [])
      return { A: cells.filter((c) => c === 1).length, D: cells.filter((c) => c === -1).length, S: cells.length }
    }),
  )
}

export function plainPriority(all: { A: number; D: number; S: number }, E: number, isMeta: boolean): number {
  const { A, D, S } = all
  const P = S - A - D
  const importance = (1 - (P + 1) / (S + 2)) * (E + 1) * ((A + 1) / (S + 2))
  return isMeta ? 49 : (importance * (1 + 8 * 2 ** (-S / 5))) ** 2
}

function propTest(s: number, n: number): number {
  return 2 * Math.sqrt(n + 1) * ((s + 1) / (n + 1) - 0.5)
}

function twoProp(s: number, s2: number, n: number, n2: number): number {
  const [a, b, c, d] = [s + 1, s2 + 1, n + 1, n2 + 1]
  const p = (a + b) / (c + d)
  return p === 1 ? 0 : (a / c - b / d) / Math.sqrt(p * (1 - p) * (1 / c + 1 / d))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}
