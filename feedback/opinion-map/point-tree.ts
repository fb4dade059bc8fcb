import type { Points } from './points.ts'

/**
 * Points in nested boxes. Node 0 is the whole; the points of a node stand from `first` up to `end` in `x` and `y`, with
 * their sums; a leaf has `left` 0, other nodes have their halves at `left` and `left + 1`. `box`: for each node the
 * smallest and largest x, the smallest and largest y.
 */
export type PointTree = Points & {
  readonly first: Int32Array
  readonly end: Int32Array
  readonly left: Int32Array
  readonly box: Float64Array
  readonly sumX: Float64Array
  readonly sumY: Float64Array
  readonly squares: number
}

const LEAF = 8

/** Halves boxes at the middle of their longer side until few points, or only equal ones, are left. */
export function pointTree(points: Points): PointTree {
  const room = Math.max(1, 2 * points.x.length)
  const tree: PointTree = {
    x: points.x.slice(),
    y: points.y.slice(),
    first: new Int32Array(room),
    end: new Int32Array(room),
    left: new Int32Array(room),
    box: new Float64Array(4 * room),
    sumX: new Float64Array(room),
    sumY: new Float64Array(room),
    squares: points.x.reduce((sum, one, i) => sum + one * one + points.y[i]! * points.y[i]!, 0),
  }
  tree.end[0] = points.x.length
  for (let node = 0, nodes = 1; node < nodes && points.x.length > 0; node++) {
    measure(tree, node)
    const middle = halve(tree, node)
    if (middle === undefined) continue
    tree.left[node] = nodes
    tree.first[nodes] = tree.first[node]!
    tree.end[nodes++] = middle
    tree.first[nodes] = middle
    tree.end[nodes++] = tree.end[node]!
  }
  return tree
}

function measure({ x, y, first, end, box, sumX, sumY }: PointTree, node: number): void {
  const start = first[node]!
  let [x0, x1, y0, y1] = [x[start]!, x[start]!, y[start]!, y[start]!]
  for (let i = start; i < end[node]!; i++) {
    const px = x[i]!
    const py = y[i]!
    if (px < x0) x0 = px
    if (px > x1) x1 = px
    if (py < y0) y0 = py
    if (py > y1) y1 = py
    sumX[node]! += px
    sumY[node]! += py
  }
  box.set([x0, x1, y0, y1], 4 * node)
}

/** Where the second half begins, or undefined for a leaf. */
function halve({ x, y, first, end, box }: PointTree, node: number): number | undefined {
  const [x0, x1, y0, y1] = [box[4 * node]!, box[4 * node + 1]!, box[4 * node + 2]!, box[4 * node + 3]!]
  if (end[node]! - first[node]! <= LEAF || (x0 === x1 && y0 === y1)) return undefined
  const [along, middle] = x1 - x0 >= y1 - y0 ? [x, (x0 + x1) / 2] : [y, (y0 + y1) / 2]
  let low = first[node]!
  for (let i = low; i < end[node]!; i++) {
    if (along[i]! > middle) continue
    swap(x, i, low)
    swap(y, i, low++)
  }
  return low < end[node]! ? low : undefined
}

function swap(all: Float64Array, i: number, j: number): void {
  const one = all[i]!
  all[i] = all[j]!
  all[j] = one
}
