import type { AccountStore } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import { type DraftDeps, openDraft } from './change-draft.ts'
import type { DraftReview, DraftState, DraftStore, JourneyDraft, Verdict } from './draft-store.ts'

type StateDeps = DraftDeps & { readonly accounts: AccountStore }

/** From where each state may be reached. What is archived stays as it is until it is opened again. */
const FROM: { readonly [S in DraftState]: readonly DraftState[] } = {
  draft: ['in_review', 'archived'],
  in_review: ['draft'],
  archived: ['draft', 'in_review'],
}

/** Asks colleagues to read it, takes it back to writing, also from the archive, or puts it away. False where it is there already. */
export async function moveDraft(deps: StateDeps, by: string, id: string, to: DraftState): Promise<boolean> {
  const { draft } = await openDraft(deps, id)
  if (!FROM[to].includes(draft.state)) return false
  if (!(await deps.drafts.save({ ...draft, state: to, touchedAt: deps.now() }, draft.rev)))
    throw new AppError('conflict', 'a draft that somebody changed just now')
  const about = `${draft.journey} ${draft.id}`
  await deps.accounts.record({ at: deps.now(), who: by, what: `draft:${to}`, about, why: undefined })
  return true
}

/** Whoever wrote any of it does not review it: their own words look right to everybody. */
export async function hasWritten(
  { drafts }: { readonly drafts: DraftStore },
  draft: string,
  who: string,
): Promise<boolean> {
  return (await drafts.revisions(draft)).some(({ by }) => by === who)
}

export type Reviewed = 'saved' | 'own' | 'changed'

/** A colleague's word on the very revision they read. */
export async function reviewDraft(
  deps: StateDeps,
  by: string,
  { id, revision, verdict, text }: { id: string; revision: number; verdict: Verdict; text: string | undefined },
): Promise<Reviewed> {
  const { draft } = await openDraft(deps, id)
  if (draft.state !== 'in_review') throw new AppError('conflict', 'a draft that is not in review')
  if (draft.head !== revision) return 'changed'
  if (await hasWritten(deps, id, by)) return 'own'
  const at = deps.now()
  await deps.drafts.review({ draft: id, revision, by, verdict, text, at })
  const about = `${draft.journey} ${draft.id} ${revision}`
  await deps.accounts.record({ at, who: by, what: `draft:${verdict}`, about, why: undefined })
  return 'saved'
}

/** Who approved the text as it is now; nobody while anyone asks for changes in it. */
export function approvalOf(draft: JourneyDraft, reviews: readonly DraftReview[]): DraftReview | undefined {
  const own = reviews.filter(({ revision }) => revision === draft.head)
  return own.some(({ verdict }) => verdict === 'changes_wanted')
    ? undefined
    : own.find(({ verdict }) => verdict === 'approved')
}
