import { type Points, pick } from './points.ts'

/**
 * How well each partition separates the points: the mean over points of (b - a) / max(a, b), a the mean distance to the
 * others of its group, b the smallest mean distance to another group; 0 for a group of one and where there is no other
 * group. From -1 to 1, one number per partition; a partition gives every point its group from 0 up. Quadratic in the points.
 * Source: P. J. Rousseeuw, J. Computational and Applied Mathematics 20 (1987).
 */
export function silhouettes(points: Points, partitions: readonly Int16Array[]): number[] {
  if (points.x.length === 0 || partitions.length === 0) return partitions.map(() => 0)
  const cells = commonCells(partitions, points.x.length)
  const sums = distanceSums(pick(points, cells.order), cells.from)
  return partitions.map((groups) => meanWidth(cells, sums, groups))
}

/**
 * Points that every partition puts together lie in one cell: cell c holds the points `order[from[c]]` up to
 * `order[from[c + 1]]`.
 */
type CommonCells = { readonly order: Int32Array; readonly from: readonly number[] }

function commonCells(partitions: readonly Int16Array[], points: number): CommonCells {
  const members = new Map<number, number[]>()
  const widest = 1 + partitions.reduce((most, groups) => Math.max(most, ...groups), 0)
  for (let i = 0; i < points; i++) {
    let key = 0
    for (const groups of partitions) key = key * widest + groups[i]!
    const known = members.get(key)
    if (known) known.push(i)
    else members.set(key, [i])
  }
  const from = [0]
  for (const cell of members.values()) from.push(from.at(-1)! + cell.length)
  return { order: Int32Array.from([...members.values()].flat()), from }
}

/** For each cell, each point's summed distance to the points of that cell: all partitions then share one round of roots. */
function distanceSums({ x, y }: Points, from: readonly number[]): Float64Array[] {
  const sums = from.slice(1).map(() => new Float64Array(x.length))
  for (const [cell, toCell] of sums.entries())
    for (let i = from[cell]!; i < from[cell + 1]!; i++)
      for (let c = 0; c <= cell; c++) {
        const end = Math.min(i, from[c + 1]!)
        sums[c]![i]! += addDistances(x, y, i, from[c]!, end, toCell)
      }
  return sums
}

/** From point i to all of a stretch: their sum, and each one's added to its own place in `to`. */
function addDistances(
  x: Float64Array,
  y: Float64Array,
  i: number,
  from: number,
  end: number,
  to: Float64Array,
): number {
  const xi = x[i]!
  const yi = y[i]!
  let sum = 0
  for (let j = from; j < end; j++) {
    const dx = x[j]! - xi
    const dy = y[j]! - yi
    const distance = Math.sqrt(dx * dx + dy * dy)
    sum += distance
    to[j]! += distance
  }
  return sum
}

function meanWidth({ order, from }: CommonCells, sums: readonly Float64Array[], groups: Int16Array): number {
  const groupOf = sums.map((_, cell) => groups[order[from[cell]!]!]!)
  const sizes = new Int32Array(Math.max(...groupOf) + 1)
  for (const [cell, group] of groupOf.entries()) sizes[group]! += from[cell + 1]! - from[cell]!
  const toGroup = Array.from(sizes, () => new Float64Array(order.length))
  for (const [cell, group] of groupOf.entries()) addAll(toGroup[group]!, sums[cell]!)
  let total = 0
  for (const [cell, group] of groupOf.entries())
    for (let i = from[cell]!; i < from[cell + 1]!; i++) total += width(i, group, toGroup, sizes)
  return total / order.length
}

function addAll(to: Float64Array, more: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += more[i]!
}

function width(i: number, group: number, toGroup: readonly Float64Array[], sizes: Int32Array): number {
  let other = Number.POSITIVE_INFINITY
  for (let g = 0; g < sizes.length; g++)
    if (g !== group && sizes[g]) other = Math.min(other, toGroup[g]![i]! / sizes[g]!)
  if (sizes[group] === 1 || other === Number.POSITIVE_INFINITY) return 0
  const own = toGroup[group]![i]! / (sizes[group]! - 1)
  const larger = Math.max(own, other)
  return larger === 0 ? 0 : (other - own) / larger
}
