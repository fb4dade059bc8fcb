import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db, Tables } from './engine.ts'
import { all, held, into } from './prepared.ts'
import { sayingQueries } from './saying-queries.ts'
import { statementQueries } from './statement-queries.ts'

// Building a query costs ten times what running a prepared one does, so whatever a walk's pages run is prepared once a connection.

export type WalkStatements = ReturnType<typeof walkStatements>

/** The statements of a walk, prepared on one connection. A name in `held` is filled in when it runs. */
export function walkStatements(db: Db, t: Tables) {
  return {
    ...reads(db, t),
    ...moves(db, t),
    ...sayingQueries(db, t),
    ...statementQueries(db, t),
    ...answers(db, t),
  }
}

function reads(
  db: Db,
  { walks, told, events, devices, visits, exposures, contributions, promptCounts, submissions }: Tables,
) {
  return {
    walk: db
      .select()
      .from(walks)
      .where(eq(walks.id, held('walk')))
      .prepare('walk'),
    told: db
      .select({ name: told.name, value: told.value })
      .from(told)
      .where(eq(told.walk, held('walk')))
      .prepare('told'),
    device: db
      .select()
      .from(devices)
      .where(and(eq(devices.id, held('id')), gt(devices.expiresAt, held('now'))))
      .prepare('device'),
    // What the walk has seen of another version does not count as seen on the one it is on.
    visited: db
      .select({ step: visits.step })
      .from(visits)
      .innerJoin(walks, and(eq(walks.id, visits.walk), eq(walks.version, visits.version)))
      .where(and(eq(visits.walk, held('walk')), eq(visits.opened, true)))
      .orderBy(asc(visits.firstAt), asc(visits.step))
      .prepare('visited'),
    exposures: db
      .select({
        version: exposures.version,
        walked: walks.version,
        step: exposures.step,
        prompt: exposures.prompt,
        offered: exposures.offered,
        skipped: exposures.skipped,
      })
      .from(exposures)
      .innerJoin(walks, eq(walks.id, exposures.walk))
      .where(eq(exposures.walk, held('walk')))
      .orderBy(asc(exposures.at), asc(exposures.step), asc(exposures.prompt))
      .prepare('exposures'),
    contributionsOf: db
      .select()
      .from(contributions)
      .where(eq(contributions.walk, held('walk')))
      .orderBy(asc(contributions.at), asc(contributions.id))
      .prepare('contributions_of'),
    visibleTexts: db
      .select()
      .from(contributions)
      .where(
        and(
          eq(contributions.journey, held('journey')),
          eq(contributions.step, held('step')),
          eq(contributions.state, 'visible'),
          // Written out as the partial index has it, or the index is not used.
          sql`${contributions.prompt} <> 'own'`,
        ),
      )
      .orderBy(asc(contributions.at), asc(contributions.id))
      .prepare('visible_texts'),
    promptCounts: db
      .select({
        step: promptCounts.step,
        prompt: promptCounts.prompt,
        shown: promptCounts.shown,
        answered: promptCounts.answered,
      })
      .from(promptCounts)
      .where(and(eq(promptCounts.journey, held('journey')), eq(promptCounts.version, held('version'))))
      .prepare('prompt_counts'),
    submission: db
      .select({ walk: submissions.walk })
      .from(submissions)
      .where(and(eq(submissions.owner, held('owner')), eq(submissions.key, held('key'))))
      .prepare('submission'),
    sinceChange: db
      .select()
      .from(events)
      .where(
        and(
          eq(events.walk, held('walk')),
          gte(
            events.seq,
            sql`(select max(e.seq) from events e where e.walk = ${held('walk')} and e.kind in ('changed', 'moved', 'moved-back'))`,
          ),
        ),
      )
      .orderBy(asc(events.seq))
      .prepare('since_change'),
    lastEvent: db
      .select({ seq: events.seq })
      .from(events)
      .where(eq(events.walk, held('walk')))
      .orderBy(desc(events.seq))
      .limit(1)
      .prepare('last_event'),
  }
}

function moves(db: Db, { walks, passages, told, events, submissions, calls }: Tables) {
  return {
    addPassage: db.insert(passages).values(all(passages)).onConflictDoNothing().prepare('add_passage'),
    endPassage: db
      .update(passages)
      .set({ outcomeAt: sql`coalesce(${passages.outcomeAt}, ${into(passages.outcomeAt, 'at')})` })
      .where(and(eq(passages.walk, held('walk')), eq(passages.version, held('version'))))
      .prepare('end_passage'),
    // The revision is asked for in the update itself: of two who saw the same one, the second finds nothing to update.
    moveOn: db
      .update(walks)
      .set({
        rev: sql`${walks.rev} + 1`,
        progress: into(walks.progress, 'progress'),
        touchedAt: into(walks.touchedAt, 'at'),
        outcomeAt: sql`coalesce(${into(walks.outcomeAt, 'outcomeAt')}, ${walks.outcomeAt})`,
      })
      .where(and(eq(walks.id, held('walk')), eq(walks.rev, held('rev'))))
      .returning({ journey: walks.journey, version: walks.version, mode: walks.mode })
      .prepare('move_on'),
    touch: db
      .update(walks)
      .set({ touchedAt: into(walks.touchedAt, 'at') })
      .where(eq(walks.id, held('walk')))
      .returning({ journey: walks.journey, version: walks.version, mode: walks.mode })
      .prepare('touch'),
    standAt: db
      .update(walks)
      .set({ touchedAt: into(walks.touchedAt, 'at'), lastStep: into(walks.lastStep, 'step') })
      .where(eq(walks.id, held('walk')))
      .returning({ journey: walks.journey, version: walks.version, mode: walks.mode })
      .prepare('stand_at'),
    addSubmission: db.insert(submissions).values(all(submissions)).prepare('add_submission'),
    claimSubmission: db
      .insert(submissions)
      .values(all(submissions))
      .onConflictDoNothing()
      .returning({ key: submissions.key })
      .prepare('claim_submission'),
    addEvent: db.insert(events).values(all(events)).prepare('add_event'),
    tell: db
      .insert(told)
      .values(all(told))
      .onConflictDoUpdate({ target: [told.walk, told.name], set: { value: sql`excluded.value` } })
      .prepare('tell'),
    untell: db
      .delete(told)
      .where(and(eq(told.walk, held('walk')), eq(told.name, held('name'))))
      .prepare('untell'),
    addCall: db.insert(calls).values(all(calls)).prepare('add_call'),
    answerCall: db
      .update(calls)
      .set({ answeredOn: into(calls.answeredOn, 'answeredOn') })
      .where(and(eq(calls.walk, held('walk')), eq(calls.step, held('step')), isNull(calls.answeredOn)))
      .prepare('answer_call'),
    changeCall: db
      .update(calls)
      .set({ reply: into(calls.reply, 'reply'), dueOn: into(calls.dueOn, 'dueOn') })
      .where(and(eq(calls.walk, held('walk')), eq(calls.step, held('step')), isNull(calls.answeredOn)))
      .returning({ seq: calls.seq })
      .prepare('change_call'),
    askPerson: db
      .update(calls)
      .set({ person: into(calls.person, 'person') })
      .where(and(eq(calls.walk, held('walk')), eq(calls.step, held('step')), isNull(calls.answeredOn)))
      .prepare('ask_person'),
  }
}

function answers(db: Db, { contributions, responses, responseContributions }: Tables) {
  const toThis = db
    .select({ response: responseContributions.response })
    .from(responseContributions)
    .innerJoin(contributions, eq(contributions.id, responseContributions.contribution))
    .where(eq(contributions.walk, held('walk')))
  return {
    answering: db
      .select()
      .from(responses)
      .where(and(inArray(responses.id, toThis), isNotNull(responses.publishedOn)))
      .orderBy(desc(responses.at), desc(responses.id))
      .prepare('answering'),
  }
}
