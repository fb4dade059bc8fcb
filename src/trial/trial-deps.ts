import type { AccountStore, StaffSession } from '#src/account/account-store.ts'
import type { Library } from '#src/journey/library.ts'
import type { TrialStore } from './trial-store.ts'

/** What the verbs of a trial need from outside. */
export type TrialDeps = {
  readonly trials: TrialStore
  readonly accounts: Pick<AccountStore, 'record'>
  readonly library: Library
  readonly now: () => number
  readonly newId: () => string
  /** n random bytes */
  readonly random: (n: number) => Uint8Array
  readonly secrets: {
    readonly seal: (text: string) => string
    readonly open: (sealed: string) => string | undefined
  }
}

/** Who does it, for the log. */
export type By = Pick<StaffSession, 'account'>

/** Every change of a trial leaves a mark: what, of which trial, and which parts. */
export function recordTrial(
  { accounts, now }: Pick<TrialDeps, 'accounts' | 'now'>,
  { account }: By,
  { what, trial, why }: { readonly what: string; readonly trial: string; readonly why?: string | undefined },
): Promise<void> {
  return accounts.record({ at: now(), who: account, what: `trial:${what}`, about: trial, why })
}
