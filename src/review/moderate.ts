import { cleaned, lengthOf } from '#feedback/free-text.ts'
import { hash } from '#feedback/hash.ts'
import type { HouseRule } from '#feedback/house-rules.ts'
import { redact } from '#feedback/redaction.ts'
import type { StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import type { ModerationStore } from '#src/walk/moderation-store.ts'
import { type Contribution, MODERATION_STATES } from '#src/walk/walk.ts'
import type { ReviewStore } from './review-store.ts'

export type Moderation =
  /** `settles`: also what others see already, once somebody has looked at what was asked about it */
  | { readonly to: 'approve'; readonly settles?: boolean }
  /** the reason is shown to the author and kept in the audit log; `rule`: by which house rule */
  | { readonly to: 'hide'; readonly reason: string; readonly rule?: HouseRule | 'unchosen' | undefined }
  /** the reason says what to mend; `wording`: how the words could be put, for the author to take or leave */
  | { readonly to: 'return'; readonly reason: string; readonly wording?: string | undefined }
/** `decided`: somebody else has decided on the same words since they were read, otherwise than is wished now */
export type Moderated =
  | { readonly ok: true; readonly outcome: 'approved' | 'hidden' | 'returned' | 'withdrawn' | 'changed' | 'appealed' }
  | { readonly ok: false; readonly error: Refusal; readonly contribution: Contribution }
type Refusal = 'reason-missing' | 'reason-too-long' | 'wording-too-long' | 'rule-missing' | 'decided'

type Deps = {
  readonly review: ReviewStore
  readonly moderations: Pick<ModerationStore, 'decided'>
  readonly now: () => number
}
type Words = {
  readonly id: string
  /** the mark of the words that the moderator read, and of how they had been decided on: neither is passed over unseen */
  readonly seen: string
  readonly wish: Moderation
}

const LONGEST_REASON = 500
const LONGEST_WORDING = 2000

/** Lets words be seen by others, sends them back to be mended, or hides them with a reason. Doing the same again changes nothing and is not recorded twice. */
export async function moderate(
  { review, moderations, now }: Deps,
  staff: Pick<StaffSession, 'account' | 'journey'>,
  { id, seen, wish }: Words,
): Promise<Moderated> {
  const decision = decisionOf(wish)
  const { reason } = decision
  const contribution = await review.contribution(id)
  if (!contribution?.text) return { ok: true, outcome: 'withdrawn' }
  if (staff.journey !== undefined && staff.journey !== contribution.journey)
    throw new AppError('forbidden', 'words of another journey')
  const decided = await moderations.decided(id)
  if (contribution.state === 'hidden' && decided?.appeal && !decided.appeal.outcome)
    return { ok: true, outcome: 'appealed' }
  const already = overtaken(contribution, seen, decision, wish)
  if (already) return already

  const error = wrongIn(wish, reason, decision.wording)
  if (error) return { ok: false, error, contribution }

  const { at: seenAt, state: seenState } = contribution
  if (await review.moderate({ id, seenAt, seenState, ...decision, by: staff.account, at: now() }))
    return outcomeOf(decision)
  const since = await review.contribution(id)
  if (!since?.text) return { ok: true, outcome: 'withdrawn' }
  return overtaken(since, seen, decision, wish) ?? { ok: true, outcome: 'changed' }
}

type Decision = {
  readonly state: 'visible' | 'hidden'
  readonly reason: string | undefined
  readonly act?: 'return'
  readonly rule?: HouseRule
  readonly wording?: string
}

/** What would be stored. What a moderator writes is freed of personal details like everybody's words. */
function decisionOf(wish: Moderation): Decision {
  if (wish.to === 'approve') return { state: 'visible', reason: undefined }
  const reason = redact(cleaned(wish.reason)).text
  const hidden = { state: 'hidden', reason } as const
  if (wish.to === 'hide') return wish.rule && wish.rule !== 'unchosen' ? { ...hidden, rule: wish.rule } : hidden
  const wording = redact(cleaned(wish.wording ?? '')).text
  return { ...hidden, act: 'return', ...(wording && { wording }) }
}

function wrongIn(wish: Moderation, reason: string | undefined, wording = ''): Refusal | undefined {
  if (wish.to === 'hide' && wish.rule === 'unchosen') return 'rule-missing'
  if (reason === '') return 'reason-missing'
  if (reason !== undefined && lengthOf(reason) > LONGEST_REASON) return 'reason-too-long'
  return lengthOf(wording) > LONGEST_WORDING ? 'wording-too-long' : undefined
}

/** What has become of the words since they were read, where it leaves nothing to write; undefined where nothing has. */
function overtaken(now: Contribution, seen: string, decision: Decision, wish: Moderation): Moderated | undefined {
  const readIn = MODERATION_STATES.find((state) => seenOf({ ...now, state }) === seen)
  if (readIn === undefined) return { ok: true, outcome: 'changed' }
  const settles = wish.to === 'approve' && wish.settles === true && readIn === now.state
  if (now.state === decision.state && now.reason === decision.reason && !settles) return outcomeOf(decision)
  return readIn === now.state ? undefined : { ok: false, error: 'decided', contribution: now }
}

function outcomeOf({ state, act }: Decision): Moderated {
  if (act === 'return') return { ok: true, outcome: 'returned' }
  return { ok: true, outcome: state === 'hidden' ? 'hidden' : 'approved' }
}

/** The mark of the words as they are now and of how they are decided on, for the form that decides. */
export function seenOf({ at, text, state }: Pick<Contribution, 'at' | 'text' | 'state'>): string {
  return `${at}-${hash(text ?? '')}-${state}`
}
