import type { Cells } from './vote-matrix.ts'

/** Votes per column. `seen` counts every vote, passes too. */
export type Counts = { readonly agree: Int32Array; readonly disagree: Int32Array; readonly seen: Int32Array }

/** Every group's votes on every column; `of`: each row's group from 0 up, or -1. Source: opinion-map.md 3.7. */
export function groupVotes(cells: Cells, of: Int16Array, groups: number): Counts[] {
  const all = Array.from({ length: groups }, () => countsOf(cells.width))
  for (let row = 0; row < cells.rows; row++) {
    const counts = all[of[row]!]
    if (counts) addRow(counts, cells, row)
  }
  return all
}

/** The votes of everybody, or of the given rows. */
export function votesOf(cells: Cells, rows?: Int32Array): Counts {
  const counts = countsOf(cells.width)
  if (rows) for (const row of rows) addRow(counts, cells, row)
  else for (let row = 0; row < cells.rows; row++) addRow(counts, cells, row)
  return counts
}

/** The votes of all given groups together, without the one left out. */
export function together(groups: readonly Counts[], width: number, without?: Counts): Counts {
  const sum = countsOf(width)
  for (const counts of groups) {
    if (counts === without) continue
    for (let column = 0; column < width; column++) {
      sum.agree[column]! += counts.agree[column]!
      sum.disagree[column]! += counts.disagree[column]!
      sum.seen[column]! += counts.seen[column]!
    }
  }
  return sum
}

function countsOf(width: number): Counts {
  return { agree: new Int32Array(width), disagree: new Int32Array(width), seen: new Int32Array(width) }
}

function addRow({ agree, disagree, seen }: Counts, { from, columns, stances }: Cells, row: number): void {
  for (let i = from[row]!; i < from[row + 1]!; i++) {
    const column = columns[i]!
    const stance = stances[i]!
    seen[column]!++
    if (stance > 0) agree[column]!++
    else if (stance < 0) disagree[column]!++
  }
}
