import type { AccountStore, Invitation, StaffSession } from './account-store.ts'

export type SignInDeps = {
  readonly accounts: AccountStore
  readonly secrets: { readonly tokenHash: (token: string) => string }
  readonly now: () => number
}
/** used, cancelled and expired are told to the opener, since only they ever held the link; an unknown one says nothing */
export type Refused = 'unknown' | 'used' | 'cancelled' | 'expired'
export type OpenedLink =
  | { readonly ok: true; readonly invitation: Invitation }
  | { readonly ok: false; readonly refused: Refused }

const TOKEN = /^[\w-]{43}$/

/** What a sign-in link leads to. Looking never uses it up: mail programs and chats open links by themselves. */
export async function openLink({ accounts, secrets, now }: SignInDeps, token: string): Promise<OpenedLink> {
  const invitation = TOKEN.test(token) ? await accounts.invitation(secrets.tokenHash(token)) : undefined
  if (!invitation) return { ok: false, refused: 'unknown' }
  if (invitation.usedAt !== undefined) return { ok: false, refused: 'used' }
  if (invitation.cancelledAt !== undefined) return { ok: false, refused: 'cancelled' }
  if (invitation.expiresAt <= now()) return { ok: false, refused: 'expired' }
  return { ok: true, invitation }
}

/** Uses the link. Of two who press at the same moment one gets in; the other is told that the link has been used. */
export async function signIn(
  { accounts, now }: Pick<SignInDeps, 'accounts' | 'now'>,
  { invitation, session }: { invitation: Invitation; session: StaffSession },
): Promise<boolean> {
  return accounts.signIn({ tokenHash: invitation.tokenHash, session, at: now() })
}

/** Nobody is asked their name: an account is called by its role and a part of its link's hash, which the audit log repeats. */
export function accountName({ role, tokenHash }: Pick<Invitation, 'role' | 'tokenHash'>): string {
  return `${role}-${tokenHash
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 6)
    .toLowerCase()}`
}
