/** Points of the plane, each coordinate in its own array. */
export type Points = { readonly x: Float64Array; readonly y: Float64Array }

// Coarser than what the search for the components leaves open, finer than any difference that means something.
const GRAIN = 1e6

/**
 * The chosen rows' places, by x and then by y, so that the order in which people came is forgotten. `order[i]` is the
 * place in `rows` of point i. Source: opinion-map.md 4.1, 4.2.
 */
export function sortedPoints(places: Float64Array, rows: Int32Array): Points & { readonly order: Int32Array } {
  const placed = { x: new Float64Array(rows.length), y: new Float64Array(rows.length) }
  const order = new Int32Array(rows.length)
  for (let i = 0; i < order.length; i++) {
    placed.x[i] = grained(places[2 * rows[i]!]!)
    placed.y[i] = grained(places[2 * rows[i]! + 1]!)
    order[i] = i
  }
  order.sort((i, j) => placed.x[i]! - placed.x[j]! || placed.y[i]! - placed.y[j]!)
  return { ...pick(placed, order), order }
}

/** Those of the points that stand at the given places, in that order. */
export function pick({ x, y }: Points, at: Int32Array): Points {
  const picked = { x: new Float64Array(at.length), y: new Float64Array(at.length) }
  for (let i = 0; i < at.length; i++) {
    picked.x[i] = x[at[i]!]!
    picked.y[i] = y[at[i]!]!
  }
  return picked
}

function grained(value: number): number {
  return Math.round(value * GRAIN) / GRAIN + 0
}
