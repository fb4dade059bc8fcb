// Longer names are hardly typed by hand, and comparing two costs the product of their lengths.
const LONGEST = 80

/** The id that was probably meant, as a finding's value; nothing where none is near. */
export function suggested(id: string, ids: readonly string[]): { suggestion?: string } {
  if (id.length > LONGEST) return {}
  const near = ids
    .filter((other) => Math.abs(other.length - id.length) <= 2)
    .map((other) => ({ other, distance: distanceOf(id, other) }))
    .sort((one, other) => one.distance - other.distance)[0]
  return near && near.distance <= Math.max(1, Math.floor(id.length / 4)) ? { suggestion: near.other } : {}
}

/** Levenshtein's distance: how many letters must be added, dropped or changed. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, against] of [...other].entries()) {
      const changed = (row[j] ?? 0) + (letter === against ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
