import { AppError } from '#src/errors.ts'
import type { AccountStore, Invitation, StaffSession } from './account-store.ts'
import { isActive, LONGEST_SESSION } from './active.ts'
import { aboutOf, INVITED_FOR_DAYS, type Invite, type InviteDeps, invite } from './invite.ts'
import { mayInvite } from './may-invite.ts'

type Deps = { readonly accounts: AccountStore; readonly now: () => number }

/** Invites in the name of whoever is signed in. Throws `forbidden` for what is not theirs to give. */
export async function inviteAs(
  deps: InviteDeps,
  staff: StaffSession,
  reach: Pick<Invite, 'role' | 'journey' | 'provider'>,
): Promise<{ readonly token: string }> {
  const { role, journey } = reach
  if (!mayInvite(staff, { role, journey })) throw new AppError('forbidden', `invite ${role}`)
  return invite(deps, { ...reach, invitedBy: staff.account, days: INVITED_FOR_DAYS })
}

/** The open invitations and the sessions under way that somebody may take back, newest first. */
export async function readInvited(
  { accounts, now }: Deps,
  staff: StaffSession,
): Promise<{ readonly invitations: readonly Invitation[]; readonly sessions: readonly StaffSession[] }> {
  const at = now()
  const invitations = (await accounts.openInvitations(at)).filter((one) => mayInvite(staff, one))
  const recent = await accounts.sessionsSince(at - LONGEST_SESSION - 1)
  return { invitations, sessions: recent.filter((one) => isActive(one, at) && mayInvite(staff, one)) }
}

/** Takes an invitation back: its link opens nothing from now on. False when it was used, ended or taken back before. */
export async function cancelInvitation({ accounts, now }: Deps, staff: StaffSession, id: string): Promise<boolean> {
  const invitation = await accounts.invitation(id)
  if (!invitation) return false
  if (!mayInvite(staff, invitation)) throw new AppError('forbidden', `cancel the invitation of a ${invitation.role}`)
  const entry = { at: now(), who: staff.account, what: 'invite:cancel', about: aboutOf(invitation), why: undefined }
  return accounts.cancelInvitation({ tokenHash: id, entry })
}

/** Ends somebody's session at once, wherever they are. False when it had ended. One's own is ended by signing out. */
export async function endSession({ accounts, now }: Deps, staff: StaffSession, id: string): Promise<boolean> {
  const session = await accounts.session(id)
  if (!session || !isActive(session, now())) return false
  if (!mayInvite(staff, session) || id === staff.id)
    throw new AppError('forbidden', `end the session of a ${session.role}`)
  await accounts.endSession(id)
  await accounts.record({ at: now(), who: staff.account, what: 'session:end', about: session.account, why: undefined })
  return true
}
