import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { AccountStore, AuditEntry, Invitation, StaffSession } from '#src/account/account-store.ts'
import { readAudit, record } from './audit.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'

export function accountStore({ read, write, writeAlone }: Engine): AccountStore {
  return {
    invite: (invitation) => write((on) => invite(on, invitation)),
    invitation: (tokenHash) => read((on) => invitation(on, tokenHash)),
    openInvitations: (at) => read((on) => openInvitations(on, at)),
    cancelInvitation: (input) => writeAlone((on) => cancelInvitation(on, input)),
    signIn: (input) => writeAlone((on) => signIn(on, input)),
    session: (id) => read((on) => session(on, id)),
    sessionsSince: (createdAfter) => read((on) => sessionsSince(on, createdAfter)),
    touchSession: (id, at) => write((on) => touchSession(on, id, at)),
    endSession: (id) => write((on) => endSession(on, id)),
    record: (entry) => writeAlone((on) => record(on, entry)),
    audit: (input) => read((on) => readAudit(on, input)),
    isNew: () => read(isNew),
  }
}

function* invite({ db, t }: On, { journey, provider, usedAt, cancelledAt, ...rest }: Invitation): Body<void> {
  const bound = { journey: journey ?? null, provider: provider ?? null }
  const ended = { usedAt: usedAt ?? null, cancelledAt: cancelledAt ?? null }
  yield* ask(db.insert(t.invitations).values({ ...rest, ...bound, ...ended }))
}

function* invitation({ db, t: { invitations } }: On, tokenHash: string): Body<Invitation | undefined> {
  const [row] = yield* ask(db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)))
  return row && invitationOf(row)
}

type InvitationRow = On['t']['invitations']['$inferSelect']

function invitationOf({ journey, provider, usedAt, cancelledAt, ...rest }: InvitationRow): Invitation {
  const bound = { journey: journey ?? undefined, provider: provider ?? undefined }
  return { ...rest, ...bound, usedAt: usedAt ?? undefined, cancelledAt: cancelledAt ?? undefined }
}

function* openInvitations(on: On, at: number): Body<readonly Invitation[]> {
  const { invitations } = on.t
  const open = on.db.select().from(invitations).where(isOpen(on, at))
  const rows = yield* ask(open.orderBy(desc(invitations.createdAt), invitations.tokenHash))
  return rows.map(invitationOf)
}

function isOpen({ t: { invitations } }: Pick<On, 't'>, at: number) {
  return and(isNull(invitations.usedAt), isNull(invitations.cancelledAt), gt(invitations.expiresAt, at))
}

/** As in signing in, the update itself asks whether it is open: an invitation is either used or taken back, never both. */
function* cancelInvitation(
  on: On,
  { tokenHash, entry }: { tokenHash: string; entry: Omit<AuditEntry, 'seq' | 'chain'> },
): Body<boolean> {
  const { invitations } = on.t
  const isThis = and(eq(invitations.tokenHash, tokenHash), isOpen(on, entry.at))
  const cancelled = yield* ask(
    on.db.update(invitations).set({ cancelledAt: entry.at }).where(isThis).returning({ role: invitations.role }),
  )
  if (cancelled.length === 0) return false
  yield* record(on, entry)
  return true
}

/** That it is unused is asked for in the update itself: of two who race, the second finds nothing to use. */
function* signIn(on: On, input: { tokenHash: string; session: StaffSession; at: number }): Body<boolean> {
  const { invitations, staffSessions } = on.t
  const { tokenHash, session, at } = input
  const isThis = and(eq(invitations.tokenHash, tokenHash), isOpen(on, at))
  const used = yield* ask(
    on.db.update(invitations).set({ usedAt: at }).where(isThis).returning({ role: invitations.role }),
  )
  if (used.length === 0) return false
  const { journey, provider, ...rest } = session
  yield* ask(on.db.insert(staffSessions).values({ ...rest, journey: journey ?? null, provider: provider ?? null }))
  yield* record(on, { at, who: session.account, what: 'sign-in', about: session.role, why: undefined })
  return true
}

function* session({ db, t: { staffSessions } }: On, id: string): Body<StaffSession | undefined> {
  const [row] = yield* ask(db.select().from(staffSessions).where(eq(staffSessions.id, id)))
  return row && sessionOf(row)
}

function sessionOf(row: On['t']['staffSessions']['$inferSelect']): StaffSession {
  return { ...row, journey: row.journey ?? undefined, provider: row.provider ?? undefined }
}

function* sessionsSince({ db, t: { staffSessions } }: On, after: number): Body<readonly StaffSession[]> {
  const isLater = gt(staffSessions.createdAt, after)
  const newest = desc(staffSessions.createdAt)
  const rows = yield* ask(db.select().from(staffSessions).where(isLater).orderBy(newest, staffSessions.id))
  return rows.map(sessionOf)
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
