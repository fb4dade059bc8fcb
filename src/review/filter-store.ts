import type { FactValue, Language, StepKey } from '#src/journey/definition.ts'
import type { Trait } from '#src/trial/trial.ts'

/** One walk that has been on a version, with what a filter may ask of it. `channel` is the channel's id. */
export type FilteredWalk = {
  readonly walk: string
  readonly language: Language
  readonly channel: string | undefined
  readonly openedAt: number
  /** came to the end of this version */
  readonly finished: boolean
}
export type ToldFact = { readonly walk: string; readonly name: string; readonly value: FactValue }
export type ToldTrait = { readonly walk: string; readonly trait: Trait; readonly value: string }

type At = { readonly walk: string; readonly step: StepKey }
type Asked = At & { readonly prompt: string }

/** What the walks of one version met, a row a walk and place. Raw: nothing of this is shown as it is. */
export type Met = {
  readonly reached: readonly At[]
  readonly left: readonly At[]
  readonly aside: readonly At[]
  readonly shown: readonly (Asked & { readonly skipped: boolean })[]
  readonly said: readonly (Asked & { readonly option: string | undefined })[]
}
export type FilteredWalks = {
  readonly walks: readonly FilteredWalk[]
  readonly facts: readonly ToldFact[]
  readonly traits: readonly ToldTrait[]
}
