import type { Role } from './roles.ts'

/** What a one-time link lets its opener become. Empty journey or provider = not bound to one. */
export type Invitation = {
  readonly tokenHash: string
  readonly role: Role
  readonly journey: string | undefined
  readonly provider: string | undefined
  readonly invitedBy: string
  readonly expiresAt: number
  readonly usedAt: number | undefined
  readonly createdAt: number
  readonly cancelledAt: number | undefined
}

export type StaffSession = {
  /** hash of the cookie's random part */
  readonly id: string
  readonly account: string
  readonly role: Role
  readonly journey: string | undefined
  readonly provider: string | undefined
  readonly createdAt: number
  readonly seenAt: number
}

/** Who did what, when, why. Never a citizen's words. */
export type AuditEntry = {
  readonly seq: number
  readonly at: number
  readonly who: string
  readonly what: string
  readonly about: string
  readonly why: string | undefined
  /** sha256 over the entry before and this one: the chain that `verify` walks */
  readonly chain: string
}

/** Each method is one transaction. */
export interface AccountStore {
  invite(invitation: Invitation): Promise<void>
  invitation(tokenHash: string): Promise<Invitation | undefined>
  /** those that still let somebody in at this moment, newest first */
  openInvitations(at: number): Promise<readonly Invitation[]>
  /** Takes an open invitation back, with its audit entry. False when it was used or taken back meanwhile. */
  cancelInvitation(input: { tokenHash: string; entry: Omit<AuditEntry, 'seq' | 'chain'> }): Promise<boolean>
  /** Uses the invitation once: of two who race, one gets true. Stores the session and the audit entry with it. */
  signIn(input: { tokenHash: string; session: StaffSession; at: number }): Promise<boolean>
  session(id: string): Promise<StaffSession | undefined>
  /** sessions that began after this moment and were not ended, newest first */
  sessionsSince(createdAfter: number): Promise<readonly StaffSession[]>
  touchSession(id: string, at: number): Promise<void>
  endSession(id: string): Promise<void>
  record(entry: Omit<AuditEntry, 'seq' | 'chain'>): Promise<void>
  audit(input: { limit: number; before: number | undefined }): Promise<readonly AuditEntry[]>
  /** true when no invitation was ever made: the first start of an installation */
  isNew(): Promise<boolean>
}
