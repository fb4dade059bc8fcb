import { inIdOrder } from './id-order.ts'
import type { VoteLog } from './vote-log.ts'

/**
 * Votes by participant, only the cells that were answered: the cells of row r are `from[r]` to `from[r + 1]`, their
 * columns ascending. `stances`: agree 1, disagree -1, pass 0.
 */
export type Cells = {
  readonly rows: number
  readonly width: number
  readonly from: Int32Array
  readonly columns: Uint16Array
  readonly stances: Int8Array
}
export type VoteMatrix = Cells & { readonly participants: readonly string[]; readonly statements: readonly string[] }

/**
 * The matrix of all votes, rows and columns in id order and therefore the same for the same votes in any order. The
 * latest vote per participant and statement holds; of two at the same moment the one logged later. Source: opinion-map.md 3.1.
 */
export function voteMatrix(log: VoteLog): VoteMatrix {
  const participants = inIdOrder(log.participants)
  const statements = inIdOrder(log.statements)
  const rowOf = placesOf(log.participants, participants)
  const columnOf = placesOf(log.statements, statements)
  const byColumn = sortedBy(undefined, log.columns, columnOf, log.length)
  const order = sortedBy(byColumn, log.rows, rowOf, log.length)
  return { participants, statements, ...latest(log, order, rowOf, columnOf) }
}

function placesOf(logged: readonly string[], ordered: readonly string[]): Int32Array {
  const place = new Map(ordered.map((id, at) => [id, at]))
  return Int32Array.from(logged, (id) => place.get(id) ?? 0)
}

/** A counting sort that keeps the order of equals: first by column, then by row, gives both. */
function sortedBy(
  order: Int32Array | undefined,
  keys: Int32Array | Uint16Array,
  places: Int32Array,
  length: number,
): Int32Array {
  const next = new Int32Array(places.length + 1)
  for (let i = 0; i < length; i++) next[places[keys[i]!]! + 1]!++
  for (let p = 1; p < next.length; p++) next[p]! += next[p - 1]!
  const sorted = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const entry = order ? order[i]! : i
    sorted[next[places[keys[entry]!]!]!++] = entry
  }
  return sorted
}

function latest(log: VoteLog, order: Int32Array, rowOf: Int32Array, columnOf: Int32Array): Cells {
  const from = new Int32Array(rowOf.length + 1)
  const columns = new Uint16Array(order.length)
  const stances = new Int8Array(order.length)
  let cells = 0
  let keptRow = -1
  let keptAt = 0
  for (const entry of order) {
    const row = rowOf[log.rows[entry]!]!
    const column = columnOf[log.columns[entry]!]!
    const at = log.times[entry]!
    const isSame = row === keptRow && column === columns[cells - 1]
    if (isSame && at < keptAt) continue
    if (!isSame) cells++
    columns[cells - 1] = column
    stances[cells - 1] = log.stances[entry]!
    keptRow = row
    keptAt = at
    from[row + 1] = cells
  }
  return {
    rows: rowOf.length,
    width: columnOf.length,
    from,
    columns: columns.slice(0, cells),
    stances: stances.slice(0, cells),
  }
}
