import type { Cells } from './latest-cells.ts'

/**
 * The votes that place people. A moderated-out statement counts as a pass of everybody, also of those who never saw it:
 * its cells are left out here, its column is marked in `isOut` and counted in `out`.
 */
export type Rating = Cells & { readonly isOut: Uint8Array; readonly out: number }

/** The matrix without what was moderated out. `isOut`: 1 per such column. Source: opinion-map.md 3.1, "rating". */
export function rating(cells: Cells, isOut: Uint8Array): Rating {
  const out = isOut.reduce((sum, one) => sum + one, 0)
  if (out === 0) return { ...cells, isOut, out }

  const from = new Int32Array(cells.rows + 1)
  const columns = new Uint16Array(cells.columns.length)
  const stances = new Int8Array(cells.columns.length)
  let kept = 0
  for (let row = 0; row < cells.rows; row++) {
    for (let i = cells.from[row]!; i < cells.from[row + 1]!; i++) {
      if (isOut[cells.columns[i]!]) continue
      columns[kept] = cells.columns[i]!
      stances[kept++] = cells.stances[i]!
    }
    from[row + 1] = kept
  }
  return {
    rows: cells.rows,
    width: cells.width,
    from,
    columns: columns.slice(0, kept),
    stances: stances.slice(0, kept),
    isOut,
    out,
  }
}
