import type { Definition, Step, StepKey } from '#src/journey/definition.ts'
import { addUp, type Count, type Figure, figure } from './figure.ts'
import type { StepCounts } from './review-store.ts'

export const COLUMNS = ['reached', 'shown', 'answered', 'skipped', 'left', 'set_aside'] as const
export type Column = (typeof COLUMNS)[number]
export type Figures = { readonly [C in Column]: Figure }

/** One step of one version with its figures as they may be shown. */
export type StepRow = {
  readonly version: number
  readonly key: StepKey
  readonly track: string
  readonly step: Step
  readonly providers: readonly string[]
  readonly figures: Figures
}
/** The raw counts of a step, some of them not to be told. */
export type TellableCounts = { readonly [N in keyof StepCounts]: N extends 'step' ? StepKey : Count }
export type RowFilter = { readonly track: string | undefined; readonly provider: string | undefined }

/**
 * Every step of a version in the order of the journey, also the ones nobody met. `counts` has a list for each mode of
 * walks that is counted; with several, each is withheld by itself before they are added up.
 */
export function stepRows(
  { tracks }: Pick<Definition, 'tracks'>,
  version: number,
  counts: readonly (readonly TellableCounts[])[],
): readonly StepRow[] {
  const byStep = counts.map((mode) => new Map(mode.map((one) => [one.step, one])))
  return Object.entries(tracks).flatMap(([track, { steps }]) =>
    steps.map((step) => {
      const key: StepKey = `${track}/${step.id}`
      const figures = figuresAt(byStep.map((mode) => mode.get(key)))
      return { version, key, track, step, providers: providersOf(step), figures }
    }),
  )
}

export function filterRows(rows: readonly StepRow[], { track, provider }: RowFilter): readonly StepRow[] {
  return rows.filter(
    (row) =>
      (track === undefined || row.track === track) && (provider === undefined || row.providers.includes(provider)),
  )
}

/** The steps fewest people came to. Withheld ones lie between none and five, in the order of the journey. */
export function reachedLeast(rows: readonly StepRow[], most = 3): readonly StepRow[] {
  return rows.toSorted((one, other) => (one.figures.reached ?? 1) - (other.figures.reached ?? 1)).slice(0, most)
}

/** The steps most people went no further from; none when no figure may be shown. */
export function leftMost(rows: readonly StepRow[], most = 3): readonly StepRow[] {
  const left = ({ figures }: StepRow) => figures.left ?? 0
  return rows
    .filter((row) => left(row) > 0)
    .toSorted((one, other) => left(other) - left(one))
    .slice(0, most)
}

function figuresAt(modes: readonly (TellableCounts | undefined)[]): Figures {
  const sum = (name: Exclude<keyof StepCounts, 'step'>) =>
    addUp(modes.map((counts) => (counts ? figure(counts[name]) : 0)))
  return {
    reached: sum('reached'),
    shown: sum('shown'),
    answered: sum('answered'),
    skipped: sum('skipped'),
    left: sum('left'),
    set_aside: sum('aside'),
  }
}

function providersOf({ provider = [] }: Step): readonly string[] {
  return typeof provider === 'string' ? [provider] : provider
}
