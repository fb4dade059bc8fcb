import { findGroups } from './groups.ts'
import { nearest } from './k-means.ts'
import type { OpinionMap } from './opinion-map.ts'
import { pca } from './pca.ts'
import { projections } from './projection.ts'
import { adjustedRandIndex } from './rand-index.ts'
import type { Rating } from './rating.ts'
import { seeded } from './seeded.ts'

/**
 * `rand`: the mean adjusted Rand index to the published groups, 1 where every resample finds them again, and `level`
 * its name. `numbers`: how many resamples found that number of groups, 0 for none. `together`: for each group, how often
 * two of its people stay together, 0 to 1. `apart`: how often two people of different groups stay apart. `keeps`: for each
 * row, how often it stays with another of its own group, NaN for who belongs to none. `drawn`: people in a resample.
 */
export type Stability = {
  readonly resamples: number
  readonly drawn: number
  readonly rand: number
  readonly level: StabilityLevel
  readonly numbers: ReadonlyMap<number, number>
  readonly together: readonly number[]
  readonly apart: number
  readonly keeps: Float64Array
}
export type StabilityLevel = 'high' | 'moderate' | 'low'
export type Resampling = {
  /** 50 unless told */
  readonly resamples?: number | undefined
  readonly minimumGroup?: number | undefined
  readonly seed?: number | undefined
}

const RESAMPLES = 50
const DRAWN_AT_MOST = 3000
const STARTS = 5
const MEASURED = 400
const ACCURACY = 1e-6

/**
 * How far the groups would be the same had other people like these come: the people are drawn anew, with repeats, the
 * plane and the groups are found from those alone, then everybody goes to the nearest of these groups. Undefined for a
 * map without groups. Repeatable: the same map and seed give the same. Costs about `resamples` maps, of at most 3000
 * people each; call it seldom. Source: bootstrap after Hennig, Cluster-wise assessment of cluster stability,
 * Computational Statistics & Data Analysis 52 (2007); levels after Steinley, Psychological Methods 9 (2004).
 */
export function stability(map: OpinionMap, options: Resampling = {}): Stability | undefined {
  const { resamples = RESAMPLES, seed = 1 } = options
  const members = Int32Array.from(map.counted).filter((row) => map.groups.of[row]! >= 0)
  if (map.groups.ids.length < 2 || members.length === 0 || resamples < 1) return undefined

  const published = Int16Array.from(members, (row) => map.groups.of[row]!)
  const random = seeded(seed)
  const found = Array.from({ length: resamples }, () => groupsOfResample(map, members, options.minimumGroup, random))
  const rand = mean(found.map(({ groups }) => adjustedRandIndex(published, groups)))
  const companies = found.map(({ groups }) => company(published, groups, map.groups.ids.length))
  const keeps = new Float64Array(map.matrix.participants.length).fill(Number.NaN)
  for (const [i, row] of members.entries()) keeps[row] = mean(companies.map(({ keeps }) => keeps[i]!))
  return {
    resamples,
    drawn: Math.min(map.rating.rows, DRAWN_AT_MOST),
    rand,
    level: levelOf(rand),
    numbers: new Map(
      [...new Set(found.map(({ k }) => k))].sort().map((k) => [k, found.filter((one) => one.k === k).length]),
    ),
    together: map.groups.ids.map((_, group) => mean(companies.map(({ together }) => together[group]!))),
    apart: mean(companies.map(({ apart }) => apart)),
    keeps,
  }
}

function levelOf(rand: number): StabilityLevel {
  if (rand >= 0.8) return 'high'
  return rand >= 0.65 ? 'moderate' : 'low'
}

function groupsOfResample(
  map: OpinionMap,
  members: Int32Array,
  minimum: number | undefined,
  random: () => number,
): { k: number; groups: Int16Array } {
  const people = map.rating.rows
  const drawn = Int32Array.from({ length: Math.min(people, DRAWN_AT_MOST) }, () => Math.floor(random() * people))
  const resample = chosenRows(map.rating, drawn)
  const plane = pca(resample, map.pca.basis, ACCURACY)
  const isMember = new Uint8Array(people)
  for (const row of members) isMember[row] = 1
  const counted = Int32Array.from(drawn.keys()).filter((i) => isMember[drawn[i]!])
  const search = { minimum, starts: STARTS, measureAtMost: MEASURED, seed: 1 + Math.floor(random() * 1e6) }
  const { centres } = findGroups(projections(resample, plane), counted, search)
  const places = projections(chosenRows(map.rating, members), plane)
  const points = { x: places.filter((_, i) => i % 2 === 0), y: places.filter((_, i) => i % 2 === 1) }
  return { k: centres.x.length, groups: nearest(points, centres) }
}

function chosenRows(rating: Rating, rows: Int32Array): Rating {
  const from = new Int32Array(rows.length + 1)
  for (let i = 0; i < rows.length; i++) from[i + 1] = from[i]! + rating.from[rows[i]! + 1]! - rating.from[rows[i]!]!
  const columns = new Uint16Array(from[rows.length]!)
  const stances = new Int8Array(from[rows.length]!)
  for (let i = 0; i < rows.length; i++) {
    columns.set(rating.columns.subarray(rating.from[rows[i]!]!, rating.from[rows[i]! + 1]!), from[i]!)
    stances.set(rating.stances.subarray(rating.from[rows[i]!]!, rating.from[rows[i]! + 1]!), from[i]!)
  }
  return { ...rating, rows: rows.length, from, columns, stances }
}

/** Over pairs, without making them: counting who of each published group went where is enough. */
function company(published: Int16Array, found: Int16Array, groups: number) {
  const width = Math.max(...found) + 1
  const cells = new Int32Array(groups * width)
  for (let i = 0; i < found.length; i++) cells[published[i]! * width + found[i]!]!++
  const at = (group: number, place: number) => cells[group * width + place]!
  const places = Array.from({ length: width }, (_, place) => place)
  const all = Array.from({ length: groups }, (_, group) => group)
  const sizes = all.map((group) => places.reduce((sum, place) => sum + at(group, place), 0))
  const kept = all.map((group) => places.reduce((sum, place) => sum + pairsOf(at(group, place)), 0))
  const met = places.reduce(
    (sum, place) => sum + pairsOf(all.reduce((sizeOf, group) => sizeOf + at(group, place), 0)),
    0,
  )
  const mixed = met - kept.reduce((sum, one) => sum + one, 0)
  const across = pairsOf(found.length) - sizes.reduce((sum, size) => sum + pairsOf(size), 0)
  return {
    together: all.map((group) => (sizes[group]! < 2 ? 1 : kept[group]! / pairsOf(sizes[group]!))),
    apart: across === 0 ? 1 : 1 - mixed / across,
    keeps: Float64Array.from(published, (group, i) =>
      sizes[group]! < 2 ? 1 : (at(group, found[i]!) - 1) / (sizes[group]! - 1),
    ),
  }
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
