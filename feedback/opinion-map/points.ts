/** Points of the plane, each coordinate in its own array. */
export type Points = { readonly x: Float64Array; readonly y: Float64Array }

// Coarser than what the search for the components leaves open, finer than any difference that means something.
const GRAIN = 1e8

/**
 * The chosen rows' places, by x and then by y, so that the order in which people came is forgotten. `order[i]` is the
 * place in `rows` of point i. Source: opinion-map.md 4.1, 4.2.
 */
export function sortedPoints(places: Float64Array, rows: Int32Array): Points & { readonly order: Int32Array } {
  const xs = Float64Array.from(rows, (row) => grained(places[2 * row]!))
  const ys = Float64Array.from(rows, (row) => grained(places[2 * row + 1]!))
  const order = Int32Array.from(rows, (_, i) => i).sort((i, j) => xs[i]! - xs[j]! || ys[i]! - ys[j]!)
  return { x: Float64Array.from(order, (i) => xs[i]!), y: Float64Array.from(order, (i) => ys[i]!), order }
}

/** Those of the points that stand at the given places, in that order. */
export function pick({ x, y }: Points, at: Int32Array): Points {
  return { x: Float64Array.from(at, (i) => x[i]!), y: Float64Array.from(at, (i) => y[i]!) }
}

function grained(value: number): number {
  return Math.round(value * GRAIN) / GRAIN + 0
}
