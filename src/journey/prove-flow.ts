import type { StepKey } from './definition.ts'
import { type Finding, finding } from './finding.ts'
import { everythingBefore, type Order, type PlacedStep } from './graph.ts'

/** Which steps produce a document, hand something over, or ask leave for a hand-over. */
type Flow = {
  readonly producers: ReadonlyMap<string, readonly StepKey[]>
  readonly sharing: ReadonlyMap<string, StepKey>
  readonly consented: ReadonlySet<string>
}

/** Documents exist before they are used, and consent is asked before what it allows. */
export function flowFindings(order: Order): Finding[] {
  const places = [...order.steps.values()]
  const flow = flowOf(places)
  return places.flatMap((place) => [
    ...useFindings(place, flow, order),
    ...consentFindings(place, flow, order),
    ...basisFindings(place, flow),
  ])
}

function flowOf(places: readonly PlacedStep[]): Flow {
  const producers = new Map<string, StepKey[]>()
  for (const { key, step } of places) {
    for (const document of new Set(step.produces)) {
      const known = producers.get(document)
      if (known) known.push(key)
      else producers.set(document, [key])
    }
  }
  const shares = places.flatMap(({ key, step }) => (step.shares ?? []).map(({ id }): [string, StepKey] => [id, key]))
  return {
    producers,
    sharing: new Map(shares.reverse()),
    consented: new Set(places.flatMap(({ step }) => (step.kind === 'consent' ? step.consents : []))),
  }
}

function useFindings({ key, step, path }: PlacedStep, flow: Flow, order: Order): Finding[] {
  return (step.uses ?? []).flatMap((document, i) => {
    const at = [...path, 'uses', i]
    const producers = flow.producers.get(document) ?? []
    const [producer] = producers
    if (!producer) return [finding('never-produced', at, { document })]
    const before = everythingBefore(order, key)
    if (producers.some((other) => other === key || before.has(other))) return []

    const areLater = producers.every((other) => everythingBefore(order, other).has(key))
    return [finding(areLater ? 'produced-later' : 'produced-elsewhere', at, { document, producer })]
  })
}

function consentFindings({ key, step, path }: PlacedStep, { sharing }: Flow, order: Order): Finding[] {
  if (step.kind !== 'consent') return []
  return step.consents.flatMap((share, i) => {
    const at = sharing.get(share)
    const isAskedFirst = !at || at === key || everythingBefore(order, at).has(key)
    return isAskedFirst ? [] : [finding('share-before-consent', [...path, 'consents', i], { share })]
  })
}

function basisFindings({ step, path }: PlacedStep, { consented }: Flow): Finding[] {
  return (step.shares ?? []).flatMap(({ id, basis }, i) =>
    basis === 'consent' && !consented.has(id)
      ? [finding('consent-not-asked', [...path, 'shares', i], { share: id })]
      : [],
  )
}
