import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Db, Tables } from './engine.ts'
import { all, held, into } from './prepared.ts'

/** What is shown and said is written with these, prepared on one connection. */
export function sayingQueries(db: Db, t: Tables) {
  return { ...exposing(db, t), ...saying(db, t) }
}

function exposing(db: Db, { visits, exposures, promptCounts }: Tables) {
  const place = and(
    eq(exposures.walk, held('walk')),
    eq(exposures.version, held('version')),
    eq(exposures.step, held('step')),
    eq(exposures.prompt, held('prompt')),
  )
  return {
    addVisit: db
      .insert(visits)
      .values(all(visits))
      .onConflictDoNothing()
      .returning({ step: visits.step })
      .prepare('add_visit'),
    openVisit: db
      .update(visits)
      .set({ opened: true })
      .where(and(eq(visits.walk, held('walk')), eq(visits.version, held('version')), eq(visits.step, held('step'))))
      .prepare('open_visit'),
    visit: db
      .select({ opened: visits.opened })
      .from(visits)
      .where(and(eq(visits.walk, held('walk')), eq(visits.version, held('version')), eq(visits.step, held('step'))))
      .prepare('visit'),
    addExposure: db
      .insert(exposures)
      .values(all(exposures))
      .onConflictDoNothing()
      .returning({ prompt: exposures.prompt })
      .prepare('add_exposure'),
    offer: db.update(exposures).set({ offered: true }).where(place).prepare('offer'),
    skip: db.update(exposures).set({ skipped: true }).where(place).prepare('skip'),
    unskip: db.update(exposures).set({ skipped: false }).where(place).prepare('unskip'),
    count: db
      .insert(promptCounts)
      .values(all(promptCounts))
      .onConflictDoUpdate({
        target: [promptCounts.journey, promptCounts.version, promptCounts.step, promptCounts.prompt],
        set: {
          shown: sql`${promptCounts.shown} + excluded.shown`,
          answered: sql`${promptCounts.answered} + excluded.answered`,
        },
      })
      .prepare('count'),
  }
}

function saying(db: Db, { contributions }: Tables) {
  const { id: _, ...rest } = all(contributions)
  const changed = Object.fromEntries(
    Object.keys(rest).map((name) => [name, into(getTableColumns(contributions)[name as keyof typeof rest], name)]),
  )
  return {
    saidAt: db
      .select()
      .from(contributions)
      .where(
        and(
          eq(contributions.walk, held('walk')),
          eq(contributions.version, held('version')),
          eq(contributions.step, held('step')),
          eq(contributions.prompt, held('prompt')),
        ),
      )
      .prepare('said_at'),
    unsay: db
      .delete(contributions)
      .where(eq(contributions.id, held('id')))
      .prepare('unsay'),
    say: db.insert(contributions).values(all(contributions)).prepare('say'),
    sayAgain: db
      .update(contributions)
      .set(changed)
      .where(eq(contributions.id, held('id')))
      .prepare('say_again'),
  }
}
