import { and, asc, count, eq, inArray, isNotNull, isNull, ne, notLike, or } from 'drizzle-orm'
import {
  type Decided,
  type Flagged,
  type ModerationAct,
  type ModerationStore,
  type Waiting,
  waitingSince,
} from '#src/walk/moderation-store.ts'
import { record } from './audit.ts'
import { ask, type Body, type Engine, type On, type Tables } from './engine.ts'
import { QUEUE } from './statement-tally.ts'
import { toContribution } from './walk-rows.ts'

export function moderationStore({ read, writeAlone }: Engine): ModerationStore {
  return {
    waiting: (journey) => read((on) => waiting(on, journey)),
    decidedOf: (walk) => read((on) => decidedOf(on, walk)),
    decided: (contribution) => read((on) => decided(on, contribution)),
    flag: (input) => writeAlone((on) => flag(on, input)),
    appeal: (input) => writeAlone((on) => appeal(on, input)),
    decideAppeal: (input) => writeAlone((on) => decideAppeal(on, input)),
  }
}

function* waiting({ db, t }: On, journey: string | undefined): Body<readonly Waiting[]> {
  const { contributions, moderations, flags } = t
  // What somebody writes while they try a draft is read by nobody but them.
  const ofJourney =
    journey === undefined ? notLike(contributions.journey, 'draft:%') : eq(contributions.journey, journey)
  const flagged = db.select({ id: flags.contribution }).from(flags).where(isNull(flags.settledAt))
  const appealed = and(
    eq(contributions.state, 'hidden'),
    isNotNull(moderations.appeal),
    isNull(moderations.appealOutcome),
  )
  const rows = yield* ask(
    db
      .select({ said: contributions, decided: moderations })
      .from(contributions)
      .leftJoin(moderations, eq(moderations.contribution, contributions.id))
      .where(and(ofJourney, or(eq(contributions.state, 'pending'), inArray(contributions.id, flagged), appealed)))
      .orderBy(asc(contributions.at), asc(contributions.id)),
  )
  const open = yield* ask(
    db.select().from(flags).where(isNull(flags.settledAt)).orderBy(asc(flags.at), asc(flags.walk)),
  )
  const all = rows.map(({ said, decided }) => ({
    said: toContribution(said),
    decided: decided ? toDecided(decided) : undefined,
    flags: open.flatMap(({ contribution, rule, at }) =>
      contribution === said.id ? [{ rule: rule ?? undefined, at }] : [],
    ),
  }))
  return all.toSorted((a, b) => waitingSince(a) - waitingSince(b))
}

function* decidedOf({ db, t: { moderations, contributions } }: On, walk: string): Body<readonly Decided[]> {
  const rows = yield* ask(
    db
      .select({ decided: moderations })
      .from(moderations)
      .innerJoin(contributions, eq(contributions.id, moderations.contribution))
      .where(eq(contributions.walk, walk))
      .orderBy(asc(moderations.at), asc(moderations.contribution)),
  )
  return rows.map((row) => toDecided(row.decided))
}

function* decided({ db, t: { moderations } }: On, contribution: string): Body<Decided | undefined> {
  const [row] = yield* ask(db.select().from(moderations).where(eq(moderations.contribution, contribution)))
  return row && toDecided(row)
}

function toDecided(row: Tables['moderations']['$inferSelect']): Decided {
  const { contribution, act, by, at, appeal, appealedAt } = row
  return {
    ...{ contribution, act, by, at },
    rule: row.rule ?? undefined,
    wording: row.wording ?? undefined,
    original: row.original ?? undefined,
    appeal:
      appeal === null
        ? undefined
        : {
            text: appeal,
            at: appealedAt ?? at,
            by: row.appealBy ?? undefined,
            outcome: row.appealOutcome ?? undefined,
          },
  }
}

type Deciding = {
  readonly contribution: string
  readonly act: ModerationAct
  readonly rule: number | undefined
  readonly wording: string | undefined
  readonly original: string | undefined
  readonly by: string
  readonly at: number
}

/** Notes a decision on somebody's words inside its own transaction, and settles the flags that led to it. */
export function* noteDecision(on: On, { contribution, ...decided }: Deciding): Body<void> {
  const { moderations } = on.t
  const now = {
    ...decided,
    ...{ rule: decided.rule ?? null, wording: decided.wording ?? null, original: decided.original ?? null },
    ...{ appeal: null, appealedAt: null, appealBy: null, appealOutcome: null },
  }
  yield* ask(
    on.db
      .insert(moderations)
      .values({ contribution, ...now })
      .onConflictDoUpdate({ target: moderations.contribution, set: now }),
  )
  yield* settleFlags(on, contribution, decided.at)
}

/** An author waits for another person's look: meanwhile nobody else decides. */
export function* isAppealed({ db, t: { moderations, contributions } }: On, id: string): Body<boolean> {
  const [row] = yield* ask(
    db
      .select({ id: moderations.contribution })
      .from(moderations)
      .innerJoin(contributions, eq(contributions.id, moderations.contribution))
      .where(
        and(
          eq(moderations.contribution, id),
          eq(contributions.state, 'hidden'),
          isNotNull(moderations.appeal),
          isNull(moderations.appealOutcome),
        ),
      ),
  )
  return row !== undefined
}

function* settleFlags({ db, t: { flags } }: On, contribution: string, at: number): Body<void> {
  yield* ask(
    db
      .update(flags)
      .set({ settledAt: at })
      .where(and(eq(flags.contribution, contribution), isNull(flags.settledAt))),
  )
}

function* flag(on: On, input: Parameters<ModerationStore['flag']>[0]): Body<Flagged> {
  const { walk, contribution, journey, rule, holdFrom, at } = input
  const { contributions, flags } = on.t
  const [said] = yield* ask(
    on.db
      .select({ id: contributions.id })
      .from(contributions)
      .where(
        and(
          eq(contributions.id, contribution),
          eq(contributions.journey, journey),
          ne(contributions.walk, walk),
          isNotNull(contributions.text),
          inArray(contributions.state, ['visible', 'pending']),
        ),
      ),
  )
  if (!said) return 'gone'
  const added = yield* ask(
    on.db
      .insert(flags)
      .values({ contribution, walk, rule: rule ?? null, at, settledAt: null })
      .onConflictDoNothing()
      .returning({ walk: flags.walk }),
  )
  if (added.length === 0) return 'repeated'
  yield* record(on, { at, who: 'participant', what: 'flag', about: contribution, why: rule ? `§ ${rule}` : undefined })
  const [open] = yield* ask(
    on.db
      .select({ n: count() })
      .from(flags)
      .where(and(eq(flags.contribution, contribution), isNull(flags.settledAt))),
  )
  if ((open?.n ?? 0) >= holdFrom) yield* hold(on, contribution, at)
  return 'flagged'
}

function* hold(on: On, contribution: string, at: number): Body<void> {
  yield* setState(on, contribution, { state: 'pending', reason: null })
  yield* record(on, { at, who: 'service', what: 'moderate:held', about: contribution, why: undefined })
}

type NewState = { readonly state: 'visible' | 'pending' | 'hidden'; readonly reason: string | null }

function* setState(on: On, id: string, now: NewState): Body<void> {
  const { contributions } = on.t
  const [changed] = yield* ask(
    on.db
      .update(contributions)
      .set(now)
      .where(eq(contributions.id, id))
      .returning({ journey: contributions.journey, kind: contributions.kind }),
  )
  // A statement hidden or shown again changes the map though nobody voted.
  if (changed?.kind === 'statement') yield* ask(on.walk.moveVoteClock, { journey: changed.journey, seq: 1, erased: 0 })
  yield* ask(on.walk.queueAdded, { contribution: id, queue: now.state === 'visible' ? QUEUE.few : QUEUE.none })
}

function* appeal(on: On, input: Parameters<ModerationStore['appeal']>[0]): Body<boolean> {
  const { walk, contribution, text, at } = input
  const { contributions, moderations } = on.t
  const own = on.db
    .select({ id: contributions.id })
    .from(contributions)
    .where(and(eq(contributions.id, contribution), eq(contributions.walk, walk), eq(contributions.state, 'hidden')))
  const made = yield* ask(
    on.db
      .update(moderations)
      .set({ appeal: text, appealedAt: at })
      .where(and(inArray(moderations.contribution, own), eq(moderations.act, 'hide'), isNull(moderations.appeal)))
      .returning({ contribution: moderations.contribution }),
  )
  if (made.length === 0) return false
  yield* record(on, { at, who: 'participant', what: 'appeal', about: contribution, why: undefined })
  return true
}

function* decideAppeal(on: On, input: Parameters<ModerationStore['decideAppeal']>[0]): Body<boolean> {
  const { contribution, outcome, by, why, at } = input
  if (!(yield* isAppealed(on, contribution))) return false
  const { moderations } = on.t
  const changed = yield* ask(
    on.db
      .update(moderations)
      .set({ appealBy: by, appealOutcome: outcome })
      .where(and(eq(moderations.contribution, contribution), ne(moderations.by, by)))
      .returning({ contribution: moderations.contribution }),
  )
  if (changed.length === 0) return false
  yield* setState(
    on,
    contribution,
    outcome === 'shown' ? { state: 'visible', reason: null } : { state: 'hidden', reason: why },
  )
  yield* settleFlags(on, contribution, at)
  yield* record(on, { at, who: by, what: `appeal:${outcome}`, about: contribution, why })
  return true
}
