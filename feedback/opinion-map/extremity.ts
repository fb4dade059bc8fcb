import type { Pca } from './pca.ts'

/**
 * Where a pretended participant would stand who only agrees with the statement: x and y in turn, 2 numbers a column.
 * A statement moderated out stands at 0, 0. Source: opinion-map.md 3.4.
 */
export function statementProjections({ center, components }: Pca): Float64Array {
  const places = new Float64Array(2 * center.length)
  const [first, second] = components
  if (!first || !second) return places
  const outward = Math.sqrt(center.length)
  for (let column = 0; column < center.length; column++) {
    const off = outward * (1 - center[column]!)
    places[2 * column] = off * first[column]! + 0
    places[2 * column + 1] = off * second[column]! + 0
  }
  return places
}

/** How far out each statement stands, a number a column. It is no measure of how much people differ over it. */
export function extremity(places: Float64Array): Float64Array {
  const far = new Float64Array(places.length / 2)
  for (let column = 0; column < far.length; column++)
    far[column] = Math.sqrt(places[2 * column]! ** 2 + places[2 * column + 1]! ** 2)
  return far
}
