import type { AccountStore } from '#src/account/account-store.ts'
import type { Library } from '#src/journey/library.ts'
import type { VersionStore } from '#src/journey/version-store.ts'
import type { TrialStore } from '#src/trial/trial-store.ts'
import type { ResponseStore } from './response-store.ts'

/** What the verbs of answering need from outside. */
export type ResponseDeps = {
  readonly responses: ResponseStore
  readonly accounts: AccountStore
  readonly library: Library
  readonly versions: VersionStore
  readonly trials: TrialStore
  readonly now: () => number
  readonly newId: () => string
}

/** Whoever writes an answer, and for whom: the ministry, or a provider by its id. */
export type Answerer = { readonly account: string; readonly side: string }
