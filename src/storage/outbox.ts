import { and, asc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import type { OpenCall } from '#src/walk/play-provider.ts'
import type { WalkEvent } from '#src/walk/walk.ts'
import { ask, type Body, type On } from './engine.ts'

/** The outbox follows a walk's events in their own transaction: a call that is answered is never asked again. */
export function* keepOutbox(on: On, walk: string, seq: number, event: WalkEvent): Body<void> {
  if (event.kind === 'replied') yield* ask(on.walk.answerCall, { walk, step: event.step, answeredOn: event.on })
  if (event.kind === 'person') yield* ask(on.walk.askPerson, { walk, step: event.step, person: event.call })
  if (event.kind !== 'asked' && event.kind !== 'tried') return
  const { step, reply, on: askedOn, due: dueOn } = event
  const changed = event.kind === 'tried' ? yield* ask(on.walk.changeCall, { walk, step, reply, dueOn }) : []
  // A reply that had come already stays in the outbox as it was: another one is another call.
  if (changed.length === 0)
    yield* ask(on.walk.addCall, { walk, seq, step, reply, askedOn, dueOn, answeredOn: null, person: null })
}

/** Calls that wait for a person, oldest walk first; nothing of whose walk it is leaves here but its id. */
export function* openCalls({ db, t: { calls, walks } }: On): Body<readonly OpenCall[]> {
  const rows = yield* ask(
    db
      .select({
        call: calls.person,
        walk: calls.walk,
        step: calls.step,
        askedOn: calls.askedOn,
        dueOn: calls.dueOn,
        journey: walks.journey,
        version: walks.version,
      })
      .from(calls)
      .innerJoin(walks, eq(walks.id, calls.walk))
      .where(
        and(isNotNull(calls.person), isNull(calls.answeredOn), isNotNull(walks.trial), ne(walks.mode, 'simulated')),
      )
      .orderBy(asc(walks.openedAt), asc(calls.seq)),
  )
  return rows.flatMap(({ call, ...row }) => (call === null ? [] : [{ ...row, call }]))
}
