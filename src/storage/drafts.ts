import { and, asc, desc, eq, gt } from 'drizzle-orm'
import type {
  DraftComment,
  DraftLink,
  DraftReview,
  DraftStore,
  JourneyDraft,
  Revision,
} from '#src/studio/draft-store.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'

export function draftStore({ read, write }: Engine): DraftStore {
  return {
    create: (draft, first) => write((on) => create(on, draft, first)),
    find: (id) => read((on) => find(on, id)),
    all: () => read(all),
    save: (draft, rev, revision) => write((on) => save(on, draft, rev, revision)),
    revision: (draft, number) => read((on) => revision(on, draft, number)),
    revisions: (draft) => read((on) => revisions(on, draft)),
    comment: (comment) => write((on) => addComment(on, comment)),
    resolve: (input) => write((on) => resolve(on, input)),
    comments: (draft) => read((on) => comments(on, draft)),
    review: (review) => write((on) => addReview(on, review)),
    reviews: (draft) => read((on) => reviews(on, draft)),
    addLink: (link) => write((on) => addLink(on, link)),
    openLinks: (draft, at) => read((on) => openLinks(on, draft, at)),
    link: (tokenHash, at) => read((on) => link(on, tokenHash, at)),
    cancelLink: (draft, tokenHash) => write((on) => cancelLink(on, draft, tokenHash)),
  }
}

function* create(on: On, draft: JourneyDraft, first: Revision): Body<void> {
  yield* ask(on.db.insert(on.t.drafts).values(fromDraft(draft)))
  yield* addRevision(on, first)
}

function* addRevision({ db, t }: On, revision: Revision): Body<void> {
  const row = { ...revision, before: revision.before ?? null, personas: revision.personas ?? null }
  yield* ask(db.insert(t.draftRevisions).values(row))
}

function* find({ db, t: { drafts } }: On, id: string): Body<JourneyDraft | undefined> {
  const [row] = yield* ask(db.select().from(drafts).where(eq(drafts.id, id)))
  return row && toDraft(row)
}

function* all({ db, t: { drafts } }: On): Body<readonly JourneyDraft[]> {
  const rows = yield* ask(db.select().from(drafts).orderBy(desc(drafts.touchedAt), desc(drafts.id)))
  return rows.map(toDraft)
}

/** The revision is asked for in the update itself: of two who saw the same one, the second finds nothing to update. */
function* save(on: On, draft: JourneyDraft, rev: number, revision: Revision | undefined): Body<boolean> {
  const { drafts } = on.t
  const saved = yield* ask(
    on.db
      .update(drafts)
      .set({ ...fromDraft(draft), rev: rev + 1 })
      .where(and(eq(drafts.id, draft.id), eq(drafts.rev, rev)))
      .returning({ id: drafts.id }),
  )
  if (saved.length === 0) return false
  if (revision) yield* addRevision(on, revision)
  return true
}

function* revision({ db, t: { draftRevisions } }: On, draft: string, number: number): Body<Revision | undefined> {
  const [row] = yield* ask(
    db
      .select()
      .from(draftRevisions)
      .where(and(eq(draftRevisions.draft, draft), eq(draftRevisions.number, number))),
  )
  return row && { ...row, before: row.before ?? undefined, personas: row.personas ?? undefined }
}

function* revisions(
  { db, t: { draftRevisions } }: On,
  draft: string,
): Body<Awaited<ReturnType<DraftStore['revisions']>>> {
  const { number, before, by, at, what } = draftRevisions
  const rows = yield* ask(
    db
      .select({ draft: draftRevisions.draft, number, before, by, at, what })
      .from(draftRevisions)
      .where(eq(draftRevisions.draft, draft))
      .orderBy(desc(number)),
  )
  return rows.map((row) => ({ ...row, before: row.before ?? undefined }))
}

function* addComment({ db, t }: On, comment: DraftComment): Body<void> {
  const { step, resolvedBy, resolvedAt } = comment
  const row = { ...comment, step: step ?? null, resolvedBy: resolvedBy ?? null, resolvedAt: resolvedAt ?? null }
  yield* ask(db.insert(t.draftComments).values(row))
}

function* resolve(
  { db, t: { draftComments } }: On,
  { draft, comment, by, at }: Parameters<DraftStore['resolve']>[0],
): Body<boolean> {
  const changed = yield* ask(
    db
      .update(draftComments)
      .set({ resolvedBy: by ?? null, resolvedAt: by === undefined ? null : at })
      .where(and(eq(draftComments.draft, draft), eq(draftComments.id, comment)))
      .returning({ id: draftComments.id }),
  )
  return changed.length > 0
}

function* comments({ db, t: { draftComments } }: On, draft: string): Body<readonly DraftComment[]> {
  const { at, id } = draftComments
  const rows = yield* ask(
    db.select().from(draftComments).where(eq(draftComments.draft, draft)).orderBy(asc(at), asc(id)),
  )
  return rows.map((row) => ({
    ...row,
    step: row.step ?? undefined,
    resolvedBy: row.resolvedBy ?? undefined,
    resolvedAt: row.resolvedAt ?? undefined,
  }))
}

function* addReview({ db, t: { draftReviews } }: On, review: DraftReview): Body<void> {
  const row = { ...review, text: review.text ?? null }
  const { draft, revision, by } = draftReviews
  const { verdict, text, at } = row
  yield* ask(
    db
      .insert(draftReviews)
      .values(row)
      .onConflictDoUpdate({ target: [draft, revision, by], set: { verdict, text, at } }),
  )
}

function* reviews({ db, t: { draftReviews } }: On, draft: string): Body<readonly DraftReview[]> {
  const { at, revision, by } = draftReviews
  const rows = yield* ask(
    db.select().from(draftReviews).where(eq(draftReviews.draft, draft)).orderBy(desc(at), desc(revision), asc(by)),
  )
  return rows.map((row) => ({ ...row, text: row.text ?? undefined }))
}

function* addLink({ db, t }: On, link: DraftLink): Body<void> {
  yield* ask(db.insert(t.draftLinks).values(link))
}

function* openLinks({ db, t: { draftLinks } }: On, draft: string, at: number): Body<readonly DraftLink[]> {
  const { createdAt, tokenHash, expiresAt } = draftLinks
  return yield* ask(
    db
      .select()
      .from(draftLinks)
      .where(and(eq(draftLinks.draft, draft), gt(expiresAt, at)))
      .orderBy(desc(createdAt), asc(tokenHash)),
  )
}

function* link({ db, t: { draftLinks } }: On, tokenHash: string, at: number): Body<DraftLink | undefined> {
  const [row] = yield* ask(
    db
      .select()
      .from(draftLinks)
      .where(and(eq(draftLinks.tokenHash, tokenHash), gt(draftLinks.expiresAt, at))),
  )
  return row
}

function* cancelLink({ db, t: { draftLinks } }: On, draft: string, tokenHash: string): Body<boolean> {
  const gone = yield* ask(
    db
      .delete(draftLinks)
      .where(and(eq(draftLinks.draft, draft), eq(draftLinks.tokenHash, tokenHash)))
      .returning({ draft: draftLinks.draft }),
  )
  return gone.length > 0
}

function fromDraft(draft: JourneyDraft) {
  return { ...draft, baseVersion: draft.baseVersion ?? null }
}

function toDraft(row: On['t']['drafts']['$inferSelect']): JourneyDraft {
  return { ...row, baseVersion: row.baseVersion ?? undefined }
}
