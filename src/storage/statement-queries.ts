import { and, asc, eq, getTableColumns, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { ENOUGH_VOTES } from '#src/walk/statement-store.ts'
import type { Db, Tables } from './engine.ts'
import { all, held, into } from './prepared.ts'

/** What votes and added statements are written and read with, prepared on one connection. */
export function statementQueries(db: Db, t: Tables) {
  return { ...voting(db, t), ...addedAtStep(db, t), ...serving(db, t) }
}

function voting(db: Db, { votes, voteClocks, statements }: Tables) {
  const isIt = and(eq(statements.journey, held('journey')), eq(statements.id, held('id')))
  const more = (name: 'shown' | 'agree' | 'disagree' | 'pass') =>
    sql`${statements[name]} + ${into(statements[name], name)}`
  const cast = sql`${statements.agree} + ${statements.disagree} + ${statements.pass}`
  const queued = (queue: SQL | PgColumn, votes: SQL) =>
    sql`case when ${queue} = 0 then 0 when ${votes} >= ${sql.raw(String(ENOUGH_VOTES))} then 2 else 1 end`
  return {
    countSeed: db
      .insert(statements)
      .values(all(statements))
      .onConflictDoUpdate({
        target: [statements.journey, statements.id],
        set: {
          shown: sql`${statements.shown} + excluded.shown`,
          agree: sql`${statements.agree} + excluded.agree`,
          disagree: sql`${statements.disagree} + excluded.disagree`,
          pass: sql`${statements.pass} + excluded.pass`,
        },
      })
      .prepare('count_seed'),
    countAdded: db
      .update(statements)
      .set({
        ...{ shown: more('shown'), agree: more('agree'), disagree: more('disagree'), pass: more('pass') },
        queue: queued(statements.queue, sql`${more('agree')} + ${more('disagree')} + ${more('pass')}`),
      })
      .where(isIt)
      .prepare('count_added'),
    keepAdded: db
      .insert(statements)
      .values(all(statements))
      .onConflictDoUpdate({
        target: [statements.journey, statements.id],
        set: { queue: queued(sql`excluded.queue`, cast) },
      })
      .prepare('keep_added'),
    queueAdded: db
      .update(statements)
      .set({ queue: queued(into(statements.queue, 'queue'), cast) })
      .where(eq(statements.contribution, held('contribution')))
      .prepare('queue_added'),
    votesOn: db
      .select({ id: statements.id })
      .from(statements)
      .where(and(eq(statements.contribution, held('contribution')), sql`${cast} > 0`))
      .prepare('votes_on'),
    setPriority: db
      .update(statements)
      .set({ priority: into(statements.priority, 'priority') })
      .where(isIt)
      .prepare('set_priority'),
    addVote: db.insert(votes).values(all(votes)).prepare('add_vote'),
    moveVoteClock: db
      .insert(voteClocks)
      .values(all(voteClocks))
      .onConflictDoUpdate({
        target: voteClocks.journey,
        set: {
          seq: sql`${voteClocks.seq} + excluded.seq`,
          erased: sql`case when excluded.erased = 0 then ${voteClocks.erased} else ${voteClocks.seq} + excluded.seq end`,
        },
      })
      .returning({ seq: voteClocks.seq })
      .prepare('move_vote_clock'),
  }
}

/** A prepared query takes so many steps at most; a walker who has met more is served from the first of them. */
export const MOST_STEPS = 64

export function stepName(i: number): string {
  return `step${i}`
}

/** Served statements that walkers added at several steps. Seed statements are left out: which a version asks about, its definition says. */
function serving(db: Db, { statements }: Tables) {
  const steps = Array.from({ length: MOST_STEPS }, (_, i) => sql.placeholder(stepName(i)))
  const atSteps = and(
    eq(statements.journey, held('journey')),
    inArray(statements.step, steps),
    eq(statements.queue, held('queue')),
    isNotNull(statements.contribution),
  )
  return {
    seedCounts: db
      .select()
      .from(statements)
      .where(and(eq(statements.journey, held('journey')), isNull(statements.contribution)))
      .prepare('seed_counts'),
    leastShown: db
      .select()
      .from(statements)
      .where(atSteps)
      .orderBy(asc(statements.shown), asc(statements.spread))
      .limit(held('most'))
      .prepare('least_shown'),
    spreadFrom: db
      .select()
      .from(statements)
      .where(and(atSteps, gte(statements.spread, held('from'))))
      .orderBy(asc(statements.spread))
      .limit(held('most'))
      .prepare('spread_from'),
    spreadBefore: db
      .select()
      .from(statements)
      .where(and(atSteps, lt(statements.spread, held('from'))))
      .orderBy(asc(statements.spread))
      .limit(held('most'))
      .prepare('spread_before'),
  }
}

/** Words and all, since a step's page reads them each time: a row a statement and translation. */
function addedAtStep(db: Db, { statements, contributions, translations, exposures }: Tables) {
  const columns = {
    ...{ id: statements.id, queue: statements.queue, said: getTableColumns(contributions) },
    translation: getTableColumns(translations),
  }
  const atStep = and(eq(statements.journey, held('journey')), eq(statements.step, held('step')))
  return {
    nextAdded: db
      .select(columns)
      .from(statements)
      .innerJoin(contributions, eq(contributions.id, statements.contribution))
      .leftJoin(translations, eq(translations.contribution, statements.contribution))
      .where(and(atStep, eq(statements.queue, held('queue'))))
      .orderBy(asc(statements.shown), asc(statements.spread))
      .limit(held('most'))
      .prepare('next_added'),
    metAdded: db
      .select(columns)
      .from(exposures)
      .innerJoin(statements, and(atStep, eq(statements.id, exposures.prompt)))
      .innerJoin(contributions, eq(contributions.id, statements.contribution))
      .leftJoin(translations, eq(translations.contribution, statements.contribution))
      .where(and(eq(exposures.walk, held('walk')), eq(exposures.step, held('step'))))
      .prepare('met_added'),
  }
}
