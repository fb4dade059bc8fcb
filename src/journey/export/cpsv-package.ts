import type { Definition, Provider, Step, StepKey } from '../definition.ts'

/** The EU's codes of the languages a journey may be written in. */
export const LANGUAGE_CODES = { fi: 'FIN', sv: 'SWE', en: 'ENG' } as const

/** A step that somebody serves: all but questions. */
export type Served = Exclude<Step, { kind: 'question' }>
export type Party = { readonly id: string; readonly provider: Provider }

/** A definition as its export sees it. */
export type Package = {
  readonly definition: Definition
  readonly event: string
  /** the id of a node: urn:polku:JOURNEY/KIND/PATH */
  readonly id: (kind: string, path: string) => string
  /** a concept of the EU's authority tables */
  readonly authority: (path: string) => string
  /** steps with a public provider: they become public services */
  readonly services: ReadonlyMap<StepKey, Served>
  /** the other served steps */
  readonly others: ReadonlyMap<StepKey, Served>
}

/** Sorts the steps of a definition into public services and others; questions are neither. */
export function packageOf(definition: Definition): Package {
  const served = Object.entries(definition.tracks).flatMap(([track, { steps }]) =>
    steps.flatMap((step): [StepKey, Served][] => (step.kind === 'question' ? [] : [[`${track}/${step.id}`, step]])),
  )
  const isPublic = ([, step]: [StepKey, Served]) => authoritiesOf(definition, step).length > 0
  const base = `urn:polku:${definition.id}`
  return {
    definition,
    event: base,
    id: (kind, path) => `${base}/${kind}/${path}`,
    authority: (path) => `http://publications.europa.eu/resource/authority/${path}`,
    services: new Map(served.filter(isPublic)),
    others: new Map(served.filter((one) => !isPublic(one))),
  }
}

/** Every served step in the order of the journey's file, with the id of its node. */
export function nodesOf(of: Package): readonly (readonly [node: string, key: StepKey, step: Served])[] {
  return [
    ...[...of.services].map(([key, step]) => [of.id('service', key), key, step] as const),
    ...[...of.others].map(([key, step]) => [of.id('step', key), key, step] as const),
  ]
}

/** The providers of a step, without the walker. */
export function partiesOf({ providers }: Definition, { provider }: Served): readonly Party[] {
  return [provider].flat().flatMap((id) => {
    const found = id !== 'self' && Object.hasOwn(providers, id) ? providers[id] : undefined
    return found ? [{ id, provider: found }] : []
  })
}

/** Public providers alone: a competent authority must be a public organisation, and nobody else is passed off as one. */
export function authoritiesOf(definition: Definition, step: Served): readonly Party[] {
  return partiesOf(definition, step).filter(({ provider }) => provider.sector === 'public')
}
