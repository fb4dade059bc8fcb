import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { ENOUGH_VOTES } from '#src/walk/statement-store.ts'
import type { Db, Tables } from './engine.ts'

// Building a query costs ten times what running a prepared one does, so whatever a walk's pages run is prepared once a connection.

export type WalkStatements = ReturnType<typeof walkStatements>

/** The statements of a walk, prepared on one connection. A name in `held` is filled in when it runs. */
export function walkStatements(db: Db, t: Tables) {
  return {
    ...reads(db, t),
    ...moves(db, t),
    ...exposing(db, t),
    ...saying(db, t),
    ...voting(db, t),
    ...addedAtStep(db, t),
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

function held(name: string) {
  return sql.placeholder(name)
}

/** A value filled in later, written the way its column writes values. */
function into(column: PgColumn, name: string): SQL {
  return sql`${sql.param(held(name), column)}`
}

/** Every column of a table, each filled in later under its own name. */
function all<T extends PgTable>(table: T): { [K in keyof T['$inferInsert']]-?: ReturnType<typeof held> } {
  const names = Object.keys(getTableColumns(table)).map((name) => [name, held(name)])
  return Object.fromEntries(names) as { [K in keyof T['$inferInsert']]-?: ReturnType<typeof held> }
}
