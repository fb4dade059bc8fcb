import type { Points } from './points.ts'

/**
 * How well each partition separates the points: the mean over points of (b - a) / max(a, b), a the mean distance to the
 * others of its group, b the smallest mean distance to another group; 0 for a group of one and where there is no other
 * group. From -1 to 1, one number per partition; a partition gives every point its group from 0 up. Quadratic in the points.
 * Source: P. J. Rousseeuw, J. Computational and Applied Mathematics 20 (1987).
 */
export function silhouettes(points: Points, partitions: readonly Int16Array[]): number[] {
  if (points.x.length === 0 || partitions.length === 0) return partitions.map(() => 0)
  const cells = commonCells(partitions, points.x.length)
  const sums = distanceSums(points, cells)
  return partitions.map((groups) => meanWidth(groups, cells, sums))
}

/** `of`: each point's cell, two points sharing one where every partition puts them together. */
type CommonCells = { readonly of: Int16Array; readonly firstOf: readonly number[] }

function commonCells(partitions: readonly Int16Array[], points: number): CommonCells {
  const numbers = new Map<string, number>()
  const firstOf: number[] = []
  const of = new Int16Array(points)
  for (let i = 0; i < points; i++) {
    const key = partitions.map((groups) => groups[i]).join()
    const known = numbers.get(key)
    of[i] = known ?? numbers.size
    if (known !== undefined) continue
    numbers.set(key, numbers.size)
    firstOf.push(i)
  }
  return { of, firstOf }
}

/** For each cell, each point's summed distance to the points of that cell: all partitions then share one round of roots. */
function distanceSums({ x, y }: Points, { of, firstOf }: CommonCells): Float64Array[] {
  const sums = firstOf.map(() => new Float64Array(of.length))
  const own = new Float64Array(firstOf.length)
  for (let i = 0; i < of.length; i++) {
    const xi = x[i]!
    const yi = y[i]!
    const toCell = sums[of[i]!]!
    own.fill(0)
    for (let j = 0; j < i; j++) {
      const dx = x[j]! - xi
      const dy = y[j]! - yi
      const distance = Math.sqrt(dx * dx + dy * dy)
      own[of[j]!]! += distance
      toCell[j]! += distance
    }
    for (let c = 0; c < own.length; c++) sums[c]![i]! += own[c]!
  }
  return sums
}

function meanWidth(groups: Int16Array, { of, firstOf }: CommonCells, sums: readonly Float64Array[]): number {
  const groupOfCell = firstOf.map((i) => groups[i]!)
  const sizes = new Int32Array(Math.max(...groupOfCell) + 1)
  for (const group of groups) sizes[group]!++
  const toGroup = new Float64Array(sizes.length)
  let total = 0
  for (let i = 0; i < of.length; i++) {
    toGroup.fill(0)
    for (let c = 0; c < sums.length; c++) toGroup[groupOfCell[c]!]! += sums[c]![i]!
    total += width(groups[i]!, toGroup, sizes)
  }
  return total / of.length
}

function width(group: number, toGroup: Float64Array, sizes: Int32Array): number {
  let other = Number.POSITIVE_INFINITY
  for (let g = 0; g < sizes.length; g++) if (g !== group && sizes[g]) other = Math.min(other, toGroup[g]! / sizes[g]!)
  if (sizes[group] === 1 || other === Number.POSITIVE_INFINITY) return 0
  const own = toGroup[group]! / (sizes[group]! - 1)
  const larger = Math.max(own, other)
  return larger === 0 ? 0 : (other - own) / larger
}
