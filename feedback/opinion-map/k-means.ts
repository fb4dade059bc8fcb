import type { PointTree } from './point-tree.ts'
import type { Points } from './points.ts'

/** `x` and `y` of k centres, the points nearest to each and the sum of squared distances to them. */
export type Clustering = Points & { readonly sizes: Int32Array; readonly spread: number }

const ROUNDS = 100
const STILL = 1e-9
const MARKED = 1e9

/**
 * Lloyd's k-means from the given centres: every point to its nearest centre (of equals the first), every centre to the
 * mean of its points (without any it stays), until none moves or a hundred rounds. Whole boxes of points are given to a
 * centre at once where no other can be nearer: the same result, sooner. `met`: where earlier searches for as many groups
 * passed; one that comes there would end where they did and gives up. Source: opinion-map.md 4.3; Kanungo and others, An
 * efficient k-means clustering algorithm, IEEE PAMI 24 (2002).
 */
export function kMeans(tree: PointTree, seeds: Points, met: Set<number> = new Set()): Clustering | undefined {
  const round = roundFrom(seeds)
  let last = Number.NaN
  for (let nth = 1; ; nth++) {
    assign(tree, round)
    const mark = markOf(round)
    if (mark !== last && met.has(mark)) return undefined
    met.add(mark)
    last = mark
    const step = toMeans(round)
    if (nth === ROUNDS || step < STILL) return { ...round, spread: spreadOf(tree, round) }
  }
}

/** k first centres far from each other: each drawn in proportion to its squared distance. Source: k-means++, 2007. */
export function spreadSeeds({ x, y }: Points, k: number, random: () => number): Points {
  const seeds = { x: new Float64Array(k), y: new Float64Array(k) }
  const gaps = new Float64Array(x.length).fill(1)
  let total = x.length
  for (let c = 0; c < k; c++) {
    const at = drawn(gaps, total * random())
    seeds.x[c] = x[at]!
    seeds.y[c] = y[at]!
    total = 0
    if (c === k - 1) break
    for (let i = 0; i < gaps.length; i++) {
      const gap = (x[i]! - x[at]!) ** 2 + (y[i]! - y[at]!) ** 2
      if (c === 0 || gap < gaps[i]!) gaps[i] = gap
      total += gaps[i]!
    }
  }
  return seeds
}

/** For every point the number of its nearest centre, of equals the first. */
export function nearest({ x, y }: Points, centres: Points): Int16Array {
  const groups = new Int16Array(x.length)
  for (let i = 0; i < groups.length; i++) {
    let least = Number.POSITIVE_INFINITY
    for (let c = 0; c < centres.x.length; c++) {
      const gap = gapTo(centres, c, x[i]!, y[i]!)
      if (gap >= least) continue
      least = gap
      groups[i] = c
    }
  }
  return groups
}

function gapTo(centres: Points, c: number, x: number, y: number): number {
  return (centres.x[c]! - x) ** 2 + (centres.y[c]! - y) ** 2
}

function drawn(weights: Float64Array, target: number): number {
  let rest = target
  for (let i = 0; i < weights.length; i++) {
    rest -= weights[i]!
    if (rest < 0) return i
  }
  return weights.length - 1
}

/** Centres, and of the points nearest to each their number and sums. */
type Round = Points & { readonly sizes: Int32Array; readonly sumX: Float64Array; readonly sumY: Float64Array }

function roundFrom({ x, y }: Points): Round {
  const k = x.length
  return { x: x.slice(), y: y.slice(), sizes: new Int32Array(k), sumX: new Float64Array(k), sumY: new Float64Array(k) }
}

/** Nodes still to be looked at; no tree of doubles is deeper. */
const nodes = new Int32Array(4096)
const opens = new Int32Array(4096)

/** `open`: a bit for each centre that may still be nearest to some point of the node. */
function assign(tree: PointTree, round: Round): void {
  const { left } = tree
  round.sizes.fill(0)
  round.sumX.fill(0)
  round.sumY.fill(0)
  nodes[0] = 0
  opens[0] = (1 << round.x.length) - 1
  for (let top = 0; top >= 0; ) {
    const node = nodes[top]!
    const open = left[node] === 0 ? opens[top]! : possible(tree.box, node, opens[top]!, round)
    top--
    if ((open & (open - 1)) === 0) assignAll(tree, node, 31 - Math.clz32(open), round)
    else if (left[node] === 0) assignEach(tree, node, open, round)
    else {
      nodes[++top] = left[node]! + 1
      opens[top] = open
      nodes[++top] = left[node]!
      opens[top] = open
    }
  }
}

/** Without the centres that are farther than the middle's nearest one even from the corner that suits them best. */
function possible(box: Float64Array, node: number, open: number, { x, y }: Points): number {
  const x0 = box[4 * node]!
  const x1 = box[4 * node + 1]!
  const y0 = box[4 * node + 2]!
  const y1 = box[4 * node + 3]!
  const best = nearestOf(open, x, y, (x0 + x1) / 2, (y0 + y1) / 2)
  const bestX = x[best]!
  const bestY = y[best]!
  let rest = open
  for (let c = 0; c < x.length; c++) {
    if (c === best || !(open & (1 << c))) continue
    const cornerX = x[c]! > bestX ? x1 : x0
    const cornerY = y[c]! > bestY ? y1 : y0
    const gap = (x[c]! - cornerX) ** 2 + (y[c]! - cornerY) ** 2
    if (gap > (bestX - cornerX) ** 2 + (bestY - cornerY) ** 2) rest &= ~(1 << c)
  }
  return rest
}

function nearestOf(open: number, x: Float64Array, y: Float64Array, px: number, py: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let c = 0; c < x.length; c++) {
    if (!(open & (1 << c))) continue
    const gap = (x[c]! - px) ** 2 + (y[c]! - py) ** 2
    if (gap >= least) continue
    least = gap
    best = c
  }
  return best
}

function assignAll(tree: PointTree, node: number, c: number, { sizes, sumX, sumY }: Round): void {
  sizes[c]! += tree.end[node]! - tree.first[node]!
  sumX[c]! += tree.sumX[node]!
  sumY[c]! += tree.sumY[node]!
}

function assignEach({ x, y, first, end }: PointTree, node: number, open: number, round: Round): void {
  const { sizes, sumX, sumY } = round
  for (let i = first[node]!; i < end[node]!; i++) {
    const c = nearestOf(open, round.x, round.y, x[i]!, y[i]!)
    sizes[c]!++
    sumX[c]! += x[i]!
    sumY[c]! += y[i]!
  }
}

/** Every centre to the mean of its points, if it has any; how far one moved most, along x or y. */
function toMeans({ x, y, sizes, sumX, sumY }: Round): number {
  let most = 0
  for (let c = 0; c < sizes.length; c++) {
    if (sizes[c] === 0) continue
    const nextX = sumX[c]! / sizes[c]!
    const nextY = sumY[c]! / sizes[c]!
    most = Math.max(most, Math.abs(nextX - x[c]!), Math.abs(nextY - y[c]!))
    x[c] = nextX
    y[c] = nextY
  }
  return most
}

/** The same for the same groups, in whatever order they stand. */
function markOf({ sizes, sumX, sumY }: Round): number {
  let between = 0
  for (let c = 0; c < sizes.length; c++) if (sizes[c]) between += (sumX[c]! ** 2 + sumY[c]! ** 2) / sizes[c]!
  return Math.round(between * MARKED)
}

function spreadOf(tree: PointTree, { x, y, sizes, sumX, sumY }: Round): number {
  let spread = tree.squares
  for (const [c, size] of sizes.entries())
    spread += size * (x[c]! ** 2 + y[c]! ** 2) - 2 * (x[c]! * sumX[c]! + y[c]! * sumY[c]!)
  return spread
}
