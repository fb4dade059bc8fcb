import { and, eq, isNotNull, isNull, lt, min } from 'drizzle-orm'
import type { StepKey } from '#src/journey/definition.ts'
import type { FilteredWalks, Met } from '#src/review/filter-store.ts'
import type { ReviewFilter } from '#src/review/review-store.ts'
import type { StepMoments } from '#src/review/series.ts'
import { ask, type Body, type On } from './engine.ts'
import { ofWalks, onVersion } from './review-counts.ts'

/** Who has been on a version, and what each told: a filter chooses among them. */
export function* filteredWalks(on: On, filter: ReviewFilter): Body<FilteredWalks> {
  const { backgrounds, passages, told, walks } = on.t
  const here = onVersion(on, filter, 'passages')
  const rows = yield* ask(
    on.db
      .select({
        walk: walks.id,
        language: walks.language,
        channel: walks.channel,
        openedAt: walks.openedAt,
        outcomeAt: passages.outcomeAt,
      })
      .from(passages)
      .innerJoin(walks, eq(walks.id, passages.walk))
      .where(here),
  )
  const facts = yield* ask(
    on.db
      .select({ walk: told.walk, name: told.name, value: told.value })
      .from(passages)
      .innerJoin(walks, eq(walks.id, passages.walk))
      .innerJoin(told, eq(told.walk, passages.walk))
      .where(here),
  )
  const traits = yield* ask(
    on.db
      .select({ walk: backgrounds.walk, trait: backgrounds.trait, value: backgrounds.value })
      .from(passages)
      .innerJoin(walks, eq(walks.id, passages.walk))
      .innerJoin(backgrounds, eq(backgrounds.walk, passages.walk))
      .where(here),
  )
  return {
    walks: rows.map(({ channel, outcomeAt, ...row }) => ({
      ...row,
      channel: channel ?? undefined,
      finished: outcomeAt !== null,
    })),
    facts,
    traits,
  }
}

/** What they met there, walk by walk: the same places that the counts of review-counts.ts count. */
export function* met(on: On, filter: ReviewFilter, leftBefore: number): Body<Met> {
  const { contributions, events, exposures, visits, walks } = on.t
  const reached = yield* ask(
    on.db
      .select({ walk: visits.walk, step: visits.step })
      .from(visits)
      .innerJoin(walks, eq(walks.id, visits.walk))
      .where(onVersion(on, filter, 'visits')),
  )
  const shown = yield* ask(
    on.db
      .select({
        walk: exposures.walk,
        step: exposures.step,
        prompt: exposures.prompt,
        skipped: exposures.skipped,
      })
      .from(exposures)
      .innerJoin(walks, eq(walks.id, exposures.walk))
      .where(onVersion(on, filter, 'exposures')),
  )
  const said = yield* ask(
    on.db
      .select({
        walk: contributions.walk,
        step: contributions.step,
        prompt: contributions.prompt,
        option: contributions.option,
      })
      .from(contributions)
      .innerJoin(walks, eq(walks.id, contributions.walk))
      .where(onVersion(on, filter, 'contributions')),
  )
  const aside = yield* ask(
    on.db
      .select({ walk: events.walk, step: events.step })
      .from(events)
      .innerJoin(walks, eq(walks.id, events.walk))
      .where(and(onVersion(on, filter, 'events'), eq(events.kind, 'aside'))),
  )
  const left = yield* ask(
    on.db
      .select({ walk: walks.id, step: walks.lastStep })
      .from(walks)
      .where(
        and(ofWalks(on, filter), isNull(walks.outcomeAt), lt(walks.touchedAt, leftBefore), isNotNull(walks.lastStep)),
      ),
  )
  return {
    reached,
    shown,
    said: said.map(({ option, ...row }) => ({ ...row, option: option ?? undefined })),
    aside: aside.flatMap(({ walk, step }) => (step ? [{ walk, step }] : [])),
    left: left.flatMap(({ walk, step }) => (step ? [{ walk, step }] : [])),
  }
}

/** Moments of one step, a walk once in each list. */
export function* moments(on: On, filter: ReviewFilter, step: StepKey): Body<StepMoments> {
  const { contributions, visits, walks } = on.t
  const reached = yield* ask(
    on.db
      .select({ at: visits.firstAt })
      .from(visits)
      .innerJoin(walks, eq(walks.id, visits.walk))
      .where(and(onVersion(on, filter, 'visits'), eq(visits.step, step))),
  )
  const answered = yield* ask(
    on.db
      .select({ at: min(contributions.at) })
      .from(contributions)
      .innerJoin(walks, eq(walks.id, contributions.walk))
      .where(and(onVersion(on, filter, 'contributions'), eq(contributions.step, step)))
      .groupBy(contributions.walk),
  )
  return { reached: reached.map(({ at }) => at), answered: answered.flatMap(({ at }) => at ?? []) }
}
