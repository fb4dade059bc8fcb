import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { StepKey } from '#src/journey/definition.ts'
import type { Response } from '#src/review/response.ts'
import type { ResponseStore } from '#src/review/response-store.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { confirm, confirmations } from './confirmations.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'
import { fromResponse, toResponse } from './response-rows.ts'
import { toContribution } from './walk-rows.ts'

export function responseStore({ read, write, writeAlone }: Engine): ResponseStore {
  return {
    save: (response, rev) => write((on) => (rev === undefined ? add(on, response) : replace(on, response, rev))),
    find: (id) => read((on) => find(on, id)),
    ofJourney: (journey) => read((on) => ofJourney(on, journey)),
    history: (id) => read((on) => history(on, id)),
    answering: (walk) => read((on) => answering(on, walk)),
    confirm: (confirmation) => writeAlone((on) => confirm(on, confirmation)),
    confirmations: (journey) => read((on) => confirmations(on, journey)),
    contributions: (ids) => read((on) => contributions(on, ids)),
    saidAt: (journey, step) => read((on) => saidAt(on, journey, step)),
  }
}

function* add(on: On, response: Response): Body<boolean> {
  const { responses } = on.t
  const added = yield* ask(
    on.db.insert(responses).values(fromResponse(response)).onConflictDoNothing().returning({ id: responses.id }),
  )
  if (added.length === 0) return false
  yield* link(on, response)
  return true
}

/** The revision is asked for in the update itself: of two who saw the same one, the second finds nothing to replace. */
function* replace(on: On, response: Response, rev: number): Body<boolean> {
  const { responses, responseHistory, responseContributions } = on.t
  const asItWas = and(eq(responses.id, response.id), eq(responses.rev, rev))
  const [earlier] = yield* ask(on.db.select().from(responses).where(asItWas))
  if (!earlier) return false
  const now = { ...fromResponse(response), rev: rev + 1 }
  const replaced = yield* ask(on.db.update(responses).set(now).where(asItWas).returning({ id: responses.id }))
  if (replaced.length === 0) return false
  yield* ask(on.db.insert(responseHistory).values(earlier))
  yield* ask(on.db.delete(responseContributions).where(eq(responseContributions.response, response.id)))
  yield* link(on, response)
  return true
}

function* link({ db, t }: On, { id: response, contributions }: Response): Body<void> {
  const rows = [...new Set(contributions)].map((contribution) => ({ contribution, response }))
  if (rows.length > 0) yield* ask(db.insert(t.responseContributions).values(rows))
}

function* find({ db, t: { responses } }: On, id: string): Body<Response | undefined> {
  const [row] = yield* ask(db.select().from(responses).where(eq(responses.id, id)))
  return row && toResponse(row)
}

function* ofJourney({ db, t: { responses } }: On, journey: string): Body<readonly Response[]> {
  const rows = yield* ask(
    db.select().from(responses).where(eq(responses.journey, journey)).orderBy(desc(responses.at), desc(responses.id)),
  )
  return rows.map(toResponse)
}

function* history({ db, t: { responseHistory } }: On, id: string): Body<readonly Response[]> {
  const rows = yield* ask(
    db.select().from(responseHistory).where(eq(responseHistory.id, id)).orderBy(asc(responseHistory.rev)),
  )
  return rows.map(toResponse)
}

function* answering(on: On, walk: string): Body<readonly Response[]> {
  const rows = yield* ask(on.walk.answering, { walk })
  return rows.map(toResponse)
}

function* contributions({ db, t: { contributions } }: On, ids: readonly string[]): Body<readonly Contribution[]> {
  const rows = yield* ask(
    db
      .select()
      .from(contributions)
      .where(inArray(contributions.id, [...ids]))
      .orderBy(asc(contributions.at), asc(contributions.id)),
  )
  return rows.map(toContribution)
}

function* saidAt({ db, t: { contributions } }: On, journey: string, step: StepKey): Body<readonly Contribution[]> {
  const rows = yield* ask(
    db
      .select()
      .from(contributions)
      .where(and(eq(contributions.journey, journey), eq(contributions.step, step), isNotNull(contributions.text)))
      .orderBy(asc(contributions.at), asc(contributions.id)),
  )
  return rows.map(toContribution)
}
