import type { Response, ResponseState } from './response.ts'
import { dayOf } from './response-day.ts'
import type { ResponseDeps } from './response-deps.ts'
import { isOverdue } from './response-rules.ts'

/** A line of the register. */
export type Registered = { readonly response: Response; readonly isOverdue: boolean }
export type RegisterFilter = {
  readonly state: ResponseState | undefined
  readonly body: string | undefined
  /** only what is overdue, only drafts, or only what is published */
  readonly which: 'overdue' | 'draft' | 'published' | undefined
}

/** Every answer of a journey, drafts too: the overdue first, then by their day. */
export async function responsesOf(
  { responses, now }: Pick<ResponseDeps, 'responses' | 'now'>,
  journey: string,
): Promise<readonly Registered[]> {
  const today = dayOf(now())
  const all = (await responses.ofJourney(journey)).map((response) => ({
    response,
    isOverdue: isOverdue(response, today),
  }))
  return all.toSorted((one, other) => rank(one) - rank(other) || (one.response.dueOn < other.response.dueOn ? -1 : 1))
}

export function filterRegister(
  all: readonly Registered[],
  { state, body, which }: RegisterFilter,
): readonly Registered[] {
  return all.filter(
    ({ response, isOverdue }) =>
      (state === undefined || response.state === state) &&
      (body === undefined || response.body === body) &&
      (which === undefined ||
        (which === 'overdue' ? isOverdue : (response.publishedOn !== undefined) === (which === 'published'))),
  )
}

function rank({ response, isOverdue }: Registered): number {
  if (isOverdue) return 0
  return response.publishedOn === undefined ? 1 : 2
}
