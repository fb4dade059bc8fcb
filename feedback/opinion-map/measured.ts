import { type Points, pick } from './points.ts'
import { seeded } from './seeded.ts'
import { silhouettes } from './silhouettes.ts'

export type Measuring = {
  /** above this many people, 8000 unless told, the silhouette is taken on a sample of that size */
  readonly measureAtMost?: number | undefined
  readonly seed?: number | undefined
}

const MOST = 8000

/** The silhouette of each partition, on all points or on so many that it does not take long. */
export function measured(
  points: Points,
  partitions: readonly Int16Array[],
  { measureAtMost = MOST, seed = 1 }: Measuring,
) {
  const people = points.x.length
  if (people <= measureAtMost) return { widths: silhouettes(points, partitions), measuredOn: people }

  const sample = drawn(people, measureAtMost, seed)
  const parts = partitions.map((groups) => Int16Array.from(sample, (i) => groups[i]!))
  return { widths: silhouettes(pick(points, sample), parts), measuredOn: sample.length }
}

/** Some of the points, without repeats. */
function drawn(points: number, most: number, seed: number): Int32Array {
  const all = new Int32Array(points).map((_, i) => i)
  const random = seeded(seed)
  for (let i = 0; i < most; i++) {
    const other = i + Math.floor(random() * (points - i))
    const one = all[i]!
    all[i] = all[other]!
    all[other] = one
  }
  return all.slice(0, most).sort()
}
