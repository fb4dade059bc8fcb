import { and, asc, desc, eq } from 'drizzle-orm'
import type { Release, ReleaseFile, ReleaseStore } from '#src/review/release-store.ts'
import { record } from './audit.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'

export function releaseStore({ read, writeAlone }: Engine): ReleaseStore {
  return {
    add: (release, files) => writeAlone((on) => add(on, release, files)),
    list: (journey) => read((on) => list(on, journey)),
    files: (journey, number) => read((on) => files(on, journey, number)),
    file: (journey, number, name) => read((on) => file(on, journey, number, name)),
  }
}

/** With its entry in the audit trail: that data went out is never left unsaid. */
function* add(on: On, release: Release, all: readonly ReleaseFile[]): Body<boolean> {
  const { db, t } = on
  const added = yield* ask(
    db.insert(t.releases).values(release).onConflictDoNothing().returning({ number: t.releases.number }),
  )
  if (added.length === 0) return false
  const { journey, number } = release
  yield* ask(db.insert(t.releaseFiles).values(all.map((one) => ({ journey, release: number, ...one }))))
  yield* record(on, { at: release.at, who: release.by, what: 'release', about: `${journey}/${number}`, why: undefined })
  return true
}

function* list({ db, t: { releases } }: On, journey: string): Body<readonly Release[]> {
  return yield* ask(db.select().from(releases).where(eq(releases.journey, journey)).orderBy(desc(releases.number)))
}

function* files({ db, t: { releaseFiles } }: On, journey: string, release: number): Body<readonly string[]> {
  const rows = yield* ask(
    db
      .select({ name: releaseFiles.name })
      .from(releaseFiles)
      .where(and(eq(releaseFiles.journey, journey), eq(releaseFiles.release, release)))
      .orderBy(asc(releaseFiles.name)),
  )
  return rows.map(({ name }) => name)
}

function* file(on: On, journey: string, release: number, name: string): Body<string | undefined> {
  const { releaseFiles } = on.t
  const isIt = and(eq(releaseFiles.journey, journey), eq(releaseFiles.release, release), eq(releaseFiles.name, name))
  const [row] = yield* ask(on.db.select({ text: releaseFiles.text }).from(releaseFiles).where(isIt))
  return row?.text
}
