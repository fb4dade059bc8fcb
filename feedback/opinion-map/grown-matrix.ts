import { LatestCells } from './latest-cells.ts'
import type { VoteLog } from './vote-log.ts'
import { orderOf, type VoteMatrix, voteMatrix } from './vote-matrix.ts'

/** With more new votes than one in so many, starting over is sooner. */
const FEW = 8

/** What `voteMatrix(log)` gives, sooner where `earlier` came from the same log and few votes were added since. */
export function grownMatrix(log: VoteLog, earlier?: VoteMatrix): VoteMatrix {
  const isFew = earlier?.log === log && FEW * (log.length - earlier.logged) <= earlier.logged
  if (!isFew) return voteMatrix(log)

  const order = orderOf(log, earlier)
  const fresh = freshCells(log, earlier.logged, order)
  const rowBefore = moved(order.rowOf, earlier.rowOf)
  const columnNow = moved(earlier.columnOf, order.columnOf)
  const cells = new LatestCells(log, order.participants.length, earlier.columns.length + fresh.length)
  let next = 0
  for (let row = 0; row < order.participants.length; row++) {
    const before = rowBefore[row]!
    let i = before < 0 ? 0 : earlier.from[before]!
    const end = before < 0 ? 0 : earlier.from[before + 1]!
    for (; fresh[next]?.row === row; next++) {
      const { column, entry } = fresh[next]!
      while (i < end && columnNow[earlier.columns[i]!]! <= column)
        cells.add(row, columnNow[earlier.columns[i]!]!, earlier.entries[i++]!)
      cells.add(row, column, entry)
    }
    while (i < end) cells.add(row, columnNow[earlier.columns[i]!]!, earlier.entries[i++]!)
  }
  return { ...order, ...cells.result(order.statements.length), log, logged: log.length }
}

type Fresh = { readonly row: number; readonly column: number; readonly entry: number }

function freshCells(log: VoteLog, logged: number, { rowOf, columnOf }: Pick<VoteMatrix, 'rowOf' | 'columnOf'>): Fresh[] {
  return Array.from({ length: log.length - logged }, (_, i) => logged + i)
    .map((entry) => ({ row: rowOf[log.rows[entry]!]!, column: columnOf[log.columns[entry]!]!, entry }))
    .sort((one, other) => one.row - other.row || one.column - other.column || one.entry - other.entry)
}

/** For each place in one order its place in another, or -1 where it has none. */
function moved(from: Int32Array, to: Int32Array): Int32Array {
  const places = new Int32Array(from.length)
  for (const [named, place] of from.entries()) places[place] = to[named] ?? -1
  return places
}
