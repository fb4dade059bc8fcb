import { disclose, discloseRow } from '../disclosure.ts'
import { BINS, type Bin, binCounts, type StanceCounts } from './distribution.ts'

export type DisclosedBins = {
  /** undefined: too few to be told */
  readonly n: number | undefined
  readonly bins: readonly { readonly bin: Bin; readonly n: number | undefined }[]
}

/** The distribution as it may be shown: the one rule of disclosure over its nine bins, whose total stands beside them. */
export function discloseBins(counts: StanceCounts): DisclosedBins {
  const bins = binCounts(counts)
  const raw = BINS.map((bin) => bins[bin])
  const n = disclose(raw.reduce((sum, one) => sum + one, 0))
  const shown = n === undefined ? raw.map(() => undefined) : discloseRow(raw)
  return { n, bins: BINS.map((bin, i) => ({ bin, n: shown[i] })) }
}
