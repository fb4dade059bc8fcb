import type { PointTree } from './point-tree.ts'
import type { Points } from './points.ts'

/** Centres, and of the points nearest to each their number and sums. */
export type Round = Points & { readonly sizes: Int32Array; readonly sumX: Float64Array; readonly sumY: Float64Array }

/** A round that begins at the given centres (places in the plane of the map), with nothing counted yet. */
export function roundFrom({ x, y }: Points): Round {
  const k = x.length
  return { x: x.slice(), y: y.slice(), sizes: new Int32Array(k), sumX: new Float64Array(k), sumY: new Float64Array(k) }
}

/** Nodes still to be looked at; no tree of doubles is deeper. */
const nodes = new Int32Array(4096)
const opens = new Int32Array(4096)

/**
 * Every point to its nearest centre, of equals the first; whole boxes at once where no other centre can be nearer. A bit of
 * `open` stands for each centre that may still be nearest to some point of the node.
 */
export function assign(tree: PointTree, round: Round): void {
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
    if ((open & (open - 1)) === 0) assignAll(tree, node, lowest(open), round)
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
  for (let others = open & ~(1 << best); others !== 0; others &= others - 1) {
    const c = lowest(others)
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
  for (let rest = open; rest !== 0; rest &= rest - 1) {
    const c = lowest(rest)
    const gap = (x[c]! - px) ** 2 + (y[c]! - py) ** 2
    if (gap >= least) continue
    least = gap
    best = c
  }
  return best
}

/** The lowest centre of a set of bits. */
function lowest(open: number): number {
  return 31 - Math.clz32(open & -open)
}

function nearer(one: number, other: number, { x, y }: Points, px: number, py: number): number {
  const gap = (x[one]! - px) ** 2 + (y[one]! - py) ** 2
  return (x[other]! - px) ** 2 + (y[other]! - py) ** 2 < gap ? other : one
}

function assignAll(tree: PointTree, node: number, c: number, { sizes, sumX, sumY }: Round): void {
  sizes[c]! += tree.end[node]! - tree.first[node]!
  sumX[c]! += tree.sumX[node]!
  sumY[c]! += tree.sumY[node]!
}

function assignEach({ x, y, first, end }: PointTree, node: number, open: number, round: Round): void {
  const { sizes, sumX, sumY } = round
  const one = lowest(open)
  const rest = open & (open - 1)
  const isPair = (rest & (rest - 1)) === 0
  const other = lowest(rest)
  for (let i = first[node]!; i < end[node]!; i++) {
    const c = isPair ? nearer(one, other, round, x[i]!, y[i]!) : nearestOf(open, round.x, round.y, x[i]!, y[i]!)
    sizes[c]!++
    sumX[c]! += x[i]!
    sumY[c]! += y[i]!
  }
}

/** Every centre to the mean of its points, if it has any; how far one moved most, along x or y. */
export function toMeans({ x, y, sizes, sumX, sumY }: Round): number {
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
