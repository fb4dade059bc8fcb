import type { StepKey, Words } from '#src/journey/definition.ts'

/** draft: being written · in_review: a colleague reads it · archived: published, or put away */
export const DRAFT_STATES = ['draft', 'in_review', 'archived'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** A journey while it is written. Its text lives in its revisions, none of which is ever changed. */
export type JourneyDraft = {
  readonly id: string
  /** the journey it will be a version of, published before or not */
  readonly journey: string
  readonly title: Words
  readonly state: DraftState
  /** the revision that is edited, previewed and published */
  readonly head: number
  /** revisions that were undone, the next to do again last */
  readonly redo: readonly number[]
  /** the published version it was made from; undefined: a journey that was never published */
  readonly baseVersion: number | undefined
  /** grows by one with every change: optimistic concurrency */
  readonly rev: number
  readonly createdBy: string
  readonly createdAt: number
  readonly touchedAt: number
}

export type Revision = {
  readonly draft: string
  /** counts from 1 */
  readonly number: number
  /** the revision it was made from: where undoing leads */
  readonly before: number | undefined
  /** the journey in the notation, whatever its state: it may not even be readable */
  readonly text: string
  /** the example people in the notation; undefined: those of the newest published version */
  readonly personas: string | undefined
  readonly by: string
  readonly at: number
  /** what was done, in a few ids: `title.fi of estate/inventory` */
  readonly what: string
}
export type RevisionLine = Omit<Revision, 'text' | 'personas'>

export type DraftComment = {
  readonly id: string
  readonly draft: string
  /** undefined: about the whole */
  readonly step: StepKey | undefined
  readonly by: string
  readonly at: number
  readonly text: string
  readonly resolvedBy: string | undefined
  readonly resolvedAt: number | undefined
}

export const VERDICTS = ['approved', 'changes_wanted'] as const
export type Verdict = (typeof VERDICTS)[number]
/** What a colleague said of one revision. A later word of the same colleague takes its place. */
export type DraftReview = {
  readonly draft: string
  readonly revision: number
  readonly by: string
  readonly verdict: Verdict
  readonly text: string | undefined
  readonly at: number
}

/** Lets anyone who has it walk the draft, without an account. Only the hash of its token is kept. */
export type DraftLink = {
  readonly tokenHash: string
  readonly draft: string
  readonly createdBy: string
  readonly createdAt: number
  readonly expiresAt: number
}

/** Each method is one transaction. */
export interface DraftStore {
  /** Stores a draft with its first revision. */
  create(draft: JourneyDraft, first: Revision): Promise<void>
  find(id: string): Promise<JourneyDraft | undefined>
  /** all drafts, those touched last first */
  all(): Promise<readonly JourneyDraft[]>
  /** Stores the draft as it is now, with the new revision if there is one. False when somebody else changed it meanwhile: nothing is stored. */
  save(draft: JourneyDraft, rev: number, revision?: Revision): Promise<boolean>
  revision(draft: string, number: number): Promise<Revision | undefined>
  /** without their texts, newest first */
  revisions(draft: string): Promise<readonly RevisionLine[]>

  comment(comment: DraftComment): Promise<void>
  /** Marks a comment as settled, or opens it again with `undefined`. False where the draft has no such comment. */
  resolve(input: { draft: string; comment: string; by: string | undefined; at: number }): Promise<boolean>
  /** oldest first */
  comments(draft: string): Promise<readonly DraftComment[]>

  review(review: DraftReview): Promise<void>
  /** newest first */
  reviews(draft: string): Promise<readonly DraftReview[]>

  addLink(link: DraftLink): Promise<void>
  /** those that still let somebody in at this moment, newest first */
  openLinks(draft: string, at: number): Promise<readonly DraftLink[]>
  link(tokenHash: string, at: number): Promise<DraftLink | undefined>
  /** False where the draft has no such link. */
  cancelLink(draft: string, tokenHash: string): Promise<boolean>
}
