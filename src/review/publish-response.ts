import { forgetPublished } from './published.ts'
import { MINISTRY, type Response } from './response.ts'
import { dayOf } from './response-day.ts'
import type { Answerer, ResponseDeps } from './response-deps.ts'
import { isDecided, type MissingPart, missingToPublish } from './response-rules.ts'
import { findOwn } from './save-response.ts'

export type PublishedResponse =
  | { readonly ok: true; readonly response: Response }
  | { readonly ok: false; readonly missing: readonly MissingPart[] }
  | { readonly ok: false; readonly changed: true }

/**
 * Lets everyone read an answer. The ministry publishes its own, and any share whose body has marked it ready. A provider
 * publishes its own share itself: the answer is its own word and its own promise, and should not wait for another office
 * to pass it on; what the ministry may not do is decide in a provider's name.
 */
export async function publishResponse(
  deps: ResponseDeps,
  by: Answerer,
  wish: { readonly journey: string; readonly id: string; readonly rev: number },
): Promise<PublishedResponse> {
  const response = await findOwn(deps, by, wish)
  if (response.publishedOn !== undefined) return { ok: true, response }
  if (response.rev !== wish.rev) return { ok: false, changed: true }

  const at = deps.now()
  const decided = decidedBy(response, by.side, dayOf(at))
  const missing = missingToPublish(decided)
  if (missing.length > 0) return { ok: false, missing }
  const published = { ...decided, publishedOn: dayOf(at), by: by.account, at }
  if (!(await deps.responses.save(published, wish.rev))) return { ok: false, changed: true }
  forgetPublished(deps.responses, wish.journey)
  const about = `${wish.journey} ${wish.id} ${published.state}`
  await deps.accounts.record({ at, who: by.account, what: 'answer:publish', about, why: undefined })
  return { ok: true, response: published }
}

/** A body that publishes its own answer has decided it. */
function decidedBy(response: Response, side: string, today: string): Response {
  const isOwn = response.body === side
  if (!isOwn || !isDecided(response.state)) return response
  return { ...response, decidedOn: response.decidedOn ?? today }
}

/** What keeps somebody from publishing an answer now. */
export function missingFor(response: Response, side: string): readonly MissingPart[] {
  const missing = missingToPublish(response)
  return response.body === side || response.body === MINISTRY ? missing.filter((part) => part !== 'not-ready') : missing
}
