import type { Grouping } from './groups.ts'
import { inIdOrder } from './id-order.ts'
import { measured } from './measured.ts'
import { pick, sortedPoints } from './points.ts'

/**
 * Groups that somebody else drew, taken as they are, whoever counts and however small: participant to group. Participants
 * without a vote are left out. `places`: x and y in turn per row.
 */
export function givenGroups(
  participants: readonly string[],
  places: Float64Array,
  given: ReadonlyMap<string, string>,
): Grouping {
  const ids = inIdOrder(new Set(participants.flatMap((participant) => given.get(participant) ?? [])))
  const numberOf = new Map<string | undefined, number>(ids.map((id, number) => [id, number]))
  const of = Int16Array.from(participants, (participant) => numberOf.get(given.get(participant)) ?? -1)
  const rows = Int32Array.from(of.keys()).filter((row) => of[row]! >= 0)
  const points = sortedPoints(places, rows)
  const groups = Int16Array.from(points.order, (i) => of[rows[i]!]!)
  const members = ids.map((_, group) =>
    pick(
      points,
      Int32Array.from(groups.keys()).filter((i) => groups[i] === group),
    ),
  )
  const { widths, measuredOn } = measured(points, [groups], {})
  return {
    ids,
    of,
    sizes: members.map(({ x }) => x.length),
    centres: {
      x: Float64Array.from(members, ({ x }) => mean(x)),
      y: Float64Array.from(members, ({ y }) => mean(y)),
    },
    silhouettes: new Map(ids.length > 1 ? [[ids.length, widths[0] ?? 0]] : []),
    counted: rows.length,
    measuredOn,
    floor: 0,
  }
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
