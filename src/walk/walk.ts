import type { PromptKind } from '#feedback/prompt.ts'
import type { FactValue, Language, StepKey } from '#src/journey/definition.ts'
import type { ToldVariants } from '#src/journey/variants.ts'

export type { ToldVariants }

import type { Consequences } from './changes.ts'

/**
 * own: oneself · persona: as an example person · assisted: on behalf of another · simulated: made by the simulate command ·
 * imported: votes from elsewhere, nobody walked
 */
export const WALK_MODES = ['own', 'persona', 'assisted', 'simulated', 'imported'] as const
export type WalkMode = (typeof WALK_MODES)[number]

/** Dates are simulated calendar dates (`2026-03-02`), `at` is epoch milliseconds of the real clock. */
export type Walk = {
  readonly id: string
  readonly participant: string
  readonly journey: string
  readonly version: number
  readonly hash: string
  readonly mode: WalkMode
  readonly persona: string | undefined
  /** the strands chosen at the start; undefined = the whole journey */
  readonly tracks: readonly string[] | undefined
  readonly language: Language
  /** grows by one with every append: optimistic concurrency */
  readonly rev: number
  /** a cache: events and answers rebuild it */
  readonly progress: Progress
  readonly lastStep: StepKey | undefined
  readonly openedAt: number
  readonly touchedAt: number
  readonly outcomeAt: number | undefined
  /** the trial it belongs to, and the id of the channel it came in by */
  readonly trial: string | undefined
  readonly channel: string | undefined
  /** of each step that this version tells in two ways, the one this walk is told; absent where no step is */
  readonly variants?: ToldVariants | undefined
}

/** Where a walk is: the machine's place and what happened at the steps. No answers here: they live in erasable rows. */
export type Progress = {
  readonly value: MachineValue
  readonly record: WalkRecord
}
export type MachineValue = { readonly [track: string]: string | { readonly [step: string]: string } }

export type WalkRecord = {
  /** the simulated date; null until the fact the clock starts on has been answered */
  readonly today: string | null
  /** how far the walker has let time pass */
  readonly advanced: string | null
  /** steps gone through, with the simulated date */
  readonly done: Readonly<Record<string, string | null>>
  readonly aside: Readonly<Record<string, true>>
  /** calls to providers: asked on, reply due on, which reply */
  readonly asked: Readonly<Record<string, Call>>
  readonly replied: Readonly<Record<string, { readonly on: string; readonly reply: string; readonly sets?: Sets }>>
  /** steps that a reply opened again, with the step where it was given; until they are gone through or replied to anew */
  readonly sentBack?: Readonly<Record<string, { readonly by: StepKey; readonly reply: string }>>
  /** calls that a person may answer in the provider's place, by the name they go by at the desk */
  readonly person?: Readonly<Record<string, string>>
  /** begun by an offer, not by looking for it */
  readonly byOffer?: true
}

/** Facts that a provider tells with its reply. They come from the definition, never from a person. */
export type Sets = Readonly<Record<string, string | number | boolean>>
/** default: the first that is declared · otherwise who chose the reply */
export const PLAYERS = ['walker', 'provider', 'facilitator'] as const
export type Player = (typeof PLAYERS)[number]
export type Call = {
  readonly on: string
  readonly due: string
  readonly reply: string
  readonly sets?: Sets
  readonly by?: Player
}

/** The truth of a walk, append-only. Events carry ids; what the walker answered or wrote lives in rows that can be erased. */
export type WalkEvent =
  | { readonly kind: 'opened'; readonly by?: 'offer' }
  /** answers that came along from the start; from which walk is kept nowhere */
  | { readonly kind: 'carried'; readonly names: readonly string[] }
  | { readonly kind: 'answered'; readonly step: StepKey; readonly names: readonly string[] }
  | { readonly kind: 'done'; readonly step: StepKey; readonly on: string | null }
  | { readonly kind: 'aside'; readonly step: StepKey }
  | ({ readonly kind: 'asked'; readonly step: StepKey } & Call)
  /** another reply than the one that would have come, or came */
  | ({ readonly kind: 'tried'; readonly step: StepKey; readonly by: Player } & Call)
  /** a reply that was read opens an earlier step again, or its own */
  | { readonly kind: 'sent-back'; readonly step: StepKey; readonly to: StepKey; readonly reply: string }
  /** a person may answer in the provider's place under this name; null: no longer */
  | { readonly kind: 'person'; readonly step: StepKey; readonly call: string | null }
  | { readonly kind: 'replied'; readonly step: StepKey; readonly on: string; readonly reply: string }
  | { readonly kind: 'advanced'; readonly to: string }
  /** how walks begun with an earlier release kept what a changed answer opened */
  | { readonly kind: 'reopened'; readonly steps: readonly StepKey[] }
  /** an answer given earlier at this step was changed, and what that did elsewhere */
  | {
      readonly kind: 'changed'
      readonly step: StepKey
      readonly names: readonly string[]
      readonly effect: Consequences
    }
  | Moved
  /** the last move was taken back, and with it whatever it had begun */
  | { readonly kind: 'moved-back'; readonly version: number; readonly hash: string; readonly from: number }
  | { readonly kind: 'outcome' }
  | { readonly kind: 'withdrawn' }

/**
 * The walk goes on in another version of its journey. Says which step of the one is which of the other, so that events
 * alone rebuild the walk: the versions themselves need not be looked at again.
 */
export type Moved = {
  readonly kind: 'moved'
  readonly version: number
  readonly hash: string
  readonly from: {
    readonly version: number
    readonly hash: string
    readonly tracks: readonly string[] | null
    readonly lastStep: StepKey | null
  }
  /** steps that have another name now, by their old one */
  readonly renamed: Readonly<Record<StepKey, StepKey>>
  /** steps something had happened at that are no longer there, by their old names */
  readonly dropped: readonly StepKey[]
  /** by their new names: steps that count as done no longer, and calls that are made anew */
  readonly reopened: readonly StepKey[]
  readonly recalled: readonly StepKey[]
  /** names of what was told and is kept under another name, or is out of use (`v1.place`) until the move is taken back */
  readonly told: Readonly<Record<string, string>>
}

/** What the walker told, by name: a fact's id, or `share-ID` for a consent (`yes` / `no`). null = "I don't know". */
export type Told = Readonly<Record<string, FactValue>>

/** none: nothing to moderate (a choice without words) · pending: waits for a person · visible: approved · hidden: with a reason */
export const MODERATION_STATES = ['none', 'pending', 'visible', 'hidden'] as const
export type ModerationState = (typeof MODERATION_STATES)[number]

/** One thing a walker said. A walk has at most one per step and prompt; changing it replaces it. */
export type Contribution = {
  readonly id: string
  readonly walk: string
  readonly journey: string
  readonly version: number
  readonly step: StepKey
  readonly prompt: string
  readonly kind: PromptKind
  /** the closed option chosen, if the kind has options */
  readonly option: string | undefined
  /** free text, already redacted */
  readonly text: string | undefined
  readonly language: Language
  /** the hand-over (share id) it is about, if any */
  readonly share: string | undefined
  /** the facts known at that moment, coarse ones only: no dates */
  readonly situation: Told
  readonly state: ModerationState
  /** shown to the author when hidden */
  readonly reason: string | undefined
  /** a vote that the walker marked as mattering to them */
  readonly important?: true
  readonly at: number
}

/** What a walker was shown. `offered` by allocation; otherwise they opened the fold and wrote. */
export type Exposure = {
  readonly step: StepKey
  readonly prompt: string
  readonly offered: boolean
  readonly skipped: boolean
}
