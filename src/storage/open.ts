import { asc, gt } from 'drizzle-orm'
import type { AccountStore } from '#src/account/account-store.ts'
import type { VersionStore } from '#src/journey/version-store.ts'
import type { OpinionMapStore } from '#src/review/opinion-map-store.ts'
import type { ReleaseStore } from '#src/review/release-store.ts'
import type { ReportStore } from '#src/review/report-notes.ts'
import type { ResponseStore } from '#src/review/response-store.ts'
import type { ReviewStore } from '#src/review/review-store.ts'
import type { SuggestionStore } from '#src/review/suggestion-store.ts'
import type { ThemeStore } from '#src/review/theme-store.ts'
import type { DraftStore } from '#src/studio/draft-store.ts'
import type { TrialStore } from '#src/trial/trial-store.ts'
import type { ModerationStore } from '#src/walk/moderation-store.ts'
import type { StatementStore } from '#src/walk/statement-store.ts'
import type { VoteStore } from '#src/walk/vote-store.ts'
import type { WalkStore } from '#src/walk/walk-store.ts'
import type { WeighingStore } from '#src/walk/weighing-store.ts'
import { accountStore } from './accounts.ts'
import { clearingAway } from './clear-away.ts'
import { draftStore } from './drafts.ts'
import { ask, type Engine } from './engine.ts'
import { moderationStore } from './moderation.ts'
import { opinionMapStore } from './opinion-maps.ts'
import { openPostgres } from './postgres/open.ts'
import { releaseStore } from './releases.ts'
import { reportStore } from './report-notes.ts'
import { responseStore } from './responses.ts'
import { reviewStore } from './review.ts'
import { openSqlite } from './sqlite/open.ts'
import { statementStore } from './statements.ts'
import { suggestionStore } from './suggestions.ts'
import { themeStore } from './themes.ts'
import { trialStore } from './trials.ts'
import { versionStore } from './versions.ts'
import { voteStore } from './votes.ts'
import { walkStore } from './walks.ts'
import { weighingStore } from './weighing.ts'

export type Storage = {
  readonly engine: 'sqlite' | 'postgres'
  readonly walks: WalkStore
  readonly weighing: WeighingStore
  readonly votes: VoteStore
  readonly versions: VersionStore
  readonly accounts: AccountStore
  readonly review: ReviewStore
  readonly moderations: ModerationStore
  readonly opinionMaps: OpinionMapStore
  readonly statements: StatementStore
  readonly themes: ThemeStore
  readonly trials: TrialStore
  readonly responses: ResponseStore
  readonly releases: ReleaseStore
  readonly reports: ReportStore
  readonly drafts: DraftStore
  readonly suggestions: SuggestionStore
  /** able to write: proved by writing */
  ready(): Promise<boolean>
  /** clears away what replaced rows left behind outside the tables; what is taken back is cleared away by itself */
  scrub(): Promise<void>
  /** a whole copy into a file, while others go on writing */
  backup?(file: string): Promise<void>
  /** what is broken in the files of the storage; PostgreSQL looks after its own */
  troubles(): Promise<readonly string[]>
  /** ids of walks in their order, at most `most` of those after the given one ('' for the first) */
  walkIds(after: string, most: number): Promise<readonly string[]>
  close(): Promise<void>
}

export type StorageOptions = {
  /** `postgres://…`; without it SQLite in `folder` */
  readonly url?: string | undefined
  readonly folder: string
  readonly now: () => number
  /** hears of connections lost in the background, and of files that could not be cleared just now */
  readonly onTrouble?: ((error: unknown) => void) | undefined
}

/** Opens the storage, making and migrating it where needed. Throws an AppError('busy') when the disk or server is not to be had. */
export function openStorage(options: StorageOptions): Promise<Storage> {
  return options.url ? inPostgres(options.url, options) : inSqlite(options)
}

async function inSqlite({ folder, now, onTrouble = () => {} }: StorageOptions): Promise<Storage> {
  const { engine, hasRoom, scrub: scrubAt, backup, troubles, close } = openSqlite(folder)
  const scrub = async () => scrubAt(now())
  return {
    engine: 'sqlite',
    ...clearingAway(stores(engine), { scrub, onTrouble }),
    ready: async () => hasRoom() && (await isAbleToWrite(engine, now())),
    scrub,
    backup: async (file) => backup(file),
    troubles: async () => troubles(),
    walkIds: walkIdsIn(engine),
    close: async () => close(),
  }
}

async function inPostgres(url: string, { now, onTrouble = () => {} }: StorageOptions): Promise<Storage> {
  const { engine, scrub, close } = await openPostgres(url, onTrouble)
  const all = clearingAway(stores(engine), { scrub, onTrouble })
  const ready = () => isAbleToWrite(engine, now())
  return { engine: 'postgres', ...all, ready, scrub, troubles: async () => [], walkIds: walkIdsIn(engine), close }
}

function stores(engine: Engine) {
  return {
    walks: walkStore(engine),
    weighing: weighingStore(engine),
    votes: voteStore(engine),
    versions: versionStore(engine),
    accounts: accountStore(engine),
    review: reviewStore(engine),
    moderations: moderationStore(engine),
    opinionMaps: opinionMapStore(engine),
    statements: statementStore(engine),
    themes: themeStore(engine),
    trials: trialStore(engine),
    responses: responseStore(engine),
    releases: releaseStore(engine),
    reports: reportStore(engine),
    drafts: draftStore(engine),
    suggestions: suggestionStore(engine),
  }
}

function walkIdsIn({ read }: Engine): Storage['walkIds'] {
  return (after, most) =>
    read(function* ({ db, t: { walks } }) {
      const rows = yield* ask(
        db.select({ id: walks.id }).from(walks).where(gt(walks.id, after)).orderBy(asc(walks.id)).limit(most),
      )
      return rows.map(({ id }) => id)
    })
}

async function isAbleToWrite({ write }: Engine, at: number): Promise<boolean> {
  try {
    await write(function* ({ db, t: { pulse } }) {
      yield* ask(db.insert(pulse).values({ id: 1, at }).onConflictDoUpdate({ target: pulse.id, set: { at } }))
    })
    return true
  } catch {
    return false
  }
}
