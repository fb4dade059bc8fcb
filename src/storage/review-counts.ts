import { and, asc, count, countDistinct, eq, exists, inArray, isNotNull, isNull, lt, notExists } from 'drizzle-orm'
import type { StepKey } from '#src/journey/definition.ts'
import type { PromptCounts, ReviewFilter, StepCounts } from '#src/review/review-store.ts'
import { ask, type Body, type On } from './engine.ts'

type Place = 'passages' | 'visits' | 'exposures' | 'contributions' | 'events'

/**
 * What happened on one version, in walks of the wanted modes, wherever those walks are now. A question about a change
 * belongs to the version it names, also where it was answered from an earlier walk.
 */
export function onVersion(on: On, filter: ReviewFilter, place: Place) {
  const { t } = on
  const { journey, version, modes } = filter
  const isWanted = inArray(t.walks.mode, [...modes])
  return and(eq(t.walks.journey, journey), isWanted, eq(t[place].version, version), toldIn(on, filter))
}

/** Walks that are on one version now, of the wanted modes. */
export function ofWalks(on: On, filter: ReviewFilter) {
  const { walks } = on.t
  const { journey, version, modes } = filter
  const isWanted = inArray(walks.mode, [...modes])
  return and(eq(walks.journey, journey), eq(walks.version, version), isWanted, toldIn(on, filter))
}

function toldIn({ db, t: { variants, walks } }: On, { version, variant }: ReviewFilter) {
  if (!variant) return undefined
  const isTold = and(eq(variants.step, variant.step), eq(variants.variant, variant.id), eq(variants.drawn, true))
  return exists(
    db
      .select({ walk: variants.walk })
      .from(variants)
      .where(and(eq(variants.walk, walks.id), eq(variants.version, version), isTold)),
  )
}

type Figure = Exclude<keyof StepCounts, 'step'>
type Count = { readonly step: StepKey | null; readonly n: number }
const NONE = { reached: 0, shown: 0, answered: 0, skipped: 0, left: 0, aside: 0 }

/** The raw figures of every step that somebody met, by step id. Each counts walks, never answers. */
export function* stepCounts(on: On, filter: ReviewFilter, leftBefore: number): Body<readonly StepCounts[]> {
  const figures = new Map<StepKey, StepCounts>()
  const fill = (figure: Figure, counts: readonly Count[]) => {
    for (const { step, n } of counts) if (step) figures.set(step, { ...NONE, ...figures.get(step), step, [figure]: n })
  }
  fill('reached', yield* ask(reached(on, filter)))
  fill('shown', yield* ask(shown(on, filter)))
  fill('answered', yield* ask(answered(on, filter)))
  fill('skipped', yield* ask(skipped(on, filter)))
  fill('left', yield* ask(left(on, filter, leftBefore)))
  fill('aside', yield* ask(aside(on, filter)))
  return [...figures.values()].sort((one, other) => (one.step < other.step ? -1 : 1))
}

function reached(on: On, filter: ReviewFilter) {
  const { visits, walks } = on.t
  return on.db
    .select({ step: visits.step, n: count() })
    .from(visits)
    .innerJoin(walks, eq(walks.id, visits.walk))
    .where(onVersion(on, filter, 'visits'))
    .groupBy(visits.step)
}

function shown(on: On, filter: ReviewFilter) {
  const { exposures, walks } = on.t
  return on.db
    .select({ step: exposures.step, n: countDistinct(exposures.walk) })
    .from(exposures)
    .innerJoin(walks, eq(walks.id, exposures.walk))
    .where(onVersion(on, filter, 'exposures'))
    .groupBy(exposures.step)
}

function answered(on: On, filter: ReviewFilter) {
  const { contributions, walks } = on.t
  return on.db
    .select({ step: contributions.step, n: countDistinct(contributions.walk) })
    .from(contributions)
    .innerJoin(walks, eq(walks.id, contributions.walk))
    .where(onVersion(on, filter, 'contributions'))
    .groupBy(contributions.step)
}

/** Skipped at a step means: moved on without a word at any of its prompts. */
function skipped(on: On, filter: ReviewFilter) {
  const { contributions, exposures, walks } = on.t
  const said = on.db
    .select({ id: contributions.id })
    .from(contributions)
    .where(
      and(
        eq(contributions.walk, exposures.walk),
        eq(contributions.step, exposures.step),
        eq(contributions.version, filter.version),
      ),
    )
  return on.db
    .select({ step: exposures.step, n: countDistinct(exposures.walk) })
    .from(exposures)
    .innerJoin(walks, eq(walks.id, exposures.walk))
    .where(and(onVersion(on, filter, 'exposures'), eq(exposures.skipped, true), notExists(said)))
    .groupBy(exposures.step)
}

function left(on: On, filter: ReviewFilter, leftBefore: number) {
  const { walks } = on.t
  return on.db
    .select({ step: walks.lastStep, n: count() })
    .from(walks)
    .where(
      and(ofWalks(on, filter), isNull(walks.outcomeAt), lt(walks.touchedAt, leftBefore), isNotNull(walks.lastStep)),
    )
    .groupBy(walks.lastStep)
}

function aside(on: On, filter: ReviewFilter) {
  const { events, walks } = on.t
  return on.db
    .select({ step: events.step, n: countDistinct(events.walk) })
    .from(events)
    .innerJoin(walks, eq(walks.id, events.walk))
    .where(and(onVersion(on, filter, 'events'), eq(events.kind, 'aside')))
    .groupBy(events.step)
}

/** The raw figures of every prompt that was shown to somebody, by step and prompt. */
export function* promptCounts(on: On, filter: ReviewFilter): Body<readonly PromptCounts[]> {
  const key = ({ step, prompt }: { step: StepKey; prompt: string }) => `${step} ${prompt}`
  const byKey = (rows: readonly { step: StepKey; prompt: string; n: number }[]) =>
    new Map(rows.map((row) => [key(row), row.n]))
  const shown = yield* ask(exposed(on, filter))
  const answered = byKey(yield* ask(exposed(on, filter, exists(sameContribution(on)))))
  const skipped = byKey(
    yield* ask(exposed(on, filter, and(eq(on.t.exposures.skipped, true), notExists(sameContribution(on))))),
  )
  return shown.map((row) => ({
    step: row.step,
    prompt: row.prompt,
    shown: row.n,
    answered: answered.get(key(row)) ?? 0,
    skipped: skipped.get(key(row)) ?? 0,
  }))
}

function exposed(on: On, filter: ReviewFilter, which?: ReturnType<typeof and>) {
  const { exposures, walks } = on.t
  return on.db
    .select({ step: exposures.step, prompt: exposures.prompt, n: count() })
    .from(exposures)
    .innerJoin(walks, eq(walks.id, exposures.walk))
    .where(and(onVersion(on, filter, 'exposures'), which))
    .groupBy(exposures.step, exposures.prompt)
    .orderBy(asc(exposures.step), asc(exposures.prompt))
}

function sameContribution({ db, t: { contributions, exposures } }: On) {
  return db
    .select({ id: contributions.id })
    .from(contributions)
    .where(
      and(
        eq(contributions.walk, exposures.walk),
        eq(contributions.version, exposures.version),
        eq(contributions.step, exposures.step),
        eq(contributions.prompt, exposures.prompt),
      ),
    )
}
