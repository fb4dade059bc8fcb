import { and, eq, gt, isNull, max, sql } from 'drizzle-orm'
import type { StepKey } from '#src/journey/definition.ts'
import type { Appended, MoveWalk } from '#src/walk/walk-store.ts'
import { addEvents, run, tell } from './append.ts'
import { ask, type Body, type On } from './engine.ts'
import { tellVariants } from './variants.ts'

/** A walk goes to another version of its journey, or back: row, events, answers and calls together, or nothing. */
export function* move(on: On, change: MoveWalk): Body<Appended> {
  const { walk, rev, key, to, progress, at } = change
  if (key !== undefined && (yield* ask(on.walk.submission, { owner: walk, key })).length > 0) return 'repeated'
  const { walks } = on.t
  const place = { version: to.version, hash: to.hash, tracks: to.tracks ?? null, lastStep: to.lastStep ?? null }
  const moved = yield* ask(
    on.db
      .update(walks)
      .set({ ...place, progress, rev: sql`${walks.rev} + 1`, touchedAt: at })
      .where(and(eq(walks.id, walk), eq(walks.rev, rev)))
      .returning({ id: walks.id, journey: walks.journey, mode: walks.mode }),
  )
  const [row] = moved
  if (!row) return 'stale'

  if (key !== undefined) yield* ask(on.walk.addSubmission, { owner: walk, key, walk })
  yield* moveCalls(on, change)
  const passage = { walk, version: to.version }
  yield* ask(on.walk.addPassage, { ...passage, outcomeAt: null })
  const from = change.events.find((event) => event.kind === 'moved')?.from.version
  yield* tellVariants(on, { ...row, version: to.version, ...(from !== undefined && { from }) }, change.varied ?? [])
  yield* addEvents(on, passage, change.events)
  yield* tell(on, change)
  yield* run(on, passage, change.ran, at)
  return 'stored'
}

/** Open calls follow their steps to the new names; taken back, they return, and those the move began are called off. */
function* moveCalls(on: On, { walk, events }: MoveWalk): Body<void> {
  const [event] = events
  if (event?.kind === 'moved') return yield* rename(on, walk, Object.entries(event.renamed) as [StepKey, StepKey][])
  const { calls, events: happened } = on.t
  const [last] = yield* ask(
    on.db
      .select({ seq: max(happened.seq) })
      .from(happened)
      .where(and(eq(happened.walk, walk), eq(happened.kind, 'moved'))),
  )
  if (!last?.seq) return
  yield* ask(on.db.delete(calls).where(and(eq(calls.walk, walk), gt(calls.seq, last.seq))))
  const [row] = yield* ask(
    on.db
      .select({ data: happened.data })
      .from(happened)
      .where(and(eq(happened.walk, walk), eq(happened.seq, last.seq))),
  )
  const renamed = Object.entries((row?.data.renamed ?? {}) as Record<StepKey, StepKey>)
  yield* rename(
    on,
    walk,
    renamed.map(([was, now]) => [now as StepKey, was as StepKey]),
  )
}

function* rename({ db, t: { calls } }: On, walk: string, names: readonly [StepKey, StepKey][]): Body<void> {
  const open = yield* ask(
    db
      .select({ seq: calls.seq, step: calls.step })
      .from(calls)
      .where(and(eq(calls.walk, walk), isNull(calls.answeredOn))),
  )
  const now = new Map(names)
  for (const { seq, step } of open) {
    const name = now.get(step)
    if (name)
      yield* ask(
        db
          .update(calls)
          .set({ step: name })
          .where(and(eq(calls.walk, walk), eq(calls.seq, seq))),
      )
  }
}
