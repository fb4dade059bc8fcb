import type { HttpBindings } from '@hono/node-server'
import type { Context as HonoContext } from 'hono'
import type { AccountStore, StaffSession } from '#src/account/account-store.ts'
import type { Config } from '#src/config.ts'
import type { Language } from '#src/i18n/language.ts'
import type { VersionStore } from '#src/journey/version-store.ts'
import type { Drafting } from '#src/review/draft-sentences.ts'
import type { OpinionMapStore } from '#src/review/opinion-map-store.ts'
import type { SynthesisDeps } from '#src/review/read-synthesis.ts'
import type { ReleaseStore } from '#src/review/release-store.ts'
import type { ReportStore } from '#src/review/report-notes.ts'
import type { ResponseStore } from '#src/review/response-store.ts'
import type { ReviewStore } from '#src/review/review-store.ts'
import type { SuggestionStore } from '#src/review/suggestion-store.ts'
import type { ThemeStore } from '#src/review/theme-store.ts'
import type { Secrets } from '#src/secrets.ts'
import type { DraftStore } from '#src/studio/draft-store.ts'
import type { TrialStore } from '#src/trial/trial-store.ts'
import type { WalkDeps } from '#src/walk/deps.ts'
import type { ModerationStore } from '#src/walk/moderation-store.ts'
import type { StatementStore } from '#src/walk/statement-store.ts'
import type { VoteStore } from '#src/walk/vote-store.ts'
import type { AssetUrls } from '#views/layout.ts'
import type { Limits } from './limits.ts'

/** What every handler finds in `c.get(...)`. Reading `c.var` copies all of it: take what you need once. */
export type Variables = {
  requestId: string
  /** from the path; where the path has none, from what the browser asks for */
  language: Language
  /** whose device this is; undefined for a stranger, an expired or a tampered cookie */
  participant: string | undefined
  /** the random part of the citizen's cookie, however old: `secrets.tokenHash(device)` is the device's id */
  device: string | undefined
  /** the participation code from the cookie, checked against the participant's hash */
  code: string | undefined
  staff: StaffSession | undefined
  /** every form carries it in a hidden field named `token`: old browsers prove with it where the form came from */
  formToken: string
  /** the one origin that this page may show inside itself */
  framed: string | undefined
  /** a form of this request may hold a file: its limit is another one, and its files are read as text */
  isLargeForm: boolean | undefined
}
export type Env = { Variables: Variables; Bindings: Partial<HttpBindings> }
export type Context = HonoContext<Env>

export type Log = {
  info(about: object, message: string): void
  warn(about: object, message: string): void
  error(about: object, message: string): void
}

/** What handlers need from outside. It holds what the verbs of a walk need, so it can be handed to them as it is. */
export type Deps = WalkDeps & {
  readonly accounts: AccountStore
  readonly review: ReviewStore
  readonly moderations: ModerationStore
  readonly votes: VoteStore
  readonly opinionMaps: OpinionMapStore
  readonly statements: StatementStore
  readonly themes: ThemeStore
  /** base forms of a language's words, where a tool for it is installed */
  readonly lemmasOf: SynthesisDeps['lemmasOf']
  readonly trials: TrialStore
  readonly responses: ResponseStore
  readonly releases: ReleaseStore
  readonly reports: ReportStore
  readonly versions: VersionStore
  readonly drafts: DraftStore
  readonly suggestions: SuggestionStore
  /** a language model outside, where the settings name one */
  readonly drafting: Drafting | undefined
  readonly secrets: Secrets
  readonly config: Config
  readonly assets: AssetUrls
  readonly limits: Limits
  /** n random bytes */
  readonly random: (n: number) => Uint8Array
  /** whether storage can take a write just now */
  readonly ready: () => Promise<boolean>
  readonly log: Log
}
