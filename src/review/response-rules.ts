import type { Words } from '#src/journey/definition.ts'
import { MINISTRY, RESPONSE_STATES, type Response, type ResponseState } from './response.ts'

/** What an answer still lacks before it may be published. */
export type MissingPart = 'said' | 'reason' | 'whose' | 'not-accepted' | 'not-ready'

/** Received and under review promise an answer; every other state is one. */
export function isDecided(state: ResponseState): boolean {
  return state !== 'received' && state !== 'under-review'
}

/**
 * Nobody is answered for: a provider's decision stands in public only once the provider has taken the share as its own
 * and marked the answer ready. That a share is somebody else's can be said without taking it.
 */
export function missingToPublish(response: Response): readonly MissingPart[] {
  const { state, body, acceptedOn, decidedOn, whose } = response
  const isShare = body !== MINISTRY && isDecided(state)
  return [
    ...(hasWords(response.said) ? [] : ['said' as const]),
    ...(!isDecided(state) || hasWords(response.reason) ? [] : ['reason' as const]),
    ...(state === 'not-ours' && !whose ? ['whose' as const] : []),
    ...(isShare && state !== 'not-ours' && acceptedOn === undefined ? ['not-accepted' as const] : []),
    ...(isShare && decidedOn === undefined ? ['not-ready' as const] : []),
  ]
}

/** Late in public: the body has taken the share as its own, its day is past, and no decision of it can be read. Dates as 2026-12-01. */
export function isOverdue(response: Response, today: string): boolean {
  const { acceptedOn, publishedOn, state, dueOn } = response
  const isAnswered = publishedOn !== undefined && isDecided(state)
  return acceptedOn !== undefined && !isAnswered && dueOn < today
}

/**
 * The states an answer may take next. A draft is free. In public a decision may be replaced by another, with its reason,
 * but never taken back to a promise, and what is under review is not again only received.
 */
export function nextStates(response: Response): readonly ResponseState[] {
  return RESPONSE_STATES.filter((to) => to === response.state || (isWayOpen(response, to) && isOwnTo(response, to)))
}

/** A day that has been promised, in public or to the body that took the share, is not moved. */
export function mayMoveDue({ body, acceptedOn, publishedOn }: Response): boolean {
  return publishedOn === undefined && (body === MINISTRY || acceptedOn === undefined)
}

export function hasWords(words: Words): boolean {
  return Object.values(words).some((text) => text !== undefined && text.trim() !== '')
}

function isWayOpen({ state, publishedOn }: Response, to: ResponseState): boolean {
  if (publishedOn === undefined || isDecided(to)) return true
  return to === 'under-review' && state === 'received'
}

function isOwnTo({ body, acceptedOn }: Response, to: ResponseState): boolean {
  return body === MINISTRY || acceptedOn !== undefined || !isDecided(to) || to === 'not-ours'
}
