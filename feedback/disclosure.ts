/**
 * The smallest number of people a published figure may name. Fewer could point at a person in a small municipality.
 * Statistics Finland withholds less than 3 units in business data; PEDSnet uses 5; this is personal data on grief.
 */
export const THRESHOLD = 5

/** A count of people as it may be shown: zero as it is, 1 to 4 withheld (undefined), anything else as it is. */
export function disclose(n: number): number | undefined {
  return n > 0 && n < THRESHOLD ? undefined : n
}

/**
 * A row of counts of people whose total is known, as it may be published. Primary suppression withholds 1 to 4.
 * Secondary suppression withholds the smallest other nonzero cells until at least two are hidden and the hidden ones
 * together make up THRESHOLD people, because total minus shown gives the sum of the hidden. Zeros stay.
 * Source: Statistics Finland, output checking (primary and secondary suppression). The caller withholds a small total
 * with `disclose`.
 */
export function discloseRow(cells: readonly number[]): readonly (number | undefined)[] {
  const rising = cells.map((n, at) => ({ n, at })).filter(({ n }) => n > 0)
  rising.sort((one, other) => one.n - other.n || one.at - other.at)

  const hidden = new Set<number>()
  let people = 0
  for (const { n, at } of rising) {
    const isCovered = hidden.size === 0 || (hidden.size > 1 && people >= THRESHOLD)
    if (disclose(n) !== undefined && isCovered) break
    hidden.add(at)
    people += n
  }
  return cells.map((n, at) => (hidden.has(at) ? undefined : n))
}
