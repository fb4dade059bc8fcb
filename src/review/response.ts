import type { StepKey, Words } from '#src/journey/definition.ts'

/** declined: with a reason · not-ours: says whose it is */
export const RESPONSE_STATES = [
  'received',
  'under-review',
  'accepted',
  'partly',
  'declined',
  'done',
  'not-ours',
] as const
export type ResponseState = (typeof RESPONSE_STATES)[number]

/** The ministry answers as itself, a provider answers its share. */
export const MINISTRY = 'ministry'

/** One body's dated public answer to what was said at a step or hand-over: "you said, we did". */
export type Response = {
  readonly id: string
  /** several bodies' shares of the same matter carry one group */
  readonly group: string
  readonly journey: string
  readonly trial: string | undefined
  readonly step: StepKey
  /** the hand-over (share id) it is about, if not the step as a whole */
  readonly share: string | undefined
  /** who answers: a provider's id, or `ministry` */
  readonly body: string
  /** the contributions it answers, by id */
  readonly contributions: readonly string[]
  /** what was said, in one sentence of the answerer's */
  readonly said: Words
  readonly state: ResponseState
  /** required unless received or under review */
  readonly reason: Words
  /** for not-ours: whose */
  readonly whose: string | undefined
  readonly evidence: string | undefined
  readonly dueOn: string
  /** the body has taken the share as its own: from then on late is shown as overdue */
  readonly acceptedOn: string | undefined
  readonly decidedOn: string | undefined
  /** the version that was answered, and the one that changed because of it */
  readonly fromVersion: number
  readonly toVersion: number | undefined
  /** undefined: a draft that only staff see */
  readonly publishedOn: string | undefined
  readonly by: string
  readonly rev: number
  readonly at: number
}

/** What a provider says of how its step is told. The newest per step and provider holds. */
export type Confirmation = {
  readonly journey: string
  readonly version: number
  readonly step: StepKey
  readonly provider: string
  readonly verdict: 'confirmed' | 'corrected'
  /** the correction, or a remark */
  readonly text: string | undefined
  readonly feasibility: 'exists' | 'agreed' | 'needs_law' | 'idea' | undefined
  /** "we can, if ..." */
  readonly condition: string | undefined
  readonly by: string
  readonly on: string
  readonly at: number
}
