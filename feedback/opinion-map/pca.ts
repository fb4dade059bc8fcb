import { type Counts, votesOf } from './group-votes.ts'
import { leadingPair, type Operator } from './leading-pair.ts'
import type { Rating } from './rating.ts'
import { seeded } from './seeded.ts'

/**
 * `center`: the mean of every column's votes, passes 0. `components`: at most two unit vectors over the columns; a
 * direction in which nobody differs is all 0. `eigenvalues`: of CᵀC, the votes minus the centre, unseen 0. `basis`: hand
 * it to the next call for nearly the same votes.
 */
export type Pca = {
  readonly center: Float64Array
  readonly components: readonly Float64Array[]
  readonly eigenvalues: readonly number[]
  readonly basis: readonly Float64Array[]
}

const NOTHING = 1e-11
const TIE = 1e-9
const A_LITTLE = 1e-3

/**
 * The plane in which the votes differ most. In each component the loading of largest size is positive (the first of
 * equals), so that the map does not turn over between two updates. `warm`: the `basis` of an earlier result over the
 * same columns; `votes`: of everybody, where they are counted already. Source: opinion-map.md 3.3.
 */
export function pca(
  rating: Rating,
  warm: readonly Float64Array[] = [],
  accuracy?: number,
  votes: Counts = votesOf(rating),
): Pca {
  const center = meansOf(votes)
  const number = Math.min(2, rating.rows, rating.width)
  const found = leadingPair(scatter(rating, center), startOf(rating, warm), accuracy)
  const isSomething = (i: number) => (found.values[i] ?? 0) > NOTHING * Math.max(1, found.values[0] ?? 0)
  const at = Array.from({ length: number }, (_, i) => i)
  return {
    center,
    components: at.map((i) => (isSomething(i) ? upright(found.vectors[i]!) : new Float64Array(rating.width))),
    eigenvalues: at.map((i) => (isSomething(i) ? found.values[i]! : 0)),
    basis: found.vectors,
  }
}

function meansOf({ agree, disagree, seen }: Counts): Float64Array {
  const means = new Float64Array(seen.length)
  for (let j = 0; j < means.length; j++) if (seen[j]) means[j] = (agree[j]! - disagree[j]!) / seen[j]!
  return means
}

/**
 * x to CᵀC x for two vectors at once; the centred matrix itself is never made. A vote's place in the tables is its column
 * and its stance, so that a cell costs one look-up instead of three.
 */
function scatter({ rows, from, columns, stances, width }: Rating, center: Float64Array): Operator {
  const places = new Uint16Array(columns.length)
  for (let i = 0; i < places.length; i++) places[i] = 6 * columns[i]! + 2 * (stances[i]! + 1)
  const off = Float64Array.from({ length: 3 * width }, (_, at) => (at % 3) - 1 - center[Math.floor(at / 3)]!)
  const along = new Float64Array(6 * width)
  const back = new Float64Array(6 * width)
  return (x, y) => {
    for (let at = 0; at < off.length; at++) {
      const column = Math.floor(at / 3)
      along[2 * at] = off[at]! * x[0][column]!
      along[2 * at + 1] = off[at]! * x[1][column]!
    }
    back.fill(0)
    for (let row = 0; row < rows; row++) addRow(places, from[row]!, from[row + 1]!, along, back)
    for (let at = 0; at < off.length; at++) {
      const column = Math.floor(at / 3)
      y[0][column]! += off[at]! * back[2 * at]!
      y[1][column]! += off[at]! * back[2 * at + 1]!
    }
  }
}

function addRow(places: Uint16Array, start: number, end: number, along: Float64Array, back: Float64Array): void {
  let one = 0
  let other = 0
  for (let i = start; i < end; i++) {
    const place = places[i]!
    one += along[place]!
    other += along[place + 1]!
  }
  for (let i = start; i < end; i++) {
    const place = places[i]!
    back[place]! += one
    back[place + 1]! += other
  }
}

/**
 * Two directions at random, since all ones may be one in which nobody differs and then finds only one of two directions of
 * equal weight. A little of everything goes into a warm start: an earlier plane alone would never find people who have no statement in
 * common with those it was made of.
 */
function startOf({ width, isOut }: Rating, warm: readonly Float64Array[]): Float64Array[] {
  const next = seeded(1)
  const anywhere = () => Float64Array.from(isOut, (out) => (1 - out) * (next() - 0.5))
  const isUsable = warm.length > 0 && warm.every((one) => one.length === width)
  if (!isUsable) return [anywhere(), anywhere()]

  const little = A_LITTLE / Math.sqrt(width)
  return warm.map((one) => anywhere().map((some, j) => little * some + (isOut[j] ? 0 : one[j]!)))
}

function upright(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const first = vector.find((one) => Math.abs(one) >= largest * (1 - TIE)) ?? 0
  return first < 0 ? vector.map((one) => -one) : vector
}
