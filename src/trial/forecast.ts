import { allocate } from '#feedback/allocation.ts'
import type { Journey } from '#src/journey/compile.ts'
import type { Facts, Persona, StepKey } from '#src/journey/definition.ts'
import { promptsOf } from '#src/journey/prompts.ts'

export type Forecast = { readonly step: StepKey; readonly walkers: number; readonly answers: number }

/** Half of those who are asked say something: what light prompts in the middle of a form usually get; a guess, and said so. */
export const ANSWERING = 0.5

/**
 * How many answers each step may expect: the given number of walkers, spread evenly over the example situations, are
 * offered prompts by the very rule that will share them out, one after another; half of them answer, alternately.
 */
export function forecast(input: {
  journey: Journey
  personas: readonly Persona[]
  walkers: number
  weights: Readonly<Record<string, number>>
}): readonly Forecast[] {
  const { journey, personas, walkers, weights } = input
  const paths = (personas.length > 0 ? personas.map(({ facts }) => facts) : [{}]).map((facts) => pathOf(journey, facts))
  const counts = new Map([...journey.places.keys()].map((step) => [step, { walkers: 0, shown: 0, answered: 0 }]))
  for (let walker = 0; walker < walkers; walker++)
    walk(paths[walker % paths.length] ?? [], walker, { journey, counts, weights })
  return [...counts].map(([step, { walkers: met, answered }]) => ({ step, walkers: met, answers: answered }))
}

type Counts = Map<StepKey, { walkers: number; shown: number; answered: number }>

/** The steps of a situation, "perhaps" ones included. */
function pathOf(journey: Journey, facts: Facts): readonly StepKey[] {
  return [...journey.places.values()].filter(({ applies }) => applies(facts) !== false).map(({ key }) => key)
}

function walk(
  path: readonly StepKey[],
  walker: number,
  { journey, counts, weights }: { journey: Journey; counts: Counts; weights: Readonly<Record<string, number>> },
) {
  let used = 0
  for (const [at, step] of path.entries()) {
    const count = counts.get(step)
    const place = journey.places.get(step)
    if (!count || !place) continue
    count.walkers += 1
    const ahead = path.slice(at).map((later) => ({
      step: later,
      shown: counts.get(later)?.shown ?? 0,
      answered: counts.get(later)?.answered ?? 0,
    }))
    const prompts = promptsOf(place.step).map(({ id }) => ({ id, shown: 0, answered: 0 }))
    if (allocate({ step, prompts, ahead, used, weights, seed: `forecast ${walker}` }) === undefined) continue
    used += 1
    count.shown += 1
    if (count.shown * ANSWERING >= count.answered + 1) count.answered += 1
  }
}
