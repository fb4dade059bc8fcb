import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Decision, Suggested, SuggestionStore, SuggestionsAt } from '#src/review/suggestion-store.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'
import { toContribution } from './walk-rows.ts'

export function suggestionStore({ read, write }: Engine): SuggestionStore {
  return {
    suggestionsAt: (at) => read((on) => suggestionsAt(on, at)),
    decide: (decision) => write((on) => decide(on, decision)),
    decisionsOf: (walk) => read((on) => decisionsOf(on, walk)),
    takenOf: (journey) => read((on) => takenOf(on, journey)),
    broughtBy: (contributions, version) => write((on) => broughtBy(on, contributions, version)),
  }
}

function* suggestionsAt({ db, t }: On, { journey, steps }: SuggestionsAt): Body<readonly Suggested[]> {
  const { contributions, suggestionDecisions, walks } = t
  if (steps.length === 0) return []
  const rows = yield* ask(
    db
      .select({ said: contributions, mode: walks.mode, decision: suggestionDecisions })
      .from(contributions)
      .innerJoin(walks, eq(walks.id, contributions.walk))
      .leftJoin(suggestionDecisions, eq(suggestionDecisions.contribution, contributions.id))
      .where(
        and(
          eq(contributions.journey, journey),
          inArray(contributions.step, [...steps]),
          eq(contributions.kind, 'suggested-edit'),
        ),
      )
      .orderBy(asc(contributions.at), asc(contributions.id)),
  )
  return rows.map(({ said, mode, decision }) => ({
    said: toContribution(said),
    mode,
    decision: decision ? toDecision(decision) : undefined,
  }))
}

/** The first decision stands: of two who press at once the second finds it there. */
function* decide({ db, t: { contributions, suggestionDecisions } }: On, decision: Decision): Body<boolean> {
  const there = yield* ask(
    db.select({ id: contributions.id }).from(contributions).where(eq(contributions.id, decision.contribution)),
  )
  if (there.length === 0) return false
  const stored = yield* ask(
    db
      .insert(suggestionDecisions)
      .values({ ...decision, version: decision.version ?? null })
      .onConflictDoNothing()
      .returning({ contribution: suggestionDecisions.contribution }),
  )
  return stored.length > 0
}

function* decisionsOf({ db, t: { contributions, suggestionDecisions } }: On, walk: string): Body<readonly Decision[]> {
  const rows = yield* ask(
    db
      .select({ decision: suggestionDecisions })
      .from(suggestionDecisions)
      .innerJoin(contributions, eq(contributions.id, suggestionDecisions.contribution))
      .where(eq(contributions.walk, walk))
      .orderBy(desc(suggestionDecisions.at), asc(suggestionDecisions.contribution)),
  )
  return rows.map(({ decision }) => toDecision(decision))
}

function* takenOf({ db, t: { suggestionDecisions } }: On, journey: string): Body<readonly Decision[]> {
  const rows = yield* ask(
    db
      .select()
      .from(suggestionDecisions)
      .where(
        and(
          eq(suggestionDecisions.journey, journey),
          inArray(suggestionDecisions.state, ['accepted', 'adapted']),
          isNull(suggestionDecisions.version),
        ),
      )
      .orderBy(asc(suggestionDecisions.at), asc(suggestionDecisions.contribution)),
  )
  return rows.map(toDecision)
}

function* broughtBy({ db, t: { suggestionDecisions } }: On, all: readonly string[], version: number): Body<void> {
  if (all.length === 0) return
  yield* ask(
    db
      .update(suggestionDecisions)
      .set({ version })
      .where(inArray(suggestionDecisions.contribution, [...all])),
  )
}

function toDecision(row: Omit<Decision, 'version'> & { readonly version: number | null }): Decision {
  return { ...row, version: row.version ?? undefined }
}
