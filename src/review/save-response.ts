import { AppError } from '#src/errors.ts'
import { forgetPublished } from './published.ts'
import { MINISTRY, type Response } from './response.ts'
import { dayOf } from './response-day.ts'
import type { Answerer, ResponseDeps } from './response-deps.ts'
import { type Part, partsFor, type ResponseErrors, type ResponseFields, revised } from './response-form.ts'
import { isDecided, missingToPublish } from './response-rules.ts'

export type SaveResponse = {
  readonly journey: string
  readonly id: string
  /** the revision the form was made from */
  readonly rev: number
  readonly fields: ResponseFields
  /** the body says: this is our answer */
  readonly isReady: boolean
}
export type SavedResponse =
  | { readonly ok: true; readonly response: Response }
  | { readonly ok: false; readonly errors: ResponseErrors; readonly response: Response }
  /** somebody else saved meanwhile: nothing is stored, and what they saved is told */
  | { readonly ok: false; readonly conflict: Response }

/** Stores an answer as its body, or the ministry in its parts, has written it. The earlier state is kept as history. */
export async function saveResponse(deps: ResponseDeps, by: Answerer, wish: SaveResponse): Promise<SavedResponse> {
  const before = await findOwn(deps, by, wish)
  const parts = partsFor(by.side, before)
  const numbers = (await deps.versions.list(before.journey)).map(({ number }) => number)
  const { response, errors } = revised(before, wish.fields, parts, numbers)
  const at = deps.now()
  const next = {
    ...response,
    decidedOn: decidedOn(before, response, parts, wish.isReady, dayOf(at)),
    by: by.account,
    at,
  }
  const all = [...errors, ...(wish.isReady || before.publishedOn ? gaps(next, parts) : [])]
  if (all.length > 0) return { ok: false, errors: all, response: before }

  if (before.rev !== wish.rev)
    return isSame(before, next) ? { ok: true, response: before } : { ok: false, conflict: before }
  if (isSame(before, next)) return { ok: true, response: before }
  if (!(await deps.responses.save(next, wish.rev)))
    return { ok: false, conflict: (await deps.responses.find(wish.id)) ?? before }
  forgetPublished(deps.responses, wish.journey)
  const what = next.decidedOn !== before.decidedOn && next.decidedOn ? 'answer:decide' : 'answer:save'
  await deps.accounts.record({
    at,
    who: by.account,
    what,
    about: `${next.journey} ${next.id} ${next.state}`,
    why: undefined,
  })
  return { ok: true, response: { ...next, rev: wish.rev + 1 } }
}

/** The answer, for the ministry and for its own body; to others it does not exist. */
export async function findOwn(
  { responses }: Pick<ResponseDeps, 'responses'>,
  { side }: Pick<Answerer, 'side'>,
  { journey, id }: { readonly journey: string; readonly id: string },
): Promise<Response> {
  const response = await responses.find(id)
  const isTheirs = response !== undefined && (side === MINISTRY || response.body === side)
  if (!isTheirs || response.journey !== journey) throw new AppError('not-found', 'answer')
  return response
}

/** The day of the decision: kept while the same state stands; a draft that its body changes is no decision any more. */
function decidedOn(before: Response, next: Response, parts: readonly Part[], isReady: boolean, today: string) {
  if (!parts.includes('decision')) return before.decidedOn
  if (!isDecided(next.state)) return undefined
  if (!isReady && before.publishedOn === undefined) return undefined
  return before.state === next.state ? (before.decidedOn ?? today) : today
}

/** What the writer of these parts can mend in the form itself. */
function gaps(next: Response, parts: readonly Part[]): ResponseErrors {
  const missing = missingToPublish(next)
  return [
    ...(missing.includes('said') && parts.includes('said')
      ? [{ field: 'said-fi', error: 'said-missing' as const }]
      : []),
    ...(missing.includes('reason') && parts.includes('decision')
      ? [{ field: 'reason-fi', error: 'reason-missing' as const }]
      : []),
    ...(missing.includes('whose') && parts.includes('decision')
      ? [{ field: 'whose', error: 'whose-missing' as const }]
      : []),
  ]
}

/** A form that comes twice, or that changes nothing, makes no new revision. */
function isSame(before: Response, next: Response): boolean {
  return JSON.stringify(contentOf(before)) === JSON.stringify(contentOf(next))
}

function contentOf({ said, state, reason, whose, evidence, dueOn, decidedOn, toVersion }: Response) {
  const words = [said, reason].map(({ fi, sv, en }) => [fi, sv, en])
  return [words, state, whose, evidence, dueOn, decidedOn, toVersion]
}
