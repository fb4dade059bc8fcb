/** Values descending; `vectors[k]` is the unit vector of `values[k]`. */
export type Eigen = { readonly values: readonly number[]; readonly vectors: readonly Float64Array[] }

const SWEEPS = 30

/**
 * All eigenvalues and vectors of a small symmetric matrix, given as rows. Source: C. G. J. Jacobi's cyclic rotations as
 * in Golub and Van Loan, Matrix Computations, 8.5.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigen {
  const a = matrix.map((row) => Float64Array.from(row))
  const size = a.length
  const turned = a.map((_, i) => Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < SWEEPS && !isDiagonal(a); sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, turned, p, q)
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!)
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => turned[i]!) }
}

function isDiagonal(a: readonly Float64Array[]): boolean {
  let off = 0
  let on = 0
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j <= i; j++) {
      const squared = a[i]![j]! ** 2
      if (i === j) on += squared
      else off += squared
    }
  return off <= 1e-32 * on
}

/** Rows of `turned` are the vectors; only symmetric entries of `a` change. */
function rotate(a: readonly Float64Array[], turned: readonly Float64Array[], p: number, q: number): void {
  const rowP = a[p]!
  const rowQ = a[q]!
  const between = rowP[q]!
  if (between === 0) return
  const half = (rowQ[q]! - rowP[p]!) / (2 * between)
  const tan = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1))
  const cos = 1 / Math.sqrt(tan * tan + 1)
  const sin = tan * cos
  const endP = rowP[p]! - tan * between
  const endQ = rowQ[q]! + tan * between
  turnPair(rowP, rowQ, cos, sin)
  turnPair(turned[p]!, turned[q]!, cos, sin)
  for (let k = 0; k < a.length; k++) {
    a[k]![p] = rowP[k]!
    a[k]![q] = rowQ[k]!
  }
  rowP[p] = endP
  rowQ[q] = endQ
  rowP[q] = 0
  rowQ[p] = 0
}

function turnPair(one: Float64Array, other: Float64Array, cos: number, sin: number): void {
  for (let k = 0; k < one.length; k++) {
    const x = one[k]!
    const y = other[k]!
    one[k] = cos * x - sin * y
    other[k] = sin * x + cos * y
  }
}
