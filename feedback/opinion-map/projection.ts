import type { Pca } from './pca.ts'
import type { Rating } from './rating.ts'

/**
 * Where each row stands on the map: x and y in turn, 2 numbers a row. Who saw few statements is moved out in proportion,
 * sqrt(N / n): N all columns, n those the row answered, each moderated-out column counted as answered. With a single
 * component, everybody stands at 0, 0. Source: opinion-map.md 3.4.
 */
export function projections(
  { rows, width, from, columns, stances, out }: Rating,
  { center, components }: Pca,
): Float64Array {
  const places = new Float64Array(2 * rows)
  const [first, second] = components
  if (!first || !second) return places
  for (let row = 0; row < rows; row++) {
    let x = 0
    let y = 0
    for (let i = from[row]!; i < from[row + 1]!; i++) {
      const column = columns[i]!
      const off = stances[i]! - center[column]!
      x += off * first[column]!
      y += off * second[column]!
    }
    const outward = Math.sqrt(width / Math.max(from[row + 1]! - from[row]! + out, 1))
    places[2 * row] = outward * x
    places[2 * row + 1] = outward * y
  }
  return places
}
