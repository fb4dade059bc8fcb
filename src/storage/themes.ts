import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { SignedSynthesis } from '#src/review/synthesis-words.ts'
import type { Coding, SameWords, Theme, ThemeStore } from '#src/review/theme-store.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { ask, type Body, type Engine, type On, type Tables } from './engine.ts'
import { toContribution } from './walk-rows.ts'

export function themeStore({ read, write }: Engine): ThemeStore {
  return {
    themes: (journey) => read((on) => themes(on, journey)),
    theme: (id) => read((on) => theme(on, id)),
    saveTheme: (one, rev) => write((on) => (rev === undefined ? add(on, one) : replace(on, one, rev))),
    mergeThemes: (one, rev, into) => write((on) => merge(on, one, rev, into)),
    codings: (journey) => read((on) => codings(on, journey)),
    code: (coding) => write((on) => code(on, coding)),
    uncode: (input) => write((on) => uncode(on, input)),
    sameWords: (journey) => read((on) => sameWords(on, journey)),
    markSame: (same) => write((on) => markSame(on, same)),
    unmarkSame: (contribution) => write((on) => unmarkSame(on, contribution)),
    texts: (journey) => read((on) => texts(on, journey)),
    sign: (synthesis) => write((on) => sign(on, synthesis)),
    signed: (journey) => read((on) => signed(on, journey)),
  }
}

function* themes({ db, t: { themes } }: On, journey: string): Body<readonly Theme[]> {
  const rows = yield* ask(
    db.select().from(themes).where(eq(themes.journey, journey)).orderBy(asc(themes.at), asc(themes.id)),
  )
  return rows.map(toTheme)
}

function* theme({ db, t: { themes } }: On, id: string): Body<Theme | undefined> {
  const [row] = yield* ask(db.select().from(themes).where(eq(themes.id, id)))
  return row && toTheme(row)
}

function* add({ db, t: { themes } }: On, theme: Theme): Body<boolean> {
  const added = yield* ask(
    db.insert(themes).values(fromTheme(theme)).onConflictDoNothing().returning({ id: themes.id }),
  )
  return added.length > 0
}

/** The revision is asked for in the update itself: of two who saw the same one, the second finds nothing to replace. */
function* replace({ db, t: { themes } }: On, theme: Theme, rev: number): Body<boolean> {
  const saved = yield* ask(
    db
      .update(themes)
      .set({ ...fromTheme(theme), rev: rev + 1 })
      .where(and(eq(themes.id, theme.id), eq(themes.rev, rev)))
      .returning({ id: themes.id }),
  )
  return saved.length > 0
}

function* merge(on: On, theme: Theme, rev: number, into: string): Body<boolean> {
  const { codings } = on.t
  if (!(yield* replace(on, { ...theme, state: 'merged', into }, rev))) return false
  const moved = yield* ask(on.db.delete(codings).where(eq(codings.theme, theme.id)).returning())
  // A text that was under both is under the other already.
  for (const row of moved)
    yield* ask(
      on.db
        .insert(codings)
        .values({ ...row, theme: into })
        .onConflictDoNothing(),
    )
  return true
}

function* codings({ db, t: { codings } }: On, journey: string): Body<readonly Coding[]> {
  const { contribution, theme, at } = codings
  return yield* ask(
    db.select().from(codings).where(eq(codings.journey, journey)).orderBy(asc(at), asc(contribution), asc(theme)),
  )
}

function* code(on: On, coding: Coding): Body<boolean> {
  const { codings, themes } = on.t
  const [theme] = yield* ask(on.db.select({ id: themes.id }).from(themes).where(eq(themes.id, coding.theme)))
  if (!theme || !(yield* isThere(on, coding.contribution))) return false
  yield* ask(on.db.insert(codings).values(coding).onConflictDoNothing())
  return true
}

function* uncode(
  { db, t: { codings } }: On,
  { contribution, theme }: { contribution: string; theme: string },
): Body<boolean> {
  const gone = yield* ask(
    db
      .delete(codings)
      .where(and(eq(codings.contribution, contribution), eq(codings.theme, theme)))
      .returning({ theme: codings.theme }),
  )
  return gone.length > 0
}

function* isThere({ db, t: { contributions } }: On, id: string): Body<boolean> {
  const found = yield* ask(db.select({ id: contributions.id }).from(contributions).where(eq(contributions.id, id)))
  return found.length > 0
}

function* sameWords({ db, t: { sameWords } }: On, journey: string): Body<readonly SameWords[]> {
  return yield* ask(
    db
      .select()
      .from(sameWords)
      .where(eq(sameWords.journey, journey))
      .orderBy(asc(sameWords.at), asc(sameWords.contribution)),
  )
}

function* markSame(on: On, same: SameWords): Body<boolean> {
  if (!(yield* isThere(on, same.contribution)) || !(yield* isThere(on, same.as))) return false
  yield* ask(on.db.insert(on.t.sameWords).values(same).onConflictDoNothing())
  return true
}

function* unmarkSame({ db, t: { sameWords } }: On, contribution: string): Body<boolean> {
  const gone = yield* ask(
    db.delete(sameWords).where(eq(sameWords.contribution, contribution)).returning({ as: sameWords.as }),
  )
  return gone.length > 0
}

function* texts({ db, t: { contributions, walks } }: On, journey: string): Body<readonly Contribution[]> {
  const rows = yield* ask(
    db
      .select({ contribution: contributions })
      .from(contributions)
      .innerJoin(walks, eq(walks.id, contributions.walk))
      .where(and(eq(contributions.journey, journey), eq(walks.mode, 'own'), isNotNull(contributions.text)))
      .orderBy(asc(contributions.at), asc(contributions.id)),
  )
  return rows.map(({ contribution }) => toContribution(contribution))
}

function* sign({ db, t: { syntheses } }: On, synthesis: SignedSynthesis): Body<void> {
  yield* ask(db.insert(syntheses).values(synthesis))
}

function* signed({ db, t: { syntheses } }: On, journey: string): Body<SignedSynthesis | undefined> {
  const [row] = yield* ask(
    db
      .select()
      .from(syntheses)
      .where(eq(syntheses.journey, journey))
      .orderBy(desc(syntheses.at), desc(syntheses.id))
      .limit(1),
  )
  return row
}

function toTheme(row: Tables['themes']['$inferSelect']): Theme {
  return { ...row, into: row.into ?? undefined }
}

function fromTheme(theme: Theme): Tables['themes']['$inferSelect'] {
  return { ...theme, into: theme.into ?? null }
}
