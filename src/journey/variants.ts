import type { EarlierNames } from './compare.ts'
import type { Definition, Step, StepKey } from './definition.ts'
import { stepsOf } from './graph.ts'
import type { Published } from './library.ts'

/** Of steps that are told in two ways, by step, the id of the variant that somebody is told. */
export type ToldVariants = Readonly<Record<StepKey, string>>
/** A step that is told in two ways, with the ids of both and the names the step went by in the version before. */
export type VariedStep = {
  readonly step: StepKey
  readonly variants: readonly [string, string]
  readonly was: readonly StepKey[]
}

/** Every step of a definition that is told in two ways, in the order it is written; `names`: earlier names of each step. */
export function variedSteps(definition: Definition, names?: EarlierNames): readonly VariedStep[] {
  return stepsOf(definition).flatMap(({ key, step }) => {
    const [first, second] = step.variants ?? []
    return first && second ? [{ step: key, variants: [first.id, second.id], was: names?.get(key) ?? [key] }] : []
  })
}

/** A step in the words of one of its variants; as it is where it has none of that id. */
export function stepAsTold(step: Step, id: string | undefined): Step {
  const variant = step.variants?.find((one) => one.id === id)
  if (!variant) return step
  const words = { title: variant.title ?? step.title, do: variant.do ?? step.do }
  // A spread over the union keeps each kind: only words that every kind has are put in their places.
  const told: Step = { ...step, ...words }
  return told.proposed && variant.proposed
    ? ({ ...told, proposed: { ...told.proposed, what: variant.proposed.what } } satisfies Step)
    : told
}

const ready = new WeakMap<Published, Map<string, Published>>()

/**
 * A published version as one walker is told it: the same ids, order, conditions and machine, other words at the steps that
 * are told in two ways. Made once for each choice and kept as long as the version is.
 */
export function publishedAsTold(published: Published, told: ToldVariants | undefined): Published {
  if (!told || Object.keys(told).length === 0) return published
  const known = ready.get(published) ?? new Map<string, Published>()
  ready.set(published, known)
  const key = JSON.stringify(Object.entries(told).toSorted())
  const made = known.get(key) ?? asTold(published, told)
  known.set(key, made)
  return made
}

function asTold({ version, journey, prompts }: Published, told: ToldVariants): Published {
  const stepOf = (track: string, step: Step) => stepAsTold(step, told[`${track}/${step.id}`])
  const tracks = Object.entries(version.definition.tracks).map(
    ([id, track]) => [id, { ...track, steps: track.steps.map((step) => stepOf(id, step)) }] as const,
  )
  const definition = { ...version.definition, tracks: Object.fromEntries(tracks) }
  const places = [...journey.places].map(
    ([key, place]) => [key, { ...place, step: stepOf(place.track, place.step) }] as const,
  )
  const byKey = new Map(places)
  const byTrack = [...journey.tracks].map(
    ([id, list]) => [id, list.map((place) => byKey.get(place.key) ?? place)] as const,
  )
  return {
    version: { ...version, definition },
    journey: { ...journey, definition, places: byKey, tracks: new Map(byTrack) },
    prompts,
  }
}
