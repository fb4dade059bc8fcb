/**
 * Wilson's score interval for a share of `k` in `n`; both ends within 0 and 1, and all of it when nobody answered.
 * `z` 1.64 gives the 90 % interval. Source: E. B. Wilson, Probable inference, the law of succession, and statistical
 * inference, Journal of the American Statistical Association 22 (1927).
 */
export function wilson(k: number, n: number, z = 1.64): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 }

  const p = k / n
  const middle = p + z ** 2 / (2 * n)
  const reach = z * Math.sqrt((p * (1 - p) + z ** 2 / (4 * n)) / n)
  const scale = 1 + z ** 2 / n
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}

/**
 * The share of `a` in `n` pulled towards one half, so that one vote of one is not a hundred per cent: (a + 1) / (n + 2).
 * Source: Laplace's rule of succession.
 */
export function smoothed(a: number, n: number): number {
  return (a + 1) / (n + 2)
}
