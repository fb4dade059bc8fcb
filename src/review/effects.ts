import type { Published } from '#src/journey/library.ts'
import { automaticSteps, type Measure, type Range } from '#src/walk/burden.ts'
import type { Brief } from './brief.ts'
import { burdensOf } from './burdens.ts'
import { EFFECTS, type Effect, type ReportNote } from './report-notes.ts'

/** One thing that the engine or the trial itself has counted; no count of people, so nothing of it is withheld. */
export type Measured = {
  readonly name: 'automatic' | Measure | 'missing' | 'answers' | 'late' | 'days'
  readonly today: Range | undefined
  readonly proposed: Range | undefined
  /** of what has no two sides: what the trial itself came to */
  readonly inTrial: number | undefined
}
/** One part of the before/after frame: what was measured, and what named people estimate, kept apart. */
export type EffectPart = {
  readonly part: Effect
  readonly measured: readonly Measured[]
  readonly estimates: readonly ReportNote[]
}

const EFFORT = ['contacts', 'papers', 'twice', 'longest', 'waits'] as const satisfies readonly Measure[]

/** The frame of impact assessment, filled from the proposal's two sides and the trial's course where they tell something. */
export function effectsOf(published: Published, brief: Brief, notes: readonly ReportNote[]): readonly EffectPart[] {
  const { everyone } = burdensOf(published)
  const sides = (name: Measure): Measured => ({
    ...{ name, inTrial: undefined },
    today: everyone?.today[name],
    proposed: everyone?.proposed[name],
  })
  const inTrial = (name: Measured['name'], n: number | undefined): Measured => ({
    ...{ name, today: undefined, proposed: undefined },
    inTrial: n,
  })
  const measured: Readonly<Record<Effect, readonly Measured[]>> = {
    direct: [automaticIn(published)],
    indirect: [],
    burden: EFFORT.map(sides),
    quality: [
      inTrial('missing', brief.measures.missing.length),
      inTrial('answers', brief.answers.length),
      inTrial('late', brief.late.length),
      inTrial('days', brief.measures.days),
    ],
    cost: [sides('fees')],
  }
  return EFFECTS.map((part) => ({
    part,
    measured: measured[part],
    estimates: notes.filter(({ kind, about }) => kind === 'estimate' && about === part),
  }))
}

/** Steps that take care of themselves, of the whole journey. */
function automaticIn({ journey }: Published): Measured {
  const steps = [...journey.places.values()].map(({ step }) => step)
  const count = (side: 'today' | 'proposed') => {
    const n = automaticSteps(steps, side)
    return { from: n, to: n }
  }
  return { name: 'automatic', today: count('today'), proposed: count('proposed'), inTrial: undefined }
}
