import { cleaned, lengthOf } from '#feedback/free-text.ts'
import { hash } from '#feedback/hash.ts'
import { redact } from '#feedback/redaction.ts'
import type { StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import { type Contribution, MODERATION_STATES } from '#src/walk/walk.ts'
import type { ReviewStore } from './review-store.ts'

export type Moderation =
  | { readonly to: 'approve' }
  /** the reason is shown to the author and kept in the audit log */
  | { readonly to: 'hide'; readonly reason: string }
/** `decided`: somebody else has decided on the same words since they were read, otherwise than is wished now */
export type Moderated =
  | { readonly ok: true; readonly outcome: 'approved' | 'hidden' | 'withdrawn' | 'changed' }
  | { readonly ok: false; readonly error: Refusal; readonly contribution: Contribution }
type Refusal = 'reason-missing' | 'reason-too-long' | 'decided'

type Deps = { readonly review: ReviewStore; readonly now: () => number }
type Words = {
  readonly id: string
  /** the mark of the words that the moderator read, and of how they had been decided on: neither is passed over unseen */
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
  const reason = wish.to === 'hide' ? redact(cleaned(wish.reason)).text : undefined
  const decision = { state: wish.to === 'hide' ? 'hidden' : 'visible', reason } as const
  const contribution = await review.contribution(id)
  if (!contribution?.text) return { ok: true, outcome: 'withdrawn' }
  if (staff.journey !== undefined && staff.journey !== contribution.journey)
    throw new AppError('forbidden', 'words of another journey')
  const already = overtaken(contribution, seen, decision)
  if (already) return already

  if (reason === '') return { ok: false, error: 'reason-missing', contribution }
  if (reason !== undefined && lengthOf(reason) > LONGEST_REASON)
    return { ok: false, error: 'reason-too-long', contribution }

  const { at: seenAt, state: seenState } = contribution
  if (await review.moderate({ id, seenAt, seenState, ...decision, by: staff.account, at: now() }))
    return outcomeOf(decision)
  const since = await review.contribution(id)
  if (!since?.text) return { ok: true, outcome: 'withdrawn' }
  return overtaken(since, seen, decision) ?? { ok: true, outcome: 'changed' }
}

type Decision = Pick<Contribution, 'state' | 'reason'>

/** What has become of the words since they were read, where it leaves nothing to write; undefined where nothing has. */
function overtaken(now: Contribution, seen: string, decision: Decision): Moderated | undefined {
  const readIn = MODERATION_STATES.find((state) => seenOf({ ...now, state }) === seen)
  if (readIn === undefined) return { ok: true, outcome: 'changed' }
  if (now.state === decision.state && now.reason === decision.reason) return outcomeOf(decision)
  return readIn === now.state ? undefined : { ok: false, error: 'decided', contribution: now }
}

function outcomeOf({ state }: Decision): Moderated {
  return { ok: true, outcome: state === 'hidden' ? 'hidden' : 'approved' }
}

/** The mark of the words as they are now and of how they are decided on, for the form that decides. */
export function seenOf({ at, text, state }: Pick<Contribution, 'at' | 'text' | 'state'>): string {
  return `${at}-${hash(text ?? '')}-${state}`
}
