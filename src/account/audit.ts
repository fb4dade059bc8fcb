import type { AccountStore, AuditEntry, StaffSession } from './account-store.ts'

const A_PAGE = 100

/** A page of the log, newest first. `older` is where the next page begins, undefined at the end. */
export async function readAudit(
  { accounts }: { readonly accounts: AccountStore },
  before: number | undefined,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly older: number | undefined }> {
  const found = await accounts.audit({ limit: A_PAGE + 1, before })
  const entries = found.slice(0, A_PAGE)
  return { entries, older: found.length > A_PAGE ? entries.at(-1)?.seq : undefined }
}

/** Whoever opens single people's words leaves a mark, since these are people in grief and few. */
export function recordReading(
  { accounts, now }: { readonly accounts: AccountStore; readonly now: () => number },
  staff: Pick<StaffSession, 'account'>,
  about: string,
): Promise<void> {
  return accounts.record({ at: now(), who: staff.account, what: 'read-words', about, why: undefined })
}
