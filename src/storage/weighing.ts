import { and, asc, count, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type {
  Received,
  Weighed,
  WeighedAt,
  WeighedByWalk,
  WeighedPlace,
  WeighingStore,
} from '#src/walk/weighing-store.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'

export function weighingStore({ read, write }: Engine): WeighingStore {
  return {
    ofWalk: (walk) => read((on) => ofWalk(on, walk)),
    expose: (input) => write((on) => expose(on, input)),
    exposureCounts: (input) => read((on) => exposureCounts(on, input)),
    received: (at) => read((on) => received(on, at)),
    lists: (at) => read((on) => lists(on, at)),
    histories: (at) => read((on) => histories(on, at)),
  }
}

type Where = { readonly walk: string; readonly journey: string; readonly at: number }

/** What a form changes at one proposition, inside the append of the walk. The same stance again adds no history. */
export function* weigh(on: On, { walk, journey, at }: Where, weighed: Weighed): Body<void> {
  const { version, step, prompt, taken, left, inputMode } = weighed
  const place = { walk, version, step, prompt }
  const { stances, adoptions } = on.t
  const here = isAt(stances, place)
  const [last] = yield* ask(on.db.select().from(stances).where(here).orderBy(desc(stances.nth)).limit(1))
  const stance = weighed.stance ?? last?.stance ?? null
  const importance = weighed.importance ?? last?.importance ?? null
  if (stance !== (last?.stance ?? null) || importance !== (last?.importance ?? null)) {
    const nth = (last?.nth ?? 0) + 1
    const mode = inputMode ?? last?.inputMode ?? null
    yield* ask(on.db.insert(stances).values({ ...place, journey, nth, stance, inputMode: mode, importance, at }))
  }
  // Whoever takes a reason has been shown it: no figure has more takers than viewers.
  if (taken.length > 0) yield* expose(on, { ...place, journey, reasons: taken, at })
  for (const reason of taken)
    yield* ask(
      on.db
        .insert(adoptions)
        .values({ ...place, journey, reason, at })
        .onConflictDoNothing(),
    )
  if (left.length > 0)
    yield* ask(on.db.delete(adoptions).where(and(isAt(adoptions, place), inArray(adoptions.reason, [...left]))))
}

/** What was weighed at a place goes when the stance there is taken back: history and list. What was shown stays shown. */
export function* unweigh(on: On, place: WeighedPlace & { walk: string }): Body<void> {
  const { stances, adoptions } = on.t
  yield* ask(on.db.delete(stances).where(isAt(stances, place)))
  yield* ask(on.db.delete(adoptions).where(isAt(adoptions, place)))
}

type Placed = On['t']['stances' | 'adoptions' | 'reasonExposures']

function isAt(table: Placed, { walk, version, step, prompt }: WeighedPlace & { readonly walk: string }) {
  return and(eq(table.walk, walk), eq(table.version, version), eq(table.step, step), eq(table.prompt, prompt))
}

function* ofWalk({ db, t: { stances, adoptions, reasonExposures } }: On, walk: string): Body<WeighedByWalk> {
  const saved = yield* ask(
    db
      .select()
      .from(stances)
      .where(eq(stances.walk, walk))
      .orderBy(asc(stances.version), asc(stances.step), asc(stances.prompt), asc(stances.nth)),
  )
  const taken = yield* ask(
    db
      .select()
      .from(adoptions)
      .where(eq(adoptions.walk, walk))
      .orderBy(asc(adoptions.at), asc(adoptions.prompt), asc(adoptions.reason)),
  )
  const shown = yield* ask(
    db
      .select()
      .from(reasonExposures)
      .where(eq(reasonExposures.walk, walk))
      .orderBy(asc(reasonExposures.position), asc(reasonExposures.prompt), asc(reasonExposures.reason)),
  )
  const placed = ({ version, step, prompt, reason }: (typeof taken)[number] | (typeof shown)[number]) => ({
    ...{ version, step, prompt, reason },
  })
  return {
    stances: saved.map(({ version, step, prompt, stance, inputMode, importance, at }) => ({
      ...{ version, step, prompt, at },
      stance: stance ?? undefined,
      inputMode: inputMode ?? undefined,
      importance: importance ?? undefined,
    })),
    adoptions: taken.map(placed),
    exposures: shown.map(placed),
  }
}

function* expose(on: On, input: Parameters<WeighingStore['expose']>[0]): Body<void> {
  const { reasonExposures, walks } = on.t
  const { walk, journey, version, step, prompt, reasons, at } = input
  // The walk may have been erased while its page was open: then nobody is shown anything.
  const [known] = yield* ask(on.db.select({ id: walks.id }).from(walks).where(eq(walks.id, walk)))
  if (!known) return
  const [before] = yield* ask(
    on.db.select({ n: count() }).from(reasonExposures).where(isAt(reasonExposures, { walk, version, step, prompt })),
  )
  let position = before?.n ?? 0
  for (const reason of reasons) {
    const row = { walk, journey, version, step, prompt, reason, position, at }
    const added = yield* ask(
      on.db.insert(reasonExposures).values(row).onConflictDoNothing().returning({ reason: reasonExposures.reason }),
    )
    position += added.length
  }
}

function* exposureCounts(
  { db, t: { reasonExposures, walks } }: On,
  { journey, step, prompt, simulated }: Parameters<WeighingStore['exposureCounts']>[0],
): Body<ReadonlyMap<string, number>> {
  const { reason } = reasonExposures
  const rows = yield* ask(
    db
      .select({ reason, n: count() })
      .from(reasonExposures)
      .innerJoin(walks, eq(walks.id, reasonExposures.walk))
      .where(
        and(
          eq(reasonExposures.journey, journey),
          eq(reasonExposures.step, step),
          eq(reasonExposures.prompt, prompt),
          simulated ? eq(walks.mode, 'simulated') : ne(walks.mode, 'simulated'),
        ),
      )
      .groupBy(reason),
  )
  return new Map(rows.map(({ reason, n }) => [reason, n]))
}

function* received({ db, t }: On, at: WeighedAt): Body<readonly Received[]> {
  const { reasonExposures: shown, adoptions, contributions, walks } = t
  const { prompt, reason } = shown
  const rows = yield* ask(
    db
      .select({
        ...{ prompt, reason, stance: contributions.option },
        exposed: count(),
        adopted: count(adoptions.reason),
      })
      .from(shown)
      .innerJoin(walks, eq(walks.id, shown.walk))
      .leftJoin(contributions, isSamePlace(contributions, shown))
      .leftJoin(adoptions, and(isSamePlace(adoptions, shown), eq(adoptions.reason, shown.reason)))
      .where(and(isWeighedAt(shown, at), inArray(walks.mode, [...at.modes])))
      .groupBy(prompt, reason, contributions.option)
      .orderBy(asc(prompt), asc(reason), asc(sql`coalesce(${contributions.option}, '')`)),
  )
  return rows.map((row) => ({ ...row, stance: row.stance ?? undefined }))
}

function isSamePlace(table: Placed | On['t']['contributions'], as: Placed) {
  return and(
    eq(table.walk, as.walk),
    eq(table.version, as.version),
    eq(table.step, as.step),
    eq(table.prompt, as.prompt),
  )
}

function isWeighedAt(table: Placed, { journey, version, step }: WeighedAt) {
  return and(eq(table.journey, journey), eq(table.version, version), eq(table.step, step))
}

function* lists({ db, t: { adoptions, walks } }: On, at: WeighedAt) {
  const { walk, prompt, reason } = adoptions
  return yield* ask(
    db
      .select({ walk, prompt, reason })
      .from(adoptions)
      .innerJoin(walks, eq(walks.id, walk))
      .where(and(isWeighedAt(adoptions, at), inArray(walks.mode, [...at.modes])))
      .orderBy(asc(walk), asc(prompt), asc(reason)),
  )
}

function* histories({ db, t: { stances, walks } }: On, at: WeighedAt) {
  const { walk, prompt, stance } = stances
  const rows = yield* ask(
    db
      .select({ walk, prompt, stance })
      .from(stances)
      .innerJoin(walks, eq(walks.id, walk))
      .where(and(isWeighedAt(stances, at), isNotNull(stance), inArray(walks.mode, [...at.modes])))
      .orderBy(asc(walk), asc(prompt), asc(stances.nth)),
  )
  return rows.flatMap(({ stance, ...row }) => (stance === null ? [] : [{ ...row, stance }]))
}
