import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { versionAsked } from '#feedback/answers-this.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Contribution, WalkEvent } from '#src/walk/walk.ts'
import type { Device, Participant, WalkState, WalkStore } from '#src/walk/walk-store.ts'
import { addEvents, append, tell, visit } from './append.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'
import { erase, withdraw } from './erase.ts'
import { move } from './move.ts'
import { openCalls } from './outbox.ts'
import { statementStore } from './statements.ts'
import { tellVariants } from './variants.ts'
import { fromParticipant, fromWalk, toContribution, toDevice, toEvent, toParticipant, toWalk } from './walk-rows.ts'

export function walkStore(engine: Engine): WalkStore {
  const { read, write } = engine
  return {
    ...statementStore(engine),
    create: (input) => write((on) => create(on, input)),
    find: (walk) => read((on) => find(on, walk)),
    append: (change) => write((on) => append(on, change)),
    move: (change) => write((on) => move(on, change)),
    events: (walk) => read((on) => events(on, walk)),
    sinceChange: (walk) => read((on) => sinceChange(on, walk)),
    visit: async (input) => {
      if (!(await read((on) => isNothingNew(on, input)))) await write((on) => visit(on, input))
    },
    seen: (walk) => read((on) => seen(on, walk)),
    promptCounts: (journey, version) => read((on) => ask(on.walk.promptCounts, { journey, version })),
    contributionsOf: (walk) => read((on) => contributionsOf(on, walk)),
    optionCounts: (input) => read((on) => optionCounts(on, input)),
    visibleTexts: (input) => read((on) => visibleTexts(on, input)),
    participant: (id) => read((on) => participant(on, eq(on.t.participants.id, id))),
    participantByCode: (hash) => read((on) => participant(on, eq(on.t.participants.codeHash, hash))),
    device: (id, now) => read((on) => device(on, id, now)),
    keepDevice: (kept) => write((on) => keepDevice(on, kept)),
    forgetDevice: (id) =>
      write(function* (on) {
        yield* ask(on.db.delete(on.t.devices).where(eq(on.t.devices.id, id)))
      }),
    walksOf: (of) => read((on) => walksOf(on, of)),
    withdraw: (input) => write((on) => withdraw(on, input)),
    erase: (input) => write((on) => erase(on, input.walk)),
    openCalls: () => read((on) => openCalls(on)),
  }
}

/** The key is claimed before anything else, so that of two equal forms one finds it taken and writes nothing. */
function* create(
  on: On,
  { walk, participant, device, key, told = {}, varied = [] }: Parameters<WalkStore['create']>[0],
): Body<string> {
  if (key !== undefined) {
    const earlier = yield* claim(on, key, walk.id)
    if (earlier !== walk.id) return earlier
  }
  if (participant) yield* ask(on.db.insert(on.t.participants).values(fromParticipant(participant)))
  if (device) yield* ask(on.db.insert(on.t.devices).values(device))
  yield* ask(on.db.insert(on.t.walks).values(fromWalk(walk)))
  yield* ask(on.walk.addPassage, { walk: walk.id, version: walk.version, outcomeAt: walk.outcomeAt ?? null })
  if (varied.length > 0) yield* tellVariants(on, walk, varied)
  const names = Object.keys(told)
  yield* addEvents(on, { walk: walk.id, version: walk.version }, [
    { kind: 'opened', ...(walk.progress.record.byOffer && { by: 'offer' }) },
    ...(names.length > 0 ? [{ kind: 'carried', names } as const] : []),
  ])
  yield* tell(on, { walk: walk.id, told })
  return walk.id
}

function* claim(on: On, key: string, walk: string): Body<string> {
  const form = { owner: 'start', key }
  const claimed = yield* ask(on.walk.claimSubmission, { ...form, walk })
  if (claimed.length > 0) return walk
  const [first] = yield* ask(on.walk.submission, form)
  return first?.walk ?? walk
}

/** The walk is read before what was told in it: should it move on in between, the older revision makes the next append stale. */
function* find(on: On, walk: string): Body<WalkState | undefined> {
  const [row] = yield* ask(on.walk.walk, { walk })
  if (!row) return undefined
  const told = yield* ask(on.walk.told, { walk })
  return { walk: toWalk(row), told: Object.fromEntries(told.map(({ name, value }) => [name, value])) }
}

function* events({ db, t: { events } }: On, walk: string): Body<readonly WalkEvent[]> {
  const rows = yield* ask(db.select().from(events).where(eq(events.walk, walk)).orderBy(asc(events.seq)))
  return rows.map(toEvent)
}

function* sinceChange(on: On, walk: string): Body<readonly WalkEvent[]> {
  const rows = yield* ask(on.walk.sinceChange, { walk })
  return rows.map(toEvent)
}

type Visit = Parameters<WalkStore['visit']>[0]

function* isNothingNew(on: On, { walk, step, offered }: Visit): Body<boolean> {
  const [row] = yield* ask(on.walk.walk, { walk })
  if (!row) return true
  const [visited] = yield* ask(on.walk.visit, { walk, version: row.version, step })
  const shown = yield* ask(on.walk.exposures, { walk })
  const isShown = (prompt: string) =>
    shown.some((e) => e.version === row.version && e.step === step && e.prompt === prompt && e.offered)
  return row.lastStep === step && visited?.opened === true && offered.every(isShown)
}

function* seen(on: On, walk: string): Body<Awaited<ReturnType<WalkStore['seen']>>> {
  const visited = yield* ask(on.walk.visited, { walk })
  const exposures = yield* ask(on.walk.exposures, { walk })
  const isHere = ({ version, walked, prompt }: (typeof exposures)[number]) =>
    version === walked || versionAsked(prompt) !== undefined
  return {
    visited: visited.map(({ step }) => step),
    exposures: exposures
      .filter(isHere)
      .map(({ step, prompt, offered, skipped }) => ({ step, prompt, offered, skipped })),
    offeredBefore: exposures.filter((one) => one.offered && !isHere(one)).length,
  }
}

function* contributionsOf(on: On, walk: string): Body<readonly Contribution[]> {
  const rows = yield* ask(on.walk.contributionsOf, { walk })
  return rows.map(toContribution)
}

/** What walkers are shown of each other counts `own` walks only, as every page does. */
function* optionCounts({ db, t: { contributions, walks } }: On, input: Parameters<WalkStore['optionCounts']>[0]) {
  const { prompt, option } = contributions
  const rows = yield* ask(
    db
      .select({ prompt, option, n: count() })
      .from(contributions)
      .innerJoin(walks, eq(walks.id, contributions.walk))
      .where(
        and(
          eq(walks.journey, input.journey),
          eq(contributions.version, input.version),
          eq(walks.mode, 'own'),
          eq(contributions.journey, input.journey),
          eq(contributions.step, input.step),
          input.prompts && inArray(prompt, [...input.prompts]),
          isNotNull(option),
        ),
      )
      .groupBy(prompt, option)
      .orderBy(asc(prompt), asc(option)),
  )
  return rows.flatMap(({ option, ...row }) => (option === null ? [] : [{ ...row, option }]))
}

function* visibleTexts(on: On, input: { journey: string; step: StepKey }): Body<readonly Contribution[]> {
  const rows = yield* ask(on.walk.visibleTexts, input)
  return rows.filter(({ text }) => text !== null).map(toContribution)
}

function* participant({ db, t }: On, which: ReturnType<typeof eq>): Body<Participant | undefined> {
  const [row] = yield* ask(db.select().from(t.participants).where(which))
  return row && toParticipant(row)
}

function* device(on: On, id: string, now: number): Body<Device | undefined> {
  const [row] = yield* ask(on.walk.device, { id, now })
  return row && toDevice(row)
}

/** A participant may have been erased while their page was open: then there is nobody to act for. */
function* keepDevice(on: On, kept: Device): Body<void> {
  const { participants, devices } = on.t
  const [known] = yield* ask(on.db.select().from(participants).where(eq(participants.id, kept.participant)))
  if (!known) return
  const moved = { expiresAt: kept.expiresAt, kept: kept.kept }
  yield* ask(on.db.insert(devices).values(kept).onConflictDoUpdate({ target: devices.id, set: moved }))
}

function* walksOf({ db, t: { walks } }: On, of: string) {
  const rows = yield* ask(
    db.select().from(walks).where(eq(walks.participant, of)).orderBy(desc(walks.openedAt), desc(walks.id)),
  )
  return rows.map(toWalk)
}
