import { and, asc, eq, getTableColumns, inArray, isNotNull } from 'drizzle-orm'
import type { AddedStatement, StatementStore, Translation } from '#src/walk/statement-store.ts'
import { ask, type Body, type On, type Tables } from './engine.ts'
import { QUEUE } from './statement-tally.ts'

/** Statements that walkers added, with their words and translations: those of the given ids, or all of the journey. */
export function* addedStatements(
  on: On,
  journey: string,
  ids: readonly string[] | undefined,
): Body<readonly AddedStatement[]> {
  if (ids?.length === 0) return []
  const { statements, contributions, translations } = on.t
  const which = and(
    eq(statements.journey, journey),
    isNotNull(statements.contribution),
    ids && inArray(statements.id, [...ids]),
  )
  const rows = yield* ask(
    on.db
      .select({ id: statements.id, queue: statements.queue, said: getTableColumns(contributions) })
      .from(statements)
      .innerJoin(contributions, eq(contributions.id, statements.contribution))
      .where(which)
      .orderBy(asc(contributions.at), asc(contributions.id)),
  )
  const translated = yield* ask(
    on.db
      .select({ id: statements.id, translation: getTableColumns(translations) })
      .from(translations)
      .innerJoin(statements, eq(statements.contribution, translations.contribution))
      .where(which),
  )
  const others = Map.groupBy(translated, ({ id }) => id)
  return rows.map((row) => toAdded(row, others.get(row.id)?.map(({ translation }) => translation) ?? []))
}

/** Prepared, and of one step: of its statements only those met and the few that come next are read. */
export function* addedHere(
  on: On,
  { journey, step, walk, most }: Parameters<StatementStore['addedHere']>[0],
): Body<readonly AddedStatement[]> {
  const at = { journey, step, most }
  const few = yield* ask(on.walk.nextAdded, { ...at, queue: QUEUE.few })
  const next = few.length > 0 ? few : yield* ask(on.walk.nextAdded, { ...at, queue: QUEUE.enough })
  if (next.length === 0) return []
  const met = yield* ask(on.walk.metAdded, { journey, step, walk })
  const byId = Map.groupBy([...met, ...next], ({ id }) => id)
  return [...byId.values()].flatMap((rows) => {
    const [row] = rows
    return row && row.queue !== QUEUE.none
      ? [
          toAdded(
            row,
            rows.flatMap(({ translation }) => translation ?? []),
          ),
        ]
      : []
  })
}

type Row = { readonly id: string; readonly queue: number; readonly said: Tables['contributions']['$inferSelect'] }

function toAdded({ id, queue, said }: Row, translations: readonly Translation[]): AddedStatement {
  const { walk, step, share, language, text, state, at } = said
  const others = translations.filter((translation) => translation.language !== language)
  return {
    ...{ id, walk, step, language, state, at },
    contribution: said.id,
    share: share ?? undefined,
    words: { ...Object.fromEntries(others.map((one) => [one.language, one.text])), [language]: text ?? '' },
    isServed: queue !== QUEUE.none,
  }
}
