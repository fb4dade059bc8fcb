import type { AccountStore, StaffSession } from './account-store.ts'

/** Ends a session. The cookie is worth nothing from then on, wherever a copy of it may be. */
export async function signOut(
  { accounts, now }: { readonly accounts: AccountStore; readonly now: () => number },
  session: StaffSession,
): Promise<void> {
  await accounts.endSession(session.id)
  await accounts.record({ at: now(), who: session.account, what: 'sign-out', about: session.role, why: undefined })
}
