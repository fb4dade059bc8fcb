import { and, asc, count, desc, eq, isNotNull, notLike } from 'drizzle-orm'
import type { StepKey } from '#src/journey/definition.ts'
import type { ReviewFilter, ReviewStore } from '#src/review/review-store.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { record } from './audit.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'
import { isAppealed, noteDecision } from './moderation.ts'
import { onVersion, promptCounts, stepCounts } from './review-counts.ts'
import { filteredWalks, met, moments } from './review-walkers.ts'
import { QUEUE } from './statement-tally.ts'
import { toContribution } from './walk-rows.ts'

export function reviewStore({ read, writeAlone }: Engine): ReviewStore {
  return {
    walks: (filter) => read((on) => walks(on, filter)),
    stepCounts: (filter, leftBefore) => read((on) => stepCounts(on, filter, leftBefore)),
    promptCounts: (filter) => read((on) => promptCounts(on, filter)),
    optionCounts: (filter) => read((on) => optionCounts(on, filter)),
    filteredWalks: (filter) => read((on) => filteredWalks(on, filter)),
    met: (filter, leftBefore) => read((on) => met(on, filter, leftBefore)),
    texts: (filter, step, page) => read((on) => texts(on, filter, step, page)),
    moments: (filter, step) => read((on) => moments(on, filter, step)),
    pendingCounts: (journey) => read((on) => pendingCounts(on, journey)),
    contribution: (id) => read((on) => contribution(on, id)),
    moderate: (input) => writeAlone((on) => moderate(on, input)),
  }
}

function* walks(on: On, filter: ReviewFilter): Body<{ started: number; finished: number }> {
  const { passages, walks } = on.t
  const [row] = yield* ask(
    on.db
      .select({ started: count(), finished: count(passages.outcomeAt) })
      .from(passages)
      .innerJoin(walks, eq(walks.id, passages.walk))
      .where(onVersion(on, filter, 'passages')),
  )
  return row ?? { started: 0, finished: 0 }
}

function* optionCounts(on: On, filter: ReviewFilter): Body<Awaited<ReturnType<ReviewStore['optionCounts']>>> {
  const { walks, contributions } = on.t
  const { step, prompt, option } = contributions
  const rows = yield* ask(
    on.db
      .select({ step, prompt, option, n: count() })
      .from(contributions)
      .innerJoin(walks, eq(walks.id, contributions.walk))
      .where(and(onVersion(on, filter, 'contributions'), isNotNull(option)))
      .groupBy(step, prompt, option)
      .orderBy(asc(step), asc(prompt), asc(option)),
  )
  return rows.flatMap(({ option, ...row }) => (option === null ? [] : [{ ...row, option }]))
}

type Page = Parameters<ReviewStore['texts']>[2]

function* texts(on: On, filter: ReviewFilter, step: StepKey | undefined, page: Page): Body<readonly Contribution[]> {
  const { walks, contributions } = on.t
  const atStep = step === undefined ? undefined : eq(contributions.step, step)
  const found = on.db
    .select({ contribution: contributions })
    .from(contributions)
    .innerJoin(walks, eq(walks.id, contributions.walk))
    .where(and(onVersion(on, filter, 'contributions'), isNotNull(contributions.text), atStep))
    .orderBy(desc(contributions.at), desc(contributions.id))
  const rows = yield* ask(page ? found.limit(page.most).offset(page.older) : found)
  return rows.map((row) => toContribution(row.contribution)).toReversed()
}

function* pendingCounts({ db, t: { contributions } }: On, journey: string | undefined) {
  return yield* ask(
    db
      .select({ journey: contributions.journey, n: count() })
      .from(contributions)
      .where(isPending(contributions, journey))
      .groupBy(contributions.journey),
  )
}

function isPending(contributions: On['t']['contributions'], journey: string | undefined) {
  // What somebody writes while they try a draft is read by nobody but them.
  const ofJourney =
    journey === undefined ? notLike(contributions.journey, 'draft:%') : eq(contributions.journey, journey)
  return and(eq(contributions.state, 'pending'), ofJourney)
}

function* contribution({ db, t: { contributions } }: On, id: string): Body<Contribution | undefined> {
  const [row] = yield* ask(db.select().from(contributions).where(eq(contributions.id, id)))
  return row && toContribution(row)
}

function* moderate(on: On, input: Parameters<ReviewStore['moderate']>[0]): Body<boolean> {
  const { contributions } = on.t
  const { id, seenAt, seenState, state, reason, act, rule, wording, by, at } = input
  if (yield* isAppealed(on, id)) return false
  const asSeen = seenAt === undefined ? undefined : eq(contributions.at, seenAt)
  const asDecided = seenState === undefined ? undefined : eq(contributions.state, seenState)
  const changed = yield* ask(
    on.db
      .update(contributions)
      .set({ state, reason: reason ?? null })
      .where(and(eq(contributions.id, id), asSeen, asDecided))
      .returning({ journey: contributions.journey, kind: contributions.kind, text: contributions.text }),
  )
  const [decided] = changed
  if (!decided) return false
  // A statement hidden or shown again changes the map though nobody voted.
  if (decided.kind === 'statement') yield* ask(on.walk.moveVoteClock, { journey: decided.journey, seq: 1, erased: 0 })
  yield* ask(on.walk.queueAdded, { contribution: id, queue: state === 'visible' ? QUEUE.few : QUEUE.none })
  const done = act ?? (state === 'hidden' ? 'hide' : 'approve')
  const original = act === 'return' ? (decided.text ?? undefined) : undefined
  yield* noteDecision(on, { contribution: id, act: done, rule, wording, original, by, at })
  const why = rule === undefined ? reason : `§ ${rule}. ${reason ?? ''}`
  yield* record(on, { at, who: by, what: act === 'return' ? 'moderate:returned' : `moderate:${state}`, about: id, why })
  return true
}
