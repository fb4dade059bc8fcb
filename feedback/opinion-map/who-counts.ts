import type { Cells } from './latest-cells.ts'

const VOTES_TO_COUNT = 7
const FEWEST = 15

/**
 * The rows that count ("in-conv"), ascending: whoever cast at least 7 votes, or as many as there are statements where
 * those are fewer; passes and votes on moderated-out statements included. Fewer than 15 are filled up with those who
 * voted most, ties in row order. `before` are rows that counted already: once in, stays. Source: opinion-map.md 3.2.
 */
export function whoCounts(cells: Cells, before: Iterable<number> = []): Int32Array {
  const votes = (row: number) => cells.from[row + 1]! - cells.from[row]!
  const enough = Math.min(VOTES_TO_COUNT, cells.width)
  const rows = Array.from({ length: cells.rows }, (_, row) => row)
  const counted = new Set(before)
  for (const row of rows) if (votes(row) >= enough) counted.add(row)
  if (counted.size < FEWEST) {
    const others = rows.filter((row) => !counted.has(row)).sort((one, other) => votes(other) - votes(one))
    for (const row of others.slice(0, FEWEST - counted.size)) counted.add(row)
  }
  return Int32Array.from(counted).sort()
}
