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
  const round = new Round(tree, seeds)
  let last = Number.NaN
  for (let nth = 1; ; nth++) {
    round.assign()
    const mark = round.mark()
    if (mark !== last && met.has(mark)) return undefined
    met.add(mark)
    last = mark
    const next = round.means()
    if (nth === ROUNDS || isStill(round, next)) return round.clustering()
    round.x.set(next.x)
    round.y.set(next.y)
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

function isStill(before: Points, after: Points): boolean {
  return after.x.every((x, c) => Math.abs(x - before.x[c]!) < STILL && Math.abs(after.y[c]! - before.y[c]!) < STILL)
}

class Round {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly #tree: PointTree
  readonly #sizes: Int32Array
  readonly #sumX: Float64Array
  readonly #sumY: Float64Array

  constructor(tree: PointTree, { x, y }: Points) {
    this.#tree = tree
    this.x = x.slice()
    this.y = y.slice()
    this.#sizes = new Int32Array(x.length)
    this.#sumX = new Float64Array(x.length)
    this.#sumY = new Float64Array(x.length)
  }

  assign(): void {
    this.#sizes.fill(0)
    this.#sumX.fill(0)
    this.#sumY.fill(0)
    this.#visit(0, (1 << this.x.length) - 1)
  }

  /** The same for the same groups, in whatever order they stand. */
  mark(): number {
    let between = 0
    for (let c = 0; c < this.x.length; c++)
      if (this.#sizes[c]) between += (this.#sumX[c]! ** 2 + this.#sumY[c]! ** 2) / this.#sizes[c]!
    return Math.round(between * MARKED)
  }

  means(): Points {
    const mean = (sums: Float64Array, old: Float64Array) =>
      sums.map((sum, c) => (this.#sizes[c] ? sum / this.#sizes[c] : old[c]!))
    return { x: mean(this.#sumX, this.x), y: mean(this.#sumY, this.y) }
  }

  clustering(): Clustering {
    let spread = this.#tree.squares
    for (const [c, size] of this.#sizes.entries()) {
      const [x, y] = [this.x[c]!, this.y[c]!]
      spread += size * (x * x + y * y) - 2 * (x * this.#sumX[c]! + y * this.#sumY[c]!)
    }
    return { x: this.x, y: this.y, sizes: this.#sizes, spread }
  }

  /** `open`: a bit for each centre that may still be nearest to some point of the node. */
  #visit(node: number, open: number): void {
    const tree = this.#tree
    const left = tree.left[node]!
    const rest = left === 0 ? open : this.#possible(node, open)
    if ((rest & (rest - 1)) === 0) {
      const c = 31 - Math.clz32(rest)
      this.#sizes[c]! += tree.end[node]! - tree.first[node]!
      this.#sumX[c]! += tree.sumX[node]!
      this.#sumY[c]! += tree.sumY[node]!
    } else if (left === 0) this.#assignEach(node, rest)
    else {
      this.#visit(left, rest)
      this.#visit(left + 1, rest)
    }
  }

  #assignEach(node: number, open: number): void {
    const { x, y, first, end } = this.#tree
    for (let i = first[node]!; i < end[node]!; i++) {
      const c = this.#nearestOf(open, x[i]!, y[i]!)
      this.#sizes[c]!++
      this.#sumX[c]! += x[i]!
      this.#sumY[c]! += y[i]!
    }
  }

  #nearestOf(open: number, x: number, y: number): number {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (let c = 0; c < this.x.length; c++) {
      if (!(open & (1 << c))) continue
      const dx = this.x[c]! - x
      const dy = this.y[c]! - y
      const gap = dx * dx + dy * dy
      if (gap >= least) continue
      least = gap
      best = c
    }
    return best
  }

  /** Without the centres that are farther than the middle's nearest one even from the corner that suits them best. */
  #possible(node: number, open: number): number {
    const { x0, x1, y0, y1 } = this.#tree.box
    const best = this.#nearestOf(open, (x0[node]! + x1[node]!) / 2, (y0[node]! + y1[node]!) / 2)
    let rest = open
    for (let c = 0; c < this.x.length; c++) {
      if (c === best || !(open & (1 << c))) continue
      const cornerX = this.x[c]! > this.x[best]! ? x1[node]! : x0[node]!
      const cornerY = this.y[c]! > this.y[best]! ? y1[node]! : y0[node]!
      if (gapTo(this, c, cornerX, cornerY) > gapTo(this, best, cornerX, cornerY)) rest &= ~(1 << c)
    }
    return rest
  }
}
