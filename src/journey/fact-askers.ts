import { repliesOf } from './definition.ts'
import type { Order, PlacedStep } from './graph.ts'

/** A step that tells a fact: asks it, decides it, or may set it by one of its replies. */
export type Asker = { readonly place: PlacedStep; readonly by: 'question' | 'decision' | 'reply' }

/** The steps that tell each fact, in the order they are written. */
export function askersOf(order: Order): Map<string, Asker[]> {
  const askers = new Map<string, Asker[]>()
  for (const place of order.steps.values()) {
    for (const [fact, by] of toldAt(place)) askers.set(fact, [...(askers.get(fact) ?? []), { place, by }])
  }
  return askers
}

/** True when everybody tells the fact: a step without a condition asks it. */
export function isCertain(askers: readonly Asker[]): boolean {
  return askers.some(({ place, by }) => by !== 'reply' && place.step.when === undefined)
}

function toldAt({ step }: PlacedStep): [string, Asker['by']][] {
  if (step.kind === 'question') return step.asks.map((fact) => [fact, 'question'])
  if (step.kind === 'decision') return [[step.sets, 'decision']]
  const set = new Set(repliesOf(step).flatMap(({ sets }) => Object.keys(sets ?? {})))
  return [...set].map((fact) => [fact, 'reply'])
}
