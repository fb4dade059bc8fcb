import { cleaned, lengthOf } from '#feedback/free-text.ts'
import { redact } from '#feedback/redaction.ts'
import type { StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import type { AppealOutcome, ModerationStore } from '#src/walk/moderation-store.ts'
import type { ReviewStore } from './review-store.ts'

type Deps = { readonly review: ReviewStore; readonly moderations: ModerationStore; readonly now: () => number }
export type AppealDecided =
  | { readonly ok: true; readonly outcome: AppealOutcome | 'gone' }
  | { readonly ok: false; readonly error: 'same-person' | 'reason-missing' | 'reason-too-long' }

const LONGEST_REASON = 500

/** Another person than the one who hid the words decides whether they are shown after all. Either way the reason is told. */
export async function decideAppeal(
  { review, moderations, now }: Deps,
  staff: Pick<StaffSession, 'account' | 'journey'>,
  { id, outcome, reason }: { readonly id: string; readonly outcome: AppealOutcome; readonly reason: string },
): Promise<AppealDecided> {
  const [said, decided] = await Promise.all([review.contribution(id), moderations.decided(id)])
  if (said && staff.journey !== undefined && staff.journey !== said.journey)
    throw new AppError('forbidden', 'words of another journey')
  if (said?.state !== 'hidden' || !decided?.appeal || decided.appeal.outcome) return { ok: true, outcome: 'gone' }
  if (decided.by === staff.account) return { ok: false, error: 'same-person' }
  const why = redact(cleaned(reason)).text
  if (why === '') return { ok: false, error: 'reason-missing' }
  if (lengthOf(why) > LONGEST_REASON) return { ok: false, error: 'reason-too-long' }
  const isDone = await moderations.decideAppeal({ contribution: id, outcome, by: staff.account, why, at: now() })
  return { ok: true, outcome: isDone ? outcome : 'gone' }
}
