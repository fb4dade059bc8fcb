import { type Clustering, kMeans, nearest, spreadSeeds } from './k-means.ts'
import { type Measuring, measured } from './measured.ts'
import { pointTree } from './point-tree.ts'
import { type Points, pick, sortedPoints } from './points.ts'
import { seeded } from './seeded.ts'

/**
 * `of`: each row's group, its place in `ids`, or -1 for who belongs to none. `centres`: where each group's people stand in
 * the middle. `silhouettes`: for each number of groups that was possible, taken on `measuredOn` of the `counted` people.
 * `floor`: the fewest people a group may have, 0 where the groups were given.
 */
export type Grouping = {
  readonly ids: readonly string[]
  readonly of: Int16Array
  readonly sizes: readonly number[]
  readonly centres: Points
  readonly silhouettes: ReadonlyMap<number, number>
  readonly counted: number
  readonly measuredOn: number
  readonly floor: number
}
export type Search = {
  /** the fewest people in a group, 5 unless told; less than 3 is taken as 3, since a group of one is a person */
  readonly minimum?: number | undefined
  /** starts for each number of groups, 20 unless told */
  readonly starts?: number | undefined
  readonly seed?: number | undefined
} & Measuring

export const MINIMUM_GROUP = 5
const LEAST_MINIMUM = 3
const LEAST_SHARE = 0.03
const MOST_GROUPS = 5
const STARTS = 20

type Candidate = { readonly centres: Points; readonly groups: Int16Array }

/**
 * Groups of people who stand close to each other: k-means from many starts for 2 to 5 groups, starts with too small a
 * group discarded, the number of groups with the highest silhouette. The same votes give the same groups, in whatever
 * order they came. No group at all where none is large enough. `places`: x and y in turn per row; `rows`: who counts.
 * Groups are named "0", "1", … from left to right on the map, so that a name tells nothing about who came first.
 * Source: opinion-map.md 4.
 */
export function findGroups(places: Float64Array, rows: Int32Array, search: Search = {}): Grouping {
  const points = sortedPoints(places, rows)
  const floor = floorFor(rows.length, search.minimum)
  const candidates = candidatesFor(points, floor, search)
  const partitions = candidates.map(({ groups }) => groups)
  const { widths, measuredOn } = measured(points, partitions, search)
  const best = candidates[widths.indexOf(Math.max(...widths))] ?? NONE
  const of = new Int16Array(places.length / 2).fill(-1)
  for (const [i, group] of best.groups.entries()) of[rows[points.order[i]!]!] = group
  return {
    ids: Array.from(best.centres.x, (_, group) => String(group)),
    of,
    sizes: sizesOf(best),
    centres: best.centres,
    silhouettes: new Map(candidates.map(({ centres }, i) => [centres.x.length, widths[i]!])),
    counted: rows.length,
    measuredOn,
    floor,
  }
}

/** The fewest people a group may have among so many. */
export function floorFor(people: number, minimum = MINIMUM_GROUP): number {
  return Math.max(LEAST_MINIMUM, Math.ceil(minimum), Math.ceil(LEAST_SHARE * people))
}

const NONE: Candidate = { centres: { x: new Float64Array(0), y: new Float64Array(0) }, groups: new Int16Array(0) }

function candidatesFor(points: Points, floor: number, { starts = STARTS, seed = 1 }: Search): Candidate[] {
  const tree = pointTree(points)
  const most = Math.min(MOST_GROUPS, Math.floor(points.x.length / floor))
  const numbers = Array.from({ length: Math.max(0, most - 1) }, (_, i) => i + 2)
  return numbers.flatMap((k) => {
    const random = seeded(seed * 100 + k)
    const met = new Set<number>()
    const found = Array.from({ length: starts }, () => kMeans(tree, spreadSeeds(points, k, random), met))
    const large = found.filter((one) => one !== undefined).filter(({ sizes }) => sizes.every((size) => size >= floor))
    const tightest = large.length > 0 ? [fromLeft(points, large.reduce(tighter))] : []
    // Again, since people exactly between two groups may go to the other one now that the groups stand in order.
    return tightest.filter((candidate) => sizesOf(candidate).every((size) => size >= floor))
  })
}

function tighter(best: Clustering, one: Clustering): Clustering {
  return one.spread < best.spread ? one : best
}

function fromLeft(points: Points, { x, y }: Clustering): Candidate {
  const order = Int32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
  const centres = pick({ x, y }, order)
  return { centres, groups: nearest(points, centres) }
}

function sizesOf({ centres, groups }: Candidate): number[] {
  const sizes = Array.from(centres.x, () => 0)
  for (const group of groups) sizes[group]!++
  return sizes
}
