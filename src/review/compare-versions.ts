import { type Difference, differenceOf } from '#feedback/difference.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { HeatCell, HeatRow } from './heat.ts'

export const COMPARED = ['left', 'skipped', 'works', 'trust', 'sharing'] as const
export type Compared = (typeof COMPARED)[number]

export type ComparedStep = {
  readonly key: StepKey
  readonly later: HeatRow
  readonly earlier: HeatRow
  readonly measures: readonly {
    readonly measure: Compared
    readonly before: NonNullable<HeatCell>
    readonly after: NonNullable<HeatCell>
    readonly difference: Difference
  }[]
}

/**
 * The same steps in an earlier and a later version, measure by measure: only what both have figures of. `wasOf` names the
 * step of the earlier version that a later one was, where it bore another name.
 */
export function compareVersions(
  earlier: readonly HeatRow[],
  later: readonly HeatRow[],
  wasOf: (key: StepKey) => readonly StepKey[],
): readonly ComparedStep[] {
  const known = new Map(earlier.map((one) => [one.row.key, one]))
  return later.flatMap((one) => {
    const { key } = one.row
    const before = [key, ...wasOf(key)].map((name) => known.get(name)).find((row) => row !== undefined)
    if (!before) return []
    const measures = COMPARED.flatMap((measure) => {
      const [first, second] = [before.cells[measure], one.cells[measure]]
      if (!first || !second) return []
      return [{ measure, before: first, after: second, difference: differenceOf(first, second) }]
    })
    return measures.length > 0 ? [{ key, later: one, earlier: before, measures }] : []
  })
}
