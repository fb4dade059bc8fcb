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
  const cells = new LatestCells(log, order.participants.length, earlier.columns.length + fresh.length)
  const before = { ...earlier, columns: renumbered(earlier.columns, moved(earlier.columnOf, order.columnOf)) }
  let next = 0
  for (const [row, old] of moved(order.rowOf, earlier.rowOf).entries()) {
    let i = old < 0 ? 0 : before.from[old]!
    const end = old < 0 ? 0 : before.from[old + 1]!
    for (; fresh[next]?.row === row; next++) {
      const { column, entry } = fresh[next]!
      const start = i
      while (i < end && before.columns[i]! <= column) i++
      cells.addAll(row, before, start, i)
      cells.add(row, column, entry)
    }
    cells.addAll(row, before, i, end)
  }
  return { ...order, ...cells.result(order.statements.length), log, logged: log.length }
}

type Fresh = { readonly row: number; readonly column: number; readonly entry: number }

function freshCells(
  log: VoteLog,
  logged: number,
  { rowOf, columnOf }: Pick<VoteMatrix, 'rowOf' | 'columnOf'>,
): Fresh[] {
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

function renumbered(columns: Uint16Array, now: Int32Array): Uint16Array {
  if (now.every((place, before) => place === before)) return columns
  return columns.map((column) => now[column]!)
}
