import type { Language, StepKey, Words } from '#src/journey/definition.ts'
import type { ModerationState } from './walk.ts'

/** What serving needs of a statement. Counts are of people: a simulated walker's votes share nothing out. */
export type StatementCounts = {
  /** feedback/statement-id.ts */
  readonly id: string
  readonly step: StepKey
  readonly shown: number
  readonly agree: number
  readonly disagree: number
  readonly pass: number
  /** the routing priority that the last opinion map gave it, above 0; undefined before the first */
  readonly priority: number | undefined
}

/** A statement that a walker has added, with the translations others have made of it. */
export type AddedStatement = {
  readonly id: string
  readonly contribution: string
  /** the walk of its author */
  readonly walk: string
  readonly step: StepKey
  /** the hand-over it is about, if any */
  readonly share: string | undefined
  /** the language it was written in; `words` has the author's own words under it */
  readonly language: Language
  readonly words: Words
  readonly state: ModerationState
  /** shown to others now: approved, or in a trial that lets words be seen before they are read */
  readonly isServed: boolean
  readonly at: number
}

export type Translation = {
  readonly contribution: string
  readonly language: Language
  readonly text: string
  /** the account of who wrote it */
  readonly by: string
  readonly at: number
}

/** few: fewer than `ENOUGH_VOTES` so far · enough */
export type Queue = 'few' | 'enough'

/** Below so many votes a statement is served before those that have more (participation.md 2.1). */
export const ENOUGH_VOTES = 7

/** Each method is one transaction. */
export interface StatementStore {
  /** counts of the seed statements of a journey that have been met so far */
  seedCounts(journey: string): Promise<readonly StatementCounts[]>
  /** Served statements that walkers added at one step: about `most` that come next (few votes first, the least shown before others), and those that the walk has been shown there. Cheap enough for every page. */
  addedHere(input: { journey: string; step: StepKey; walk: string; most: number }): Promise<readonly AddedStatement[]>
  /** Served statements that walkers added at the given steps. `few`: the least shown first; `enough`: in an order of their own from `from` (0 to 2^31) on, and round again. */
  addedAt(input: {
    journey: string
    steps: readonly StepKey[]
    queue: Queue
    from: number
    most: number
  }): Promise<readonly StatementCounts[]>
  /** of the given ids those that are there still, in whatever state */
  added(journey: string, ids: readonly string[]): Promise<readonly AddedStatement[]>
  /** every statement that walkers added, oldest first: for what is computed or exported, not for a walker's page */
  allAdded(journey: string): Promise<readonly AddedStatement[]>
  setPriorities(journey: string, priorities: ReadonlyMap<string, number>): Promise<void>
  /** puts it in the place of an earlier one in the same language. False when the statement is gone */
  translate(translation: Translation): Promise<boolean>
  translationsOf(contribution: string): Promise<readonly Translation[]>
}
