import type { Points } from './points.ts'

/**
 * Points in nested boxes. Node 0 is the whole; the points of a node stand from `first` up to `end` in `x` and `y`, with
 * their box, their number and sums; a leaf has `left` 0, other nodes have their halves at `left` and `left + 1`.
 */
export type PointTree = Points & {
  readonly first: number[]
  readonly end: number[]
  readonly left: number[]
  readonly box: { readonly x0: number[]; readonly x1: number[]; readonly y0: number[]; readonly y1: number[] }
  readonly sumX: number[]
  readonly sumY: number[]
  readonly squares: number
}

const LEAF = 8

/** Halves boxes at the middle of their longer side until few points, or only equal ones, are left. */
export function pointTree(points: Points): PointTree {
  const tree: PointTree = {
    x: points.x.slice(),
    y: points.y.slice(),
    first: [0],
    end: [points.x.length],
    left: [0],
    box: { x0: [], x1: [], y0: [], y1: [] },
    sumX: [],
    sumY: [],
    squares: points.x.reduce((sum, one, i) => sum + one * one + points.y[i]! * points.y[i]!, 0),
  }
  if (points.x.length === 0) return tree
  for (let node = 0; node < tree.left.length; node++) {
    measure(tree, node)
    const middle = halve(tree, node)
    if (middle === undefined) continue
    tree.left[node] = tree.left.length
    tree.left.push(0, 0)
    tree.first.push(tree.first[node]!, middle)
    tree.end.push(middle, tree.end[node]!)
  }
  return tree
}

function measure({ x, y, first, end, box, sumX, sumY }: PointTree, node: number): void {
  const start = first[node]!
  let [x0, x1, y0, y1] = [x[start]!, x[start]!, y[start]!, y[start]!]
  let [sumOfX, sumOfY] = [0, 0]
  for (let i = start; i < end[node]!; i++) {
    const px = x[i]!
    const py = y[i]!
    if (px < x0) x0 = px
    if (px > x1) x1 = px
    if (py < y0) y0 = py
    if (py > y1) y1 = py
    sumOfX += px
    sumOfY += py
  }
  box.x0[node] = x0
  box.x1[node] = x1
  box.y0[node] = y0
  box.y1[node] = y1
  sumX[node] = sumOfX
  sumY[node] = sumOfY
}

/** Where the second half begins, or undefined for a leaf. */
function halve({ x, y, first, end, box }: PointTree, node: number): number | undefined {
  const [x0, x1, y0, y1] = [box.x0[node]!, box.x1[node]!, box.y0[node]!, box.y1[node]!]
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
