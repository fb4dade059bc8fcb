import type { Language } from '#src/journey/definition.ts'

/** The parts of the before/after frame of impact assessment, in its order. */
export const EFFECTS = ['direct', 'indirect', 'burden', 'quality', 'cost'] as const
export type Effect = (typeof EFFECTS)[number]

/** What a named person adds to a trial's report beside its figures. */
export type ReportNote = {
  readonly id: string
  readonly trial: string
  /** lesson: what was learned · estimate: what one part of the frame is today and would be, as somebody judges it */
  readonly kind: 'lesson' | 'estimate'
  /** of an estimate its part of the frame */
  readonly about: Effect | undefined
  readonly said: NoteSaid
  /** the account that wrote it down; `said.who` is the person whose words or estimate it is */
  readonly by: string
  readonly at: number
}
export type NoteSaid = {
  readonly who: string
  /** the lesson, or what the estimate rests on */
  readonly text: string
  readonly today: string | undefined
  readonly proposed: string | undefined
  readonly language: Language
}

/** Each method is one transaction, and each write leaves its entry in the audit trail. */
export interface ReportStore {
  addNote(note: ReportNote): Promise<void>
  /** False where it is not there, or is another trial's. */
  removeNote(input: {
    readonly id: string
    readonly trial: string
    readonly by: string
    readonly at: number
  }): Promise<boolean>
  /** in the order they were written */
  notes(trial: string): Promise<readonly ReportNote[]>
}
