import type { InputMode } from '#feedback/weighing/stance.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { WalkMode } from './walk.ts'

/** A proposition where a walk met it. */
export type WeighedPlace = { readonly version: number; readonly step: StepKey; readonly prompt: string }

/** What a form changes at one proposition: kept with the walk's append. What is undefined stays as it was. */
export type Weighed = WeighedPlace & {
  readonly stance: string | undefined
  readonly inputMode: InputMode | undefined
  readonly importance: number | undefined
  /** reasons taken into the walk's list, and taken out of it */
  readonly taken: readonly string[]
  readonly left: readonly string[]
}

/** A saved stance. Later ones of the same proposition come after earlier ones. */
export type SavedStance = WeighedPlace & {
  readonly stance: string | undefined
  readonly inputMode: InputMode | undefined
  readonly importance: number | undefined
  readonly at: number
}
export type PlacedReason = WeighedPlace & { readonly reason: string }

/** All that one walk has weighed: its stances with their history, its lists, and what it has been shown, each in order. */
export type WeighedByWalk = {
  readonly stances: readonly SavedStance[]
  readonly adoptions: readonly PlacedReason[]
  readonly exposures: readonly PlacedReason[]
}

/** What was weighed at a step of one version, by walks of these modes. */
export type WeighedAt = {
  readonly journey: string
  readonly version: number
  readonly step: StepKey
  readonly modes: readonly WalkMode[]
}

/** How often a reason was shown to and taken by those who hold one stance; undefined: those without one. Raw counts. */
export type Received = {
  readonly prompt: string
  readonly reason: string
  readonly stance: string | undefined
  readonly exposed: number
  readonly adopted: number
}

/** Each method is one transaction. What a form changes is written by the walk's own append (walk-store.ts). */
export interface WeighingStore {
  ofWalk(walk: string): Promise<WeighedByWalk>
  /** Reasons shown to a walk now, after those shown before. Shown again they keep their place. */
  expose(input: WeighedPlace & { walk: string; journey: string; reasons: readonly string[]; at: number }): Promise<void>
  /** how many walks have been shown each reason, over all versions: made-up walks by themselves, all others together */
  exposureCounts(input: {
    journey: string
    step: StepKey
    prompt: string
    simulated: boolean
  }): Promise<ReadonlyMap<string, number>>
  received(at: WeighedAt): Promise<readonly Received[]>
  /** the reasons in each walk's list */
  lists(at: WeighedAt): Promise<readonly { walk: string; prompt: string; reason: string }[]>
  /** the stances each walk saved at each proposition, in order */
  histories(at: WeighedAt): Promise<readonly { walk: string; prompt: string; stance: string }[]>
}
