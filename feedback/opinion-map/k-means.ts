import type { PointTree } from './point-tree.ts'
import type { Points } from './points.ts'
import { assign, type Round, roundFrom, toMeans } from './round.ts'

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
