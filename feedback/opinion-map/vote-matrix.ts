import { inIdOrder } from './id-order.ts'
import { LatestCells, type LoggedCells } from './latest-cells.ts'
import type { VoteLog } from './vote-log.ts'

/** The first `logged` votes of `log`; `rowOf` and `columnOf`: where its participants and statements stand. */
export type VoteMatrix = LoggedCells & Order & { readonly log: VoteLog; readonly logged: number }
type Order = {
  readonly participants: readonly string[]
  readonly statements: readonly string[]
  readonly rowOf: Int32Array
  readonly columnOf: Int32Array
}

/**
 * The matrix of all votes, rows and columns in id order and therefore the same for the same votes in any order. The
 * latest vote per participant and statement holds; of two at the same moment the one logged later. Source: opinion-map.md 3.1.
 */
export function voteMatrix(log: VoteLog): VoteMatrix {
  const order = orderOf(log)
  const { rowOf, columnOf } = order
  const byColumn = sortedBy(undefined, log.columns, columnOf, log.length)
  const byRow = sortedBy(byColumn, log.rows, rowOf, log.length)
  const cells = new LatestCells(log, rowOf.length, log.length)
  for (let i = 0; i < byRow.length; i++) {
    const entry = byRow[i]!
    cells.add(rowOf[log.rows[entry]!]!, columnOf[log.columns[entry]!]!, entry)
  }
  return { ...order, ...cells.result(columnOf.length), log, logged: log.length }
}

/** `earlier`: an order of the same log, which holds where nobody and nothing was added. */
export function orderOf(log: VoteLog, earlier?: Order): Order {
  const samePeople = earlier?.participants.length === log.participants.length
  const sameStatements = earlier?.statements.length === log.statements.length
  const participants = samePeople ? earlier.participants : inIdOrder(log.participants)
  const statements = sameStatements ? earlier.statements : inIdOrder(log.statements)
  return {
    participants,
    statements,
    rowOf: samePeople ? earlier.rowOf : placesOf(log.participants, participants),
    columnOf: sameStatements ? earlier.columnOf : placesOf(log.statements, statements),
  }
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
