import { leaningOf, type Tenths, tenthsOf } from './stance.ts'

/**
 * The nine bins of the distribution. Two stances go into each of the outer ones and five into the middle, so that the
 * shares (up to -0.3, middle, from 0.3) are sums of whole bins: with other cuts the two together would tell of single people.
 */
export const BINS = [
  'against-4',
  'against-3',
  'against-2',
  'against-1',
  'middle',
  'for-1',
  'for-2',
  'for-3',
  'for-4',
] as const
export type Bin = (typeof BINS)[number]

/** The bin of a stance: tenths -10 and -9 in the first, -2 to 2 in the middle. */
export function binOf(tenths: Tenths): Bin {
  const leaning = leaningOf(tenths)
  return leaning === 'middle' ? 'middle' : (`${leaning}-${Math.ceil((Math.abs(tenths) - 2) / 2)}` as Bin)
}

/** The first and last stance of a bin, in tenths. */
export function edgesOf(bin: Bin): readonly [Tenths, Tenths] {
  const all = Array.from({ length: 21 }, (_, i) => i - 10).filter((tenths) => binOf(tenths) === bin)
  return [all[0] ?? 0, all.at(-1) ?? 0]
}

/** How many people hold each stance, by the stance as it is written; anything that is no stance is left out. */
export type StanceCounts = Readonly<Record<string, number>>

/** Counts by bin from counts by stance. */
export function binCounts(counts: StanceCounts): Readonly<Record<Bin, number>> {
  const bins = Object.fromEntries(BINS.map((bin) => [bin, 0])) as Record<Bin, number>
  for (const { tenths, n } of held(counts)) bins[binOf(tenths)] += n
  return bins
}

export type Distribution = {
  readonly n: number
  /** -1 to 1; undefined where nobody has a stance */
  readonly median: number | undefined
  readonly mean: number | undefined
  /** standard deviation of those asked, not an estimate for others: divided by n */
  readonly sd: number | undefined
  /** people up to -0.3, between, and from 0.3 */
  readonly against: number
  readonly middle: number
  readonly for: number
  /** 4 x share against x share for: 0 to 1, where 1 is half and half at the two sides */
  readonly split: number
}

/** What the stances add up to. Source: participation.md 2.0 (split index) and 2.2. */
export function distributionOf(counts: StanceCounts): Distribution {
  const all = held(counts)
  const n = all.reduce((sum, one) => sum + one.n, 0)
  const side = (leaning: string) => all.reduce((sum, one) => sum + (leaningOf(one.tenths) === leaning ? one.n : 0), 0)
  const [against, middle, inFavour] = [side('against'), side('middle'), side('for')]
  const mean = n === 0 ? undefined : all.reduce((sum, one) => sum + one.tenths * one.n, 0) / n
  return {
    n,
    median: medianOf(all, n),
    mean: mean === undefined ? undefined : mean / 10,
    sd: mean === undefined ? undefined : spread(all, mean, n) / 10,
    ...{ against, middle, for: inFavour },
    split: n === 0 ? 0 : (4 * against * inFavour) / n ** 2,
  }
}

/** What a proposition's stances say of it. */
export const CLASSES = ['thin', 'settled_for', 'settled_against', 'split', 'lukewarm'] as const
export type ClassOfStances = (typeof CLASSES)[number]

/** Fewest people of whom anything is said. */
export const THIN_BELOW = 20

/** The class of a proposition. Source: participation.md 2.2, where the rules stand in this order. */
export function classOf({ n, median = 0, split }: Pick<Distribution, 'n' | 'median' | 'split'>): ClassOfStances {
  if (n < THIN_BELOW) return 'thin'
  if (Math.abs(median) >= 0.5 && split < 0.3) return median > 0 ? 'settled_for' : 'settled_against'
  return split >= 0.5 ? 'split' : 'lukewarm'
}

type Held = { readonly tenths: Tenths; readonly n: number }

/** Stances with their people, from against to for. */
function held(counts: StanceCounts): readonly Held[] {
  return Object.entries(counts)
    .flatMap(([text, n]) => {
      const tenths = tenthsOf(text)
      return tenths === undefined || n === 0 ? [] : [{ tenths, n }]
    })
    .sort((one, other) => one.tenths - other.tenths)
}

function medianOf(all: readonly Held[], n: number): number | undefined {
  if (n === 0) return undefined
  return (nth(all, Math.floor((n - 1) / 2)) + nth(all, Math.floor(n / 2))) / 20
}

/** The stance of the person at a place, counted from 0. */
function nth(all: readonly Held[], place: number): Tenths {
  let before = 0
  for (const { tenths, n } of all) {
    before += n
    if (before > place) return tenths
  }
  return 0
}

function spread(all: readonly Held[], mean: number, n: number): number {
  return Math.sqrt(all.reduce((sum, one) => sum + one.n * (one.tenths - mean) ** 2, 0) / n)
}
