import { and, eq, gt, isNull } from 'drizzle-orm'
import type { AccountStore, Invitation, StaffSession } from '#src/account/account-store.ts'
import { readAudit, record } from './audit.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'

export function accountStore({ read, write, writeAlone }: Engine): AccountStore {
  return {
    invite: (invitation) => write((on) => invite(on, invitation)),
    invitation: (tokenHash) => read((on) => invitation(on, tokenHash)),
    signIn: (input) => writeAlone((on) => signIn(on, input)),
    session: (id) => read((on) => session(on, id)),
    touchSession: (id, at) => write((on) => touchSession(on, id, at)),
    endSession: (id) => write((on) => endSession(on, id)),
    record: (entry) => writeAlone((on) => record(on, entry)),
    audit: (input) => read((on) => readAudit(on, input)),
    isNew: () => read(isNew),
  }
}

function* invite({ db, t }: On, { journey, provider, usedAt, ...rest }: Invitation): Body<void> {
  const bound = { journey: journey ?? null, provider: provider ?? null, usedAt: usedAt ?? null }
  yield* ask(db.insert(t.invitations).values({ ...rest, ...bound }))
}

function* invitation({ db, t: { invitations } }: On, tokenHash: string): Body<Invitation | undefined> {
  const [row] = yield* ask(db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)))
  if (!row) return undefined
  const { journey, provider, usedAt } = row
  return { ...row, journey: journey ?? undefined, provider: provider ?? undefined, usedAt: usedAt ?? undefined }
}

/** That it is unused is asked for in the update itself: of two who race, the second finds nothing to use. */
function* signIn(on: On, input: { tokenHash: string; session: StaffSession; at: number }): Body<boolean> {
  const { invitations, staffSessions } = on.t
  const { tokenHash, session, at } = input
  const isOpen = and(eq(invitations.tokenHash, tokenHash), isNull(invitations.usedAt), gt(invitations.expiresAt, at))
  const used = yield* ask(
    on.db.update(invitations).set({ usedAt: at }).where(isOpen).returning({ role: invitations.role }),
  )
  if (used.length === 0) return false
  const { journey, provider, ...rest } = session
  yield* ask(on.db.insert(staffSessions).values({ ...rest, journey: journey ?? null, provider: provider ?? null }))
  yield* record(on, { at, who: session.account, what: 'sign-in', about: session.role, why: undefined })
  return true
}

function* session({ db, t: { staffSessions } }: On, id: string): Body<StaffSession | undefined> {
  const [row] = yield* ask(db.select().from(staffSessions).where(eq(staffSessions.id, id)))
  return row && { ...row, journey: row.journey ?? undefined, provider: row.provider ?? undefined }
}

function* touchSession({ db, t: { staffSessions } }: On, id: string, seenAt: number): Body<void> {
  yield* ask(db.update(staffSessions).set({ seenAt }).where(eq(staffSessions.id, id)))
}

function* endSession({ db, t: { staffSessions } }: On, id: string): Body<void> {
  yield* ask(db.delete(staffSessions).where(eq(staffSessions.id, id)))
}

function* isNew({ db, t: { invitations } }: On): Body<boolean> {
  const some = yield* ask(db.select({ role: invitations.role }).from(invitations).limit(1))
  return some.length === 0
}
