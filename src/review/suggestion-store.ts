import type { EditPart } from '#feedback/prompt.ts'
import type { StepKey, Words } from '#src/journey/definition.ts'
import type { Contribution, WalkMode } from '#src/walk/walk.ts'

/** open: nobody has decided · accepted: taken as it is · adapted: taken in other words · declined: with a reason */
export const SUGGESTION_STATES = ['open', 'accepted', 'adapted', 'declined'] as const
export type SuggestionState = (typeof SUGGESTION_STATES)[number]

/** What a designer decided about a suggestion. There is one, and it stands. */
export type Decision = {
  readonly contribution: string
  readonly journey: string
  /** under its name in the draft */
  readonly step: StepKey
  readonly part: EditPart
  readonly state: Exclude<SuggestionState, 'open'>
  /** told to the author; of what was accepted it may be empty */
  readonly reason: Words
  readonly by: string
  readonly at: number
  readonly draft: string
  /** the version that brought it; undefined until one does */
  readonly version: number | undefined
}
export type Suggested = {
  readonly said: Contribution
  readonly mode: WalkMode
  readonly decision: Decision | undefined
}
export type SuggestionsAt = { readonly journey: string; readonly steps: readonly StepKey[] }

/** Each method is one transaction. */
export interface SuggestionStore {
  /** suggestions made at these steps in any version, in whatever state, oldest first */
  suggestionsAt(at: SuggestionsAt): Promise<readonly Suggested[]>
  /** False when it has been decided already, or is gone: nothing is stored. */
  decide(decision: Decision): Promise<boolean>
  decisionsOf(walk: string): Promise<readonly Decision[]>
  /** accepted or adapted, and in no version yet, in the order they were decided */
  takenOf(journey: string): Promise<readonly Decision[]>
  /** These are in a version now. */
  broughtBy(contributions: readonly string[], version: number): Promise<void>
}
