import type { BySide, Shown } from './reasons.ts'
import { type Leaning, leaningOf, tenthsOf } from './stance.ts'

/** How a reason was received by everybody, and by those on each side of the proposition. Raw counts of people. */
export type ReasonReceived = BySide & { readonly all: Shown }

type Counted = Shown & { readonly reason: string; readonly stance: string | undefined }

/** Adds up, by reason, what was counted by stance; those without a stance, or in the middle, count on neither side. */
export function receivedByReason(counts: readonly Counted[]): ReadonlyMap<string, ReasonReceived> {
  const reasons = new Set(counts.map(({ reason }) => reason))
  return new Map(
    [...reasons].map((reason) => {
      const own = counts.filter((one) => one.reason === reason)
      return [reason, { all: sum(own), for: sum(own.filter(isOn('for'))), against: sum(own.filter(isOn('against'))) }]
    }),
  )
}

function isOn(side: Leaning) {
  return ({ stance }: Counted) => {
    const tenths = tenthsOf(stance ?? '')
    return tenths !== undefined && leaningOf(tenths) === side
  }
}

function sum(counts: readonly Shown[]): Shown {
  return counts.reduce(
    (total, { exposed, adopted }) => ({ exposed: total.exposed + exposed, adopted: total.adopted + adopted }),
    { exposed: 0, adopted: 0 },
  )
}
