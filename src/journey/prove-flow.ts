import type { StepKey } from './definition.ts'
import { type Finding, finding } from './finding.ts'
import { everythingBefore, type Order, type PlacedStep } from './graph.ts'

/** Documents exist before they are used, and consent is asked before what it allows. */
export function flowFindings(order: Order): Finding[] {
  const places = [...order.steps.values()]
  return places.flatMap((place) => [
    ...useFindings(place, places, order),
    ...consentFindings(place, places, order),
    ...basisFindings(place, places),
  ])
}

function useFindings(place: PlacedStep, places: readonly PlacedStep[], order: Order): Finding[] {
  return (place.step.uses ?? []).flatMap((document, i) => {
    const path = [...place.path, 'uses', i]
    const producers = places.filter(({ step }) => step.produces?.includes(document)).map(({ key }) => key)
    const [producer] = producers
    if (!producer) return [finding('never-produced', path, { document })]
    if (producers.some((key) => key === place.key || everythingBefore(order, place.key).has(key))) return []

    const areLater = producers.every((key) => everythingBefore(order, key).has(place.key))
    return [finding(areLater ? 'produced-later' : 'produced-elsewhere', path, { document, producer })]
  })
}

function consentFindings({ key, step, path }: PlacedStep, places: readonly PlacedStep[], order: Order): Finding[] {
  if (step.kind !== 'consent') return []
  return step.consents.flatMap((share, i) => {
    const sharing = sharingStep(share, places)
    const isAskedFirst = !sharing || sharing === key || everythingBefore(order, sharing).has(key)
    return isAskedFirst ? [] : [finding('share-before-consent', [...path, 'consents', i], { share })]
  })
}

function basisFindings({ step, path }: PlacedStep, places: readonly PlacedStep[]): Finding[] {
  return (step.shares ?? []).flatMap(({ id, basis }, i) => {
    const isAsked = places.some(({ step: other }) => other.kind === 'consent' && other.consents.includes(id))
    return basis === 'consent' && !isAsked ? [finding('consent-not-asked', [...path, 'shares', i], { share: id })] : []
  })
}

function sharingStep(share: string, places: readonly PlacedStep[]): StepKey | undefined {
  return places.find(({ step }) => step.shares?.some(({ id }) => id === share))?.key
}
