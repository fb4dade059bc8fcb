import { and, asc, eq, max } from 'drizzle-orm'
import type { Confirmation } from '#src/review/response.ts'
import { ask, type Body, type On } from './engine.ts'
import { fromConfirmation, toConfirmation } from './response-rows.ts'

/** Numbered one after another, only inside `writeAlone`: two may be given in the same millisecond, and one of them is the newer. */
export function* confirm({ db, t: { confirmations } }: On, confirmation: Confirmation): Body<void> {
  const { journey, step, provider, number } = confirmations
  const [last] = yield* ask(
    db
      .select({ number: max(number) })
      .from(confirmations)
      .where(and(eq(journey, confirmation.journey), eq(step, confirmation.step), eq(provider, confirmation.provider))),
  )
  yield* ask(db.insert(confirmations).values(fromConfirmation(confirmation, (last?.number ?? 0) + 1)))
}

export function* confirmations({ db, t: { confirmations } }: On, of: string): Body<readonly Confirmation[]> {
  const { journey, step, provider, number } = confirmations
  const newest = db
    .select({ step, provider, number: max(number).as('newest_number') })
    .from(confirmations)
    .where(eq(journey, of))
    .groupBy(step, provider)
    .as('newest')
  const isNewest = and(eq(newest.step, step), eq(newest.provider, provider), eq(newest.number, number))
  const rows = yield* ask(
    db
      .select({ confirmation: confirmations })
      .from(confirmations)
      .innerJoin(newest, isNewest)
      .where(eq(journey, of))
      .orderBy(asc(step), asc(provider)),
  )
  return rows.map((row) => toConfirmation(row.confirmation))
}
