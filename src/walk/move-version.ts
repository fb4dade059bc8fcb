import { AppError } from '#src/errors.ts'
import { type EarlierNames, namesAcross } from '#src/journey/compare.ts'
import { repliesOf, type StepKey } from '#src/journey/definition.ts'
import { factOf, takes } from '#src/journey/leads-to.ts'
import type { Library, Published } from '#src/journey/library.ts'
import { variedSteps } from '#src/journey/variants.ts'
import { carriedNames, putAwayName } from './carry-over.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import { movedRecord } from './moved.ts'
import { onTheClock, type StepProgress, settle, stepsOf } from './progress.ts'
import { namesOf } from './read-told.ts'
import type { Moved, Told, WalkRecord } from './walk.ts'
import type { Append, MoveWalk } from './walk-store.ts'

/** What moving to another version would do to a walk; nothing is stored yet. */
export type PlannedMove = {
  readonly event: Moved
  readonly to: Published
  readonly tracks: readonly string[] | undefined
  readonly progress: Append['progress']
  readonly asked: Append['events']
  /** everything told, by the names of the version moved to */
  readonly told: Told
  /** the changes to what is told: `undefined` takes a name away */
  readonly retold: Append['told']
  readonly steps: readonly StepProgress[]
  /** answers that mean something else there, or nothing: they are kept, out of use */
  readonly unmapped: readonly string[]
  readonly carried: number
  readonly names: EarlierNames
}

type Form = {
  readonly walk: string
  readonly participant: string | undefined
  readonly key: string | undefined
}

const TRIES = 5

/** Moves a walk to a later version of its journey. The very version the walker was told about, however many came since. */
export async function moveToVersion(deps: WalkDeps, { version, ...form }: Form & { version: number }): Promise<Here> {
  for (let tries = 0; tries < TRIES; tries++) {
    const here = await findHere(deps, form.walk, form.participant)
    if (here.walk.version >= version) return here
    const plan = planMove(here, await versionsBetween(deps.library, here, version))
    const stored = await deps.walks.move(moveOf(deps, here, plan, form.key))
    if (stored !== 'stale') return findHere(deps, form.walk, form.participant)
  }
  throw new AppError('busy', 'the walk moved on five times meanwhile')
}

/** Every version from the walk's own to another, oldest first: steps are followed through each of them. */
export async function versionsBetween(
  library: Library,
  { walk, ...own }: Published & Pick<Here, 'walk'>,
  version: number,
): Promise<readonly Published[]> {
  // A number nobody published is found out before anybody counts up to it.
  if (!(await library.version(walk.journey, version))) throw new AppError('not-found', 'version')
  const numbers = Array.from({ length: version - walk.version }, (_, i) => walk.version + 1 + i)
  const later = await Promise.all(numbers.map((number) => library.version(walk.journey, number)))
  return [own, ...later.filter((published) => published !== undefined)]
}

function moveOf(deps: WalkDeps, { walk }: Here, plan: PlannedMove, key: string | undefined): MoveWalk {
  return {
    walk: walk.id,
    rev: walk.rev,
    key,
    to: { version: plan.event.version, hash: plan.event.hash, tracks: plan.tracks, lastStep: undefined },
    varied: variedSteps(plan.to.version.definition, plan.names),
    events: [plan.event, ...plan.asked],
    progress: plan.progress,
    told: plan.retold,
    ran: plan.asked.flatMap((event) => (event.kind === 'asked' ? [event.step] : [])),
    at: deps.now(),
  }
}

/**
 * Works out where a walk would stand in another version: what happened at its steps goes with them under their new names,
 * answers that mean the same stay told, and a step that now asks something not told is no longer done. Pure.
 */
export function planMove(here: Here, versions: readonly Published[]): PlannedMove {
  const to = versions.at(-1) ?? here
  const names = namesAcross(versions.map(({ version }) => version.definition))
  const now = new Map([...names].flatMap(([key, was]) => was.map((one) => [one, key] as const)))
  const carried = carriedNames(here.journey, to.journey, now, here.told)
  const told = { ...toldAs(here.told, carried) }
  const event = moveEvent(here, { to, names, now, carried, told })
  const tracks = tracksIn(here, to, names)
  const record = onTheClock(to.journey, told, movedRecord(here.walk.progress.record, event))
  const { progress, asked } = settle(to.journey, { told, tracks }, record)
  return {
    event,
    to,
    tracks,
    progress,
    asked,
    told,
    retold: retold(here.told, event.told),
    steps: stepsOf(to.journey, { told, tracks, progress }),
    unmapped: Object.keys(carried).filter((name) => carried[name] === null),
    carried: Object.values(carried).filter((name) => name !== null).length,
    names,
  }
}

function toldAs(told: Told, carried: ReturnType<typeof carriedNames>): Told {
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, value]) => {
      const now = carried[name]
      return typeof now === 'string' ? [[now, value] as const] : []
    }),
  )
}

/** What is told under another name from now on; in the other direction, when a move is taken back. */
export function retold(told: Told, renamed: Readonly<Record<string, string>>): Append['told'] {
  const moved = Object.entries(renamed).filter(([name]) => name in told)
  return {
    ...Object.fromEntries(moved.map(([name]) => [name, undefined])),
    ...Object.fromEntries(moved.map(([name, now]) => [now, told[name]])),
  }
}

type Between = {
  readonly to: Published
  readonly names: EarlierNames
  readonly now: ReadonlyMap<StepKey, StepKey>
  readonly carried: ReturnType<typeof carriedNames>
  readonly told: Told
}

function moveEvent(here: Here, between: Between): Moved {
  const { walk } = here
  const { to, now, carried } = between
  const { record } = walk.progress
  const parts = [record.done, record.aside, record.asked, record.replied, record.sentBack ?? {}, record.person ?? {}]
  const met = [...new Set(parts.flatMap((steps) => Object.keys(steps) as StepKey[]))].sort()
  const kept = met.flatMap((was): { was: StepKey; key: StepKey }[] => {
    const key = now.get(was)
    return key ? [{ was, key }] : []
  })
  const recalled = kept.flatMap(({ was, key }) => (isCallKept(to, record, was, key) ? [] : [key]))
  const reopened = kept.flatMap(({ was, key }) => (isStillDone(here, between, was, key, recalled) ? [] : [key]))
  return {
    kind: 'moved',
    version: to.version.number,
    hash: to.version.hash,
    from: {
      version: walk.version,
      hash: walk.hash,
      tracks: walk.tracks ?? null,
      lastStep: walk.lastStep ?? null,
    },
    renamed: Object.fromEntries(kept.filter(({ was, key }) => was !== key).map(({ was, key }) => [was, key])),
    dropped: met.filter((was) => !now.has(was)),
    reopened: [...new Set(reopened)],
    recalled: [...new Set(recalled)],
    told: Object.fromEntries(
      Object.entries(carried)
        .filter(([name, key]) => name !== key)
        .map(([name, key]) => [name, key ?? putAwayName(walk.version, name)]),
    ),
  }
}

/** A call goes with its step while the same reply may still come, and tells nothing that is asked otherwise now. */
function isCallKept({ journey }: Published, record: WalkRecord, was: StepKey, key: StepKey): boolean {
  const call = record.asked[was] ?? record.replied[was]
  const step = journey.places.get(key)?.step
  if (!call || !step) return true
  const sets = { ...record.asked[was]?.sets, ...record.replied[was]?.sets }
  return (
    repliesOf(step).some(({ id }) => id === (record.replied[was]?.reply ?? call.reply)) &&
    Object.entries(sets).every(([name, value]) => {
      const fact = factOf(journey.definition, name)
      return fact !== undefined && takes(fact, value)
    })
  )
}

/** Done as long as everything the step asks has been told; of steps put together, once each that concerned the walker was. */
function isStillDone(
  here: Here,
  { to, names, told }: Between,
  was: StepKey,
  key: StepKey,
  recalled: readonly StepKey[],
): boolean {
  const { done, aside } = here.walk.progress.record
  if (!(was in done)) return true
  const step = to.journey.places.get(key)?.step
  if (!step) return true
  const isTold = step.kind === 'mandate' || namesOf(step).every((name) => name in told)
  const isRead = !recalled.includes(key) || repliesOf(step).length === 0
  const others = (names.get(key) ?? []).filter((one) => here.steps.some(({ place }) => place.key === one))
  return isTold && isRead && others.every((one) => one in done || one in aside)
}

/** Chosen strands stay chosen; a new strand that took over steps of one is chosen with it. None left is the whole journey. */
function tracksIn({ walk, journey }: Here, to: Published, names: EarlierNames): readonly string[] | undefined {
  const chosen = walk.tracks
  if (!chosen) return undefined
  const tracks = [...to.journey.tracks.keys()].filter((track) => {
    if (track === to.journey.situation) return true
    if (journey.tracks.has(track)) return chosen.includes(track)
    const before = (to.journey.tracks.get(track) ?? []).flatMap(({ key }) => names.get(key) ?? [])
    return before.some((key) => chosen.includes(key.split('/')[0] ?? '') && !key.startsWith(`${journey.situation}/`))
  })
  return tracks.length > 1 ? tracks : undefined
}
