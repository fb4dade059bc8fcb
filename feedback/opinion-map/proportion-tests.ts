/** One-sided 90 %: a test above this is significant. */
export const SIGNIFICANT = 1.2816

/** How far `successes` of `trials` lie above one half, as a z value. Source: opinion-map.md 3.8. */
export function halfTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)
}

/** How far one share lies above another, as a z value; every count plus one. Source: opinion-map.md 3.8. */
export function twoShareTest(successes: number, others: number, trials: number, otherTrials: number): number {
  const s = successes + 1
  const t = others + 1
  const n = trials + 1
  const m = otherTrials + 1
  const both = (s + t) / (n + m)
  if (both === 1) return 0
  return (s / n - t / m) / Math.sqrt(both * (1 - both) * (1 / n + 1 / m))
}
