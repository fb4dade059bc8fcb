import type { Cells } from './latest-cells.ts'

/** Votes per column. `seen` counts every vote, passes too. */
export type Counts = { readonly agree: Int32Array; readonly disagree: Int32Array; readonly seen: Int32Array }

/** Every group's votes on every column; `of`: each row's group from 0 up, or -1. Source: opinion-map.md 3.7. */
export function groupVotes(cells: Cells, of: Int16Array, groups: number): Counts[] {
  const all = Array.from({ length: groups }, () => new Int32Array(3 * cells.width))
  for (let row = 0; row < cells.rows; row++) {
    const tally = all[of[row]!]
    if (tally) addRow(tally, cells, row)
  }
  return all.map(counts)
}

/** The votes of everybody, or of the given rows. */
export function votesOf(cells: Cells, rows?: Int32Array): Counts {
  const tally = new Int32Array(3 * cells.width)
  if (rows) for (const row of rows) addRow(tally, cells, row)
  else for (let row = 0; row < cells.rows; row++) addRow(tally, cells, row)
  return counts(tally)
}

/** The votes of all given groups together, without the one left out. */
export function together(groups: readonly Counts[], width: number, without?: Counts): Counts {
  const sum = counts(new Int32Array(3 * width))
  for (const group of groups) {
    if (group === without) continue
    for (let column = 0; column < width; column++) {
      sum.agree[column]! += group.agree[column]!
      sum.disagree[column]! += group.disagree[column]!
      sum.seen[column]! += group.seen[column]!
    }
  }
  return sum
}

/** `tally`: for every column how many disagree, pass and agree. */
function addRow(tally: Int32Array, { from, columns, stances }: Cells, row: number): void {
  const end = from[row + 1]!
  for (let i = from[row]!; i < end; i++) tally[3 * columns[i]! + stances[i]! + 1]!++
}

function counts(tally: Int32Array): Counts {
  const width = tally.length / 3
  const [agree, disagree, seen] = [new Int32Array(width), new Int32Array(width), new Int32Array(width)]
  for (let column = 0; column < width; column++) {
    disagree[column] = tally[3 * column]!
    agree[column] = tally[3 * column + 2]!
    seen[column] = disagree[column]! + tally[3 * column + 1]! + agree[column]!
  }
  return { agree, disagree, seen }
}
