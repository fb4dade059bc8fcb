import { THRESHOLD } from '#feedback/disclosure.ts'
import { csvRows } from '#feedback/opinion-map/csv.ts'

/**
 * Whoever holds two releases can subtract one from the other. So a group of figures moves only where nobody stands out:
 * each of its figures stays as it was or moves by five people at least; else the whole group stays as released before.
 * `figures` are the columns of counts, `group` those that name what is kept or moved together. A cell left empty is withheld.
 * Source: trust.md 7.3 (two downloads differ by at least k people).
 */
export function batched(
  next: string,
  before: string | undefined,
  columns: { readonly group: readonly string[]; readonly figures: readonly string[] },
): readonly (readonly string[])[] {
  const [header = [], ...rows] = csvRows([next])
  if (before === undefined) return [header, ...rows]
  const earlier = groupsOf([...csvRows([before])], columns.group)
  const kept = [...groupsOf([header, ...rows], columns.group)].flatMap(([name, fresh]) => {
    const old = earlier.get(name)
    if (old === undefined) return fresh.rows
    return moves(old, fresh, columns.figures) ? fresh.rows : old.rows.map((row) => arranged(row, old.header, header))
  })
  return [header, ...kept]
}

type Group = { readonly header: readonly string[]; readonly rows: (readonly string[])[] }

function groupsOf(table: readonly (readonly string[])[], names: readonly string[]): ReadonlyMap<string, Group> {
  const [header = [], ...rows] = table
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const name = JSON.stringify(names.map((column) => row[header.indexOf(column)]))
    const group = groups.get(name) ?? { header, rows: [] }
    group.rows.push(row)
    groups.set(name, group)
  }
  return groups
}

function moves(old: Group, fresh: Group, figures: readonly string[]): boolean {
  if (old.rows.length !== fresh.rows.length) return true
  return fresh.rows.every((row, at) =>
    figures.every((column) =>
      isSafeStep(old.rows[at]?.[old.header.indexOf(column)] ?? '', row[fresh.header.indexOf(column)] ?? ''),
    ),
  )
}

/** From withheld (1 to 4) to a figure, the figure itself names five at least; from a figure to withheld, somebody left. */
function isSafeStep(old: string, fresh: string): boolean {
  if (old === fresh) return true
  if (old === '') return true
  if (fresh === '') return old === '0'
  return Math.abs(Number(fresh) - Number(old)) >= THRESHOLD
}

function arranged(row: readonly string[], from: readonly string[], to: readonly string[]): readonly string[] {
  return to.map((column) => row[from.indexOf(column)] ?? '')
}
