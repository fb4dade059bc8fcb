import { and, asc, eq } from 'drizzle-orm'
import { statementId } from '#feedback/statement-id.ts'
import { addEvents } from './append.ts'
import { ask, type Body, type On } from './engine.ts'
import { counting } from './prompt-tally.ts'
import { noteRemoval, removeVotes } from './votes.ts'
import { unweigh } from './weighing.ts'

/** Takes back one contribution of a walk, or all: the rows are gone, the walk remembers only that something was withdrawn. */
export function* withdraw(on: On, input: { walk: string; contribution: string | undefined; at: number }): Body<number> {
  const { walk, contribution, at } = input
  const { contributions } = on.t
  const [touched] = yield* ask(on.walk.touch, { walk, at })
  if (!touched) return 0
  const gone = yield* ask(
    on.db
      .delete(contributions)
      .where(
        and(eq(contributions.walk, walk), contribution === undefined ? undefined : eq(contributions.id, contribution)),
      )
      .returning({
        version: contributions.version,
        step: contributions.step,
        prompt: contributions.prompt,
        option: contributions.option,
      }),
  )
  const tally = counting(touched)
  for (const one of gone) {
    tally.add(one, { shown: 0, answered: -1 })
    tally.voted(one, one.option ?? undefined, -1)
  }
  for (const { version, step, prompt } of gone) yield* unweigh(on, { walk, version, step, prompt })
  yield* tally.store(on)
  yield* removeVotes(on, { walk, journey: touched.journey }, gone)
  if (gone.length > 0) yield* addEvents(on, { walk, version: touched.version }, [{ kind: 'withdrawn' }])
  return gone.length
}

/** Erases a walk with all that hangs on it, and the participant whose last walk it was. */
export function* erase(on: On, walk: string): Body<void> {
  const { db, t } = on
  const [row] = yield* ask(on.walk.walk, { walk })
  if (!row) return
  const shown = yield* ask(on.walk.exposures, { walk })
  const said = yield* ask(on.walk.contributionsOf, { walk })
  const tally = counting(row)
  for (const one of shown) tally.add(one, { shown: -1, answered: 0 })
  for (const one of said) {
    tally.add(one, { shown: 0, answered: -1 })
    tally.voted(one, one.option ?? undefined, -1)
  }

  const erased = yield* ask(db.delete(t.walks).where(eq(t.walks.id, walk)).returning({ id: t.walks.id }))
  if (erased.length === 0) return
  yield* ask(db.delete(t.submissions).where(eq(t.submissions.walk, walk)))
  yield* tally.store(on)
  if (said.some(({ step, prompt }) => statementId(step, prompt) !== undefined)) yield* noteRemoval(on, row.journey)
  const others = yield* ask(
    db
      .select({ id: t.walks.id })
      .from(t.walks)
      .where(eq(t.walks.participant, row.participant))
      .orderBy(asc(t.walks.id))
      .limit(1),
  )
  if (others.length === 0) yield* ask(db.delete(t.participants).where(eq(t.participants.id, row.participant)))
}
