import type { Language, StepKey } from '#src/journey/definition.ts'
import type { VariedStep } from '#src/journey/variants.ts'
import type { OpenCall } from './play-provider.ts'
import type { StatementStore } from './statement-store.ts'
import type { Contribution, Exposure, Progress, Told, Walk, WalkEvent } from './walk.ts'
import type { Weighed } from './weighing-store.ts'

export type Participant = {
  readonly id: string
  /** HMAC of the participation code; the code itself is never stored */
  readonly codeHash: string
  readonly createdAt: number
  /** which information notice was shown when the first walk began */
  readonly notice: { readonly hash: string; readonly language: Language; readonly at: number }
}

/** A browser that may act for a participant. `id` is the hash of the cookie's random part. */
export type Device = {
  readonly id: string
  readonly participant: string
  readonly expiresAt: number
  readonly kept: boolean
}

/** Everything one walk holds that its pages need, read together. */
export type WalkState = { readonly walk: Walk; readonly told: Told }

export type Append = {
  readonly walk: string
  /** the revision this change was computed from */
  readonly rev: number
  /** idempotency key of the form; the second arrival changes nothing */
  readonly key: string | undefined
  readonly events: readonly WalkEvent[]
  readonly progress: Progress
  /** names told now; undefined erases a name */
  readonly told: Readonly<Record<string, Told[string] | undefined>>
  /** replaces what the walk said earlier at the same step and prompt */
  readonly contributions: readonly Contribution[]
  /** stances and lists of reasons at propositions */
  readonly weighed?: readonly Weighed[] | undefined
  /** prompts of this step passed without a word, and prompts opened by writing in them */
  readonly exposures: readonly Exposure[]
  /** automatic steps that ran now: they count as reached */
  readonly ran: readonly StepKey[]
  readonly outcome: boolean
  /** statements that wait for a person are shown to others meanwhile: the trial lets them */
  readonly servesUnread?: boolean | undefined
  readonly at: number
}
/** A walk moves to another version: what `Append` says of the walk itself, and nothing is said at any step. */
export type MoveWalk = Pick<Append, 'walk' | 'rev' | 'key' | 'events' | 'progress' | 'told' | 'ran' | 'at'> & {
  readonly to: Pick<Walk, 'version' | 'hash' | 'tracks' | 'lastStep'>
  /** steps that the version moved to tells in two ways */
  readonly varied?: readonly VariedStep[]
}
/** stored · stale: somebody else moved the walk on, nothing was written · repeated: this form was stored before */
export type Appended = 'stored' | 'stale' | 'repeated'

export type PromptCount = {
  readonly step: StepKey
  readonly prompt: string
  readonly shown: number
  readonly answered: number
}

/** Each method is one transaction. */
export interface WalkStore extends StatementStore {
  /**
   * Stores the walk with its `opened` event, and the participant and device where they are new. Answers the stored walk's id:
   * when the key was used before nothing is stored, and it is the walk that the form began the first time, whoever's that is.
   */
  create(input: {
    walk: Walk
    participant: Participant | undefined
    device: Device | undefined
    /** what is told from the start */
    told?: Told
    /** steps that its version tells in two ways: which of them is drawn in the same transaction */
    varied?: readonly VariedStep[]
    key: string | undefined
  }): Promise<string>
  find(walk: string): Promise<WalkState | undefined>
  append(change: Append): Promise<Appended>
  /** To another version, or back: its row, its place and the event change together. */
  move(change: MoveWalk): Promise<Appended>
  events(walk: string): Promise<readonly WalkEvent[]>
  /** from the last change of an answer or of the version on; empty where there was none */
  sinceChange(walk: string): Promise<readonly WalkEvent[]>

  /** The step's page was opened: reached, last step, and the prompt offered there. Writes only what is new; the revision stays. */
  visit(input: { walk: string; step: StepKey; offered: readonly string[]; at: number }): Promise<void>
  /** on the version the walk is on: steps whose page was opened, and what was shown there; on others: how many were offered */
  seen(walk: string): Promise<{
    readonly visited: readonly StepKey[]
    readonly exposures: readonly Exposure[]
    readonly offeredBefore: number
  }>
  /** how often each prompt of a version has been shown and answered: kept by the writes, so that reading is cheap */
  promptCounts(journey: string, version: number): Promise<readonly PromptCount[]>

  contributionsOf(walk: string): Promise<readonly Contribution[]>
  /** Counts by option of one step's prompts over all versions' walks of the given journey and version, withdrawn ones left out. */
  optionCounts(input: {
    journey: string
    version: number
    step: StepKey
    /** these prompts only; all of the step, if none are given */
    prompts?: readonly string[]
  }): Promise<readonly { prompt: string; option: string; n: number }[]>
  /** Approved texts of a step (open answers, reasons; not the statements added there), oldest first. */
  visibleTexts(input: { journey: string; step: StepKey }): Promise<readonly Contribution[]>

  participant(id: string): Promise<Participant | undefined>
  participantByCode(codeHash: string): Promise<Participant | undefined>
  device(id: string, now: number): Promise<Device | undefined>
  /** adds it, or moves its end */
  keepDevice(device: Device): Promise<void>
  forgetDevice(id: string): Promise<void>
  /** newest first */
  walksOf(participant: string): Promise<readonly Walk[]>

  /** Erases the words and choice of one contribution (or of all of the walk). Returns how many were erased. */
  withdraw(input: { walk: string; contribution: string | undefined; at: number }): Promise<number>
  /** Erases the walk with everything told and said in it. */
  erase(input: { walk: string; at: number }): Promise<void>

  /** calls that wait for a person to answer in the provider's place, in walks of a trial */
  openCalls(): Promise<readonly OpenCall[]>
}
