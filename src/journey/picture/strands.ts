import type { Journey, Place } from '../compile.ts'
import type { Facts, Share, StepKey, Words } from '../definition.ts'

/** A step as a picture tells it. `number` is its place in the whole journey (`4.3`), the same in every situation. */
export type DrawnStep = {
  readonly place: Place
  readonly number: string
  /** not for everyone: it stands under a condition, or in one situation it cannot be told whether it concerns the person */
  readonly isForSome: boolean
  /** steps that come first and stand in the same picture */
  readonly needs: readonly StepKey[]
}
export type Strand = {
  readonly id: string
  readonly number: number
  readonly title: Words
  readonly steps: DrawnStep[]
}

/** A hand-over with the step it belongs to. */
export type HandOver = { readonly key: string; readonly number: string; readonly share: Share }

/**
 * The strands of a journey with their steps in the order they are written; with `facts` only what concerns that situation,
 * "perhaps" included, and strands left without a step are left out. Order and numbers come from the whole definition
 * alone, so they are the same in every situation, and a step added later moves only what follows it in its own strand.
 */
export function strandsOf({ definition, tracks }: Journey, facts?: Facts): readonly Strand[] {
  const shown = new Set(
    [...tracks.values()].flat().flatMap(({ key, applies }) => (facts && applies(facts) === false ? [] : [key])),
  )
  return [...tracks]
    .map(([id, places], at) => ({
      id,
      number: at + 1,
      title: definition.tracks[id]?.title ?? {},
      steps: places
        .filter(({ key }) => shown.has(key))
        .map((place) => ({
          place,
          number: `${at + 1}.${place.index + 1}`,
          isForSome: facts ? place.applies(facts) === 'unknown' : place.step.when !== undefined,
          needs: (place.step.needs ?? []).filter((need) => shown.has(need)),
        })),
    }))
    .filter(({ steps }) => steps.length > 0)
}

/** Every hand-over of the drawn steps, once each, in the order of the steps. */
export function handOversOf(strands: readonly Strand[]): readonly HandOver[] {
  return strands
    .flatMap(({ steps }) => steps)
    .flatMap(({ place, number }) =>
      (place.step.shares ?? []).map((share) => ({ key: `${place.key}/${share.id}`, number, share })),
    )
}

export type Giver = { readonly party: string; readonly gives: readonly HandOver[]; readonly gets: number }

/** Hand-overs by who gives, in the order in which each first gives something; `gets` counts what comes to them. */
export function giversOf(handOvers: readonly HandOver[]): readonly Giver[] {
  const groups = Map.groupBy(handOvers, ({ share }) => share.from)
  return [...groups].map(([party, gives]) => ({
    party,
    gives,
    gets: handOvers.filter(({ share }) => share.to === party).length,
  }))
}
