import { and, eq, gt, isNotNull, isNull, lte, ne, notLike, or } from 'drizzle-orm'
import type { Lease, OpinionMapStore, StoredMaps } from '#src/review/opinion-map-store.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'
import { QUEUE } from './statement-tally.ts'

export function opinionMapStore({ read, write }: Engine): OpinionMapStore {
  return {
    find: (journey) => read((on) => find(on, journey)),
    behind: (now) => read((on) => behind(on, now)),
    served: (journey) => read((on) => served(on, journey)),
    lease: (lease) => write((on) => take(on, lease)),
    store: (owner, maps) => write((on) => store(on, owner, maps)),
    giveBack: (journey, owner) => write((on) => giveBack(on, journey, owner)),
  }
}

function* find({ db, t: { opinionMaps } }: On, journey: string): Body<StoredMaps | undefined> {
  const [row] = yield* ask(db.select().from(opinionMaps).where(eq(opinionMaps.journey, journey)))
  return row && row.computedAt !== null ? { journey, seq: row.seq, at: row.computedAt, maps: row.maps } : undefined
}

function* served({ db, t: { statements } }: On, journey: string): Body<readonly string[]> {
  const isServed = and(isNotNull(statements.contribution), ne(statements.queue, QUEUE.none))
  const rows = yield* ask(
    db
      .select({ id: statements.id })
      .from(statements)
      .where(and(eq(statements.journey, journey), isServed)),
  )
  return rows.map(({ id }) => id)
}

function isFree({ t: { opinionMaps } }: On, now: number) {
  return or(isNull(opinionMaps.leasedUntil), lte(opinionMaps.leasedUntil, now))
}

function* behind(on: On, now: number) {
  const { opinionMaps, voteClocks } = on.t
  const isBehind = or(isNull(opinionMaps.journey), and(gt(voteClocks.seq, opinionMaps.seq), isFree(on, now)))
  const rows = yield* ask(
    on.db
      .select({ journey: voteClocks.journey, computedAt: opinionMaps.computedAt })
      .from(voteClocks)
      .leftJoin(opinionMaps, eq(opinionMaps.journey, voteClocks.journey))
      // Who tries a draft is counted nowhere.
      .where(and(isBehind, notLike(voteClocks.journey, 'draft:%'))),
  )
  return rows.map(({ journey, computedAt }) => ({ journey, computedAt: computedAt ?? undefined }))
}

/** The lease is asked for in the update itself: of two who saw it free, the second finds nothing to update. */
function* take(on: On, { journey, owner, now, until }: Lease): Body<boolean> {
  const { db, t } = on
  const { opinionMaps } = t
  const empty = { journey, seq: 0, computedAt: null, maps: {}, leasedBy: null, leasedUntil: null }
  yield* ask(db.insert(opinionMaps).values(empty).onConflictDoNothing())
  const taken = yield* ask(
    db
      .update(opinionMaps)
      .set({ leasedBy: owner, leasedUntil: until })
      .where(and(eq(opinionMaps.journey, journey), isFree(on, now)))
      .returning({ journey: opinionMaps.journey }),
  )
  return taken.length > 0
}

function* store({ db, t: { opinionMaps } }: On, owner: string, maps: StoredMaps): Body<boolean> {
  const { journey, seq, at } = maps
  const stored = yield* ask(
    db
      .update(opinionMaps)
      .set({ seq, computedAt: at, maps: maps.maps, leasedBy: null, leasedUntil: null })
      .where(and(eq(opinionMaps.journey, journey), eq(opinionMaps.leasedBy, owner)))
      .returning({ journey: opinionMaps.journey }),
  )
  return stored.length > 0
}

function* giveBack({ db, t: { opinionMaps } }: On, journey: string, owner: string): Body<void> {
  yield* ask(
    db
      .update(opinionMaps)
      .set({ leasedBy: null, leasedUntil: null })
      .where(and(eq(opinionMaps.journey, journey), eq(opinionMaps.leasedBy, owner))),
  )
}
