import { and, asc, desc, eq, max } from 'drizzle-orm'
import type { Version, VersionStore } from '#src/journey/version-store.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'

export function versionStore({ read, write, writeAlone }: Engine): VersionStore {
  return {
    find: (journey, number) => read((on) => find(on, journey, number)),
    latest: (journey) => read((on) => latest(on, journey)),
    allLatest: () => read(allLatest),
    list: (journey) => read((on) => list(on, journey)),
    add: (version) => writeAlone((on) => add(on, version)),
    publish: (version) => write((on) => publish(on, version)),
  }
}

function* find({ db, t: { versions } }: On, journey: string, number: number): Body<Version | undefined> {
  const [row] = yield* ask(
    db
      .select()
      .from(versions)
      .where(and(eq(versions.journey, journey), eq(versions.number, number))),
  )
  return row && toVersion(row)
}

function* latest({ db, t: { versions } }: On, journey: string): Body<Version | undefined> {
  const [row] = yield* ask(
    db.select().from(versions).where(eq(versions.journey, journey)).orderBy(desc(versions.number)).limit(1),
  )
  return row && toVersion(row)
}

function* allLatest({ db, t: { versions } }: On): Body<readonly Version[]> {
  const newest = db
    .select({ journey: versions.journey, number: max(versions.number).as('newest_number') })
    .from(versions)
    .groupBy(versions.journey)
    .as('newest')
  const rows = yield* ask(
    db
      .select({ version: versions })
      .from(versions)
      .innerJoin(newest, and(eq(newest.journey, versions.journey), eq(newest.number, versions.number)))
      .orderBy(asc(versions.journey)),
  )
  return rows.map(({ version }) => toVersion(version))
}

function* list({ db, t: { versions } }: On, journey: string): Body<Awaited<ReturnType<VersionStore['list']>>> {
  const { number, hash, author, note, publishedAt, changes } = versions
  const rows = yield* ask(
    db
      .select({ journey: versions.journey, number, hash, author, note, publishedAt, changes })
      .from(versions)
      .where(eq(versions.journey, journey))
      .orderBy(asc(number)),
  )
  return rows.map((row) => ({ ...row, note: row.note ?? undefined }))
}

/** The same content is not published twice in a row; example people are no part of it and may be mended. */
function* add(on: On, version: Omit<Version, 'number'>): Body<Version> {
  const { versions } = on.t
  const newest = yield* latest(on, version.journey)
  if (newest?.hash === version.hash) {
    const { personas, journey } = version
    yield* ask(
      on.db
        .update(versions)
        .set({ personas })
        .where(and(eq(versions.journey, journey), eq(versions.number, newest.number))),
    )
    return { ...newest, personas }
  }
  const next = { ...version, number: (newest?.number ?? 0) + 1 }
  yield* ask(on.db.insert(versions).values({ ...next, note: next.note ?? null }))
  return next
}

function* publish({ db, t: { versions } }: On, version: Version): Body<boolean> {
  const row = { ...version, note: version.note ?? null }
  const added = yield* ask(db.insert(versions).values(row).onConflictDoNothing().returning({ number: versions.number }))
  return added.length > 0
}

function toVersion(row: On['t']['versions']['$inferSelect']): Version {
  return { ...row, note: row.note ?? undefined }
}
