import { cleaned, lengthOf } from '#feedback/free-text.ts'
import { hash } from '#feedback/hash.ts'
import { redact } from '#feedback/redaction.ts'
import type { StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { ReviewStore } from './review-store.ts'

export type Moderation =
  | { readonly to: 'approve' }
  /** the reason is shown to the author and kept in the audit log */
  | { readonly to: 'hide'; readonly reason: string }
export type Moderated =
  | { readonly ok: true; readonly outcome: 'approved' | 'hidden' | 'withdrawn' | 'changed' }
  | { readonly ok: false; readonly error: 'reason-missing' | 'reason-too-long'; readonly contribution: Contribution }

type Deps = { readonly review: ReviewStore; readonly now: () => number }
type Words = {
  readonly id: string
  /** the mark of the words that the moderator read: others that have taken their place are not theirs to pass */
  readonly seen: string
  readonly wish: Moderation
}

const LONGEST_REASON = 500

/** Lets words be seen by others, or hides them with a reason. Doing the same again changes nothing and is not recorded twice. */
export async function moderate(
  { review, now }: Deps,
  staff: Pick<StaffSession, 'account' | 'journey'>,
  { id, seen, wish }: Words,
): Promise<Moderated> {
  const contribution = await review.contribution(id)
  if (!contribution?.text) return { ok: true, outcome: 'withdrawn' }
  if (staff.journey !== undefined && staff.journey !== contribution.journey)
    throw new AppError('forbidden', 'words of another journey')
  if (seen !== seenOf(contribution)) return { ok: true, outcome: 'changed' }

  const reason = wish.to === 'hide' ? redact(cleaned(wish.reason)).text : undefined
  if (reason === '') return { ok: false, error: 'reason-missing', contribution }
  if (reason !== undefined && lengthOf(reason) > LONGEST_REASON)
    return { ok: false, error: 'reason-too-long', contribution }

  const state = wish.to === 'hide' ? 'hidden' : 'visible'
  const outcome = wish.to === 'hide' ? 'hidden' : 'approved'
  if (contribution.state === state && contribution.reason === reason) return { ok: true, outcome }
  const decision = { id, seenAt: contribution.at, state, reason, by: staff.account, at: now() } as const
  if (await review.moderate(decision)) return { ok: true, outcome }
  return { ok: true, outcome: (await review.contribution(id)) ? 'changed' : 'withdrawn' }
}

/** The mark of the words as they are now, for the form that decides on them. */
export function seenOf({ at, text }: Pick<Contribution, 'at' | 'text'>): string {
  return `${at}-${hash(text ?? '')}`
}
