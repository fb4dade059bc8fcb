import { and, asc, eq } from 'drizzle-orm'
import type { ReportNote, ReportStore } from '#src/review/report-notes.ts'
import { record } from './audit.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'

export function reportStore({ read, writeAlone }: Engine): ReportStore {
  return {
    addNote: (note) => writeAlone((on) => addNote(on, note)),
    removeNote: (input) => writeAlone((on) => removeNote(on, input)),
    notes: (trial) => read((on) => notes(on, trial)),
  }
}

function* addNote(on: On, { about, ...note }: ReportNote): Body<void> {
  yield* ask(on.db.insert(on.t.reportNotes).values({ ...note, about: about ?? null }))
  yield* record(on, { at: note.at, who: note.by, what: 'report-note', about: note.trial, why: note.said.who })
}

function* removeNote(on: On, { id, trial, by, at }: Parameters<ReportStore['removeNote']>[0]): Body<boolean> {
  const { reportNotes } = on.t
  const isIt = and(eq(reportNotes.id, id), eq(reportNotes.trial, trial))
  const removed = yield* ask(on.db.delete(reportNotes).where(isIt).returning({ id: reportNotes.id }))
  if (removed.length === 0) return false
  yield* record(on, { at, who: by, what: 'report-note-removed', about: trial, why: undefined })
  return true
}

function* notes({ db, t: { reportNotes } }: On, trial: string): Body<readonly ReportNote[]> {
  const rows = yield* ask(
    db.select().from(reportNotes).where(eq(reportNotes.trial, trial)).orderBy(asc(reportNotes.at), asc(reportNotes.id)),
  )
  return rows.map(({ about, said, ...row }) => ({
    ...row,
    about: about ?? undefined,
    // What JSON does not hold is undefined, not missing.
    said: { ...said, today: said.today, proposed: said.proposed },
  }))
}
