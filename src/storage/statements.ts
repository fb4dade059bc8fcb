import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { StatementCounts, StatementStore, Translation } from '#src/walk/statement-store.ts'
import { addedHere, addedStatements } from './added-statements.ts'
import { ask, type Body, type Engine, type On, type Tables } from './engine.ts'
import { MOST_STEPS, stepName } from './statement-queries.ts'
import { QUEUE } from './statement-tally.ts'

/** Priorities are stored as whole numbers, which both engines hold alike. */
const PRIORITY_UNIT = 1000

export function statementStore({ read, write }: Engine): StatementStore {
  return {
    seedCounts: (journey) => read((on) => seedCounts(on, journey)),
    addedHere: (input) => read((on) => addedHere(on, input)),
    addedAt: (input) => read((on) => addedAt(on, input)),
    added: (journey, ids) => read((on) => addedStatements(on, journey, ids)),
    allAdded: (journey) => read((on) => addedStatements(on, journey, undefined)),
    setPriorities: (journey, priorities) => write((on) => setPriorities(on, journey, priorities)),
    translate: (translation) => write((on) => translate(on, translation)),
    translationsOf: (contribution) => read((on) => translationsOf(on, contribution)),
  }
}

function* seedCounts(on: On, journey: string): Body<readonly StatementCounts[]> {
  return (yield* ask(on.walk.seedCounts, { journey })).map(toCounts)
}

type Wanted = Parameters<StatementStore['addedAt']>[0]

function* addedAt(on: On, { journey, steps, queue, from, most }: Wanted): Body<readonly StatementCounts[]> {
  if (steps.length === 0 || most <= 0) return []
  const at = { ...named(steps), journey, queue: QUEUE[queue] }
  if (queue === 'few') return (yield* ask(on.walk.leastShown, { ...at, most })).map(toCounts)
  const ahead = yield* ask(on.walk.spreadFrom, { ...at, from, most })
  const left = most - ahead.length
  const round = left > 0 ? yield* ask(on.walk.spreadBefore, { ...at, from, most: left }) : []
  return [...ahead, ...round].map(toCounts)
}

/** Every place of the prepared query is filled: the last step stands in those left over. */
function named(steps: readonly string[]): Record<string, string | undefined> {
  const last = Math.min(steps.length, MOST_STEPS) - 1
  return Object.fromEntries(Array.from({ length: MOST_STEPS }, (_, i) => [stepName(i), steps[Math.min(i, last)]]))
}

function toCounts({ id, step, shown, agree, disagree, pass, priority }: Tables['statements']['$inferSelect']) {
  const known = priority === null ? undefined : priority / PRIORITY_UNIT
  return { id, step, shown, agree, disagree, pass, priority: known }
}

function* setPriorities(on: On, journey: string, priorities: ReadonlyMap<string, number>): Body<void> {
  // Always in the same order: a vote that counts the same statements must not wait for this one while it waits for the vote.
  for (const [id, priority] of [...priorities].sort(([one], [other]) => (one < other ? -1 : 1)))
    yield* ask(on.walk.setPriority, { journey, id, priority: Math.round(priority * PRIORITY_UNIT) })
}

/** Its author may have taken the statement back while it was being translated. */
function* translate({ db, t }: On, translation: Translation): Body<boolean> {
  const { contributions, translations } = t
  const { contribution, text, by, at } = translation
  const isIt = and(eq(contributions.id, contribution), isNotNull(contributions.text))
  const there = yield* ask(db.select({ id: contributions.id }).from(contributions).where(isIt))
  if (there.length === 0) return false
  const target = [translations.contribution, translations.language]
  yield* ask(db.insert(translations).values(translation).onConflictDoUpdate({ target, set: { text, by, at } }))
  return true
}

function* translationsOf({ db, t: { translations } }: On, contribution: string): Body<readonly Translation[]> {
  return yield* ask(
    db
      .select()
      .from(translations)
      .where(eq(translations.contribution, contribution))
      .orderBy(asc(translations.language)),
  )
}
