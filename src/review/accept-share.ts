import { AppError } from '#src/errors.ts'
import { forgetPublished } from './published.ts'
import { MINISTRY } from './response.ts'
import { dayOf } from './response-day.ts'
import type { Answerer, ResponseDeps } from './response-deps.ts'
import { findOwn } from './save-response.ts'

/** A provider takes its share as its own: from then on the day is a promise, and late is shown as overdue. */
export async function acceptShare(
  deps: ResponseDeps,
  by: Answerer,
  wish: { readonly journey: string; readonly id: string; readonly rev: number },
): Promise<'accepted' | 'changed'> {
  const response = await findOwn(deps, by, wish)
  if (response.body !== by.side || by.side === MINISTRY) throw new AppError('forbidden', 'share of another body')
  if (response.acceptedOn !== undefined) return 'accepted'
  // What is promised is what was read: another day or another sentence is not accepted unseen.
  if (response.rev !== wish.rev) return 'changed'

  const at = deps.now()
  const accepted = { ...response, acceptedOn: dayOf(at), by: by.account, at }
  if (!(await deps.responses.save(accepted, wish.rev))) return 'changed'
  forgetPublished(deps.responses, wish.journey)
  await deps.accounts.record({
    at,
    who: by.account,
    what: 'answer:accept',
    about: `${wish.journey} ${wish.id}`,
    why: undefined,
  })
  return 'accepted'
}
