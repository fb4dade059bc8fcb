import type { Definition, StepKey } from '../definition.ts'
import { type PlacedStep, stepsOf } from '../graph.ts'
import type { StepDifference } from '../step-differences.ts'
import type { DrawnStrand } from './drawing.ts'

export type Compared = {
  readonly strands: readonly DrawnStrand[]
  /** what became of a step, by the key it is drawn under; unchanged ones are not there */
  readonly marks: ReadonlyMap<string, StepDifference>
}

/**
 * Two versions in one picture: every step where it stands now, and those that are gone where they stood, after the step
 * that came before them.
 */
export function comparedStrands(
  before: Definition,
  after: Definition,
  differences: readonly StepDifference[],
): Compared {
  const gone = differences.filter(({ kind }) => kind === 'removed')
  const key = (place: PlacedStep, isGone: boolean) => (isGone ? goneKey(place.key) : place.key)
  const marks = new Map(
    differences.flatMap((one) => {
      const place = one.after ?? one.before
      return place ? [[key(place, one.kind === 'removed'), one] as const] : []
    }),
  )
  const tracks = [...new Set([...Object.keys(after.tracks), ...gone.flatMap(({ before: was }) => was?.track ?? [])])]
  const now = stepsOf(after)
  const shown = new Set<string>(now.map((place) => place.key))
  const strands = tracks.map((id, at) => {
    const own = now.filter(({ track }) => track === id).map((place) => ({ place, isGone: false }))
    const steps = gone.reduce((row, { before: was }) => (was?.track === id ? withGone(row, was, before) : row), own)
    return {
      id,
      number: at + 1,
      title: (after.tracks[id] ?? before.tracks[id])?.title ?? {},
      steps: steps.map(({ place, isGone }) => ({
        place: { key: key(place, isGone) as StepKey, step: place.step },
        number: `${at + 1}.${place.index + 1}`,
        needs: isGone ? [] : (place.step.needs ?? []).filter((need) => shown.has(need)),
      })),
    }
  })
  return { strands, marks }
}

/** A new step may bear the name of one that is gone. */
function goneKey(key: StepKey): string {
  return `${key}/gone`
}

type Standing = { readonly place: PlacedStep; readonly isGone: boolean }

function withGone(row: readonly Standing[], was: PlacedStep, { tracks }: Definition): Standing[] {
  const above = (tracks[was.track]?.steps ?? []).slice(0, was.index).map(({ id }) => id)
  const at = row.findLastIndex(({ place }) => above.includes(place.step.id))
  return [...row.slice(0, at + 1), { place: was, isGone: true }, ...row.slice(at + 1)]
}
