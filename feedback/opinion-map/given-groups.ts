import type { Grouping } from './groups.ts'
import { inIdOrder } from './id-order.ts'
import { pick } from './points.ts'
import { silhouettes } from './silhouettes.ts'

/**
 * Groups that somebody else drew, taken as they are, whoever counts and however small: participant to group. Participants
 * without a vote are left out. `places`: x and y in turn per row. Their silhouette is quadratic in the participants.
 */
export function givenGroups(
  participants: readonly string[],
  places: Float64Array,
  given: ReadonlyMap<string, string>,
): Grouping {
  const ids = inIdOrder(new Set(participants.flatMap((participant) => given.get(participant) ?? [])))
  const of = Int16Array.from(participants, (participant) => ids.indexOf(given.get(participant) ?? ''))
  const rows = Int32Array.from(of.keys()).filter((row) => of[row]! >= 0)
  const groups = Int16Array.from(rows, (row) => of[row]!)
  const points = {
    x: Float64Array.from(rows, (row) => places[2 * row]!),
    y: Float64Array.from(rows, (row) => places[2 * row + 1]!),
  }
  const members = ids.map((_, group) =>
    pick(
      points,
      Int32Array.from(groups.keys()).filter((i) => groups[i] === group),
    ),
  )
  return {
    ids,
    of,
    sizes: members.map(({ x }) => x.length),
    centres: {
      x: Float64Array.from(members, ({ x }) => mean(x)),
      y: Float64Array.from(members, ({ y }) => mean(y)),
    },
    silhouettes: new Map(ids.length > 1 ? [[ids.length, silhouettes(points, [groups])[0] ?? 0]] : []),
    counted: rows.length,
    measuredOn: rows.length,
    floor: 0,
  }
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
