import { initialTransition, transition } from 'xstate'
import { addDuration, dayAfter, isBefore } from '#src/journey/calendar.ts'
import { type Context, isChosen, isMet, type Journey, noteKey, type Place, waitsUntil } from '#src/journey/compile.ts'
import { deadlineOf } from '#src/journey/dates.ts'
import { type Facts, type Reply, repliesOf, type StepKey } from '#src/journey/definition.ts'
import { happened } from './record.ts'
import type { Call, MachineValue, Progress, Told, Walk, WalkEvent, WalkRecord } from './walk.ts'

export { happened, NOTHING_YET } from './record.ts'

/** todo: open to the walker · waiting: for a reply or a date · blocked: another step comes first */
export const STATUSES = ['todo', 'waiting', 'blocked', 'done', 'aside'] as const
export type Status = (typeof STATUSES)[number]

export type StepProgress = {
  readonly place: Place
  readonly status: Status
  /** its condition cannot be told from what is known: "perhaps this concerns you" */
  readonly perhaps: boolean
  readonly due: string | undefined
  /** while waiting: until when */
  readonly until: string | undefined
  /** while blocked: the steps that come first, unmet needs before the order of the track */
  readonly after: readonly StepKey[]
  /** remarks that hold in this situation, or may: by id */
  readonly notes: readonly string[]
}

export type Situation = { readonly told: Told; readonly tracks: readonly string[] | undefined }

/** Places a walk from what was told and what happened. Replay, a changed answer and a fresh start all come here. */
export function settle(journey: Journey, situation: Situation, record: WalkRecord): Moved {
  const [snapshot, actions] = initialTransition(journey.machine, contextOf(situation, record) as never)
  return moved(journey, record, snapshot.value as MachineValue, actions)
}

/** Carries a walk on from where it is after something more has happened. An earlier answer that changed wants `settle`. */
export function carryOn(journey: Journey, situation: Situation, from: Progress, record: WalkRecord): Moved {
  if (leadsBack(from.record, record)) return settle(journey, situation, record)
  const { machine } = journey
  const here = machine.resolveState({ value: from.value, context: contextOf(situation, from.record) } as never)
  const [snapshot, actions] = transition(machine, here, {
    type: 'happened',
    context: contextOf(situation, record),
  } as never)
  return moved(journey, record, snapshot.value as MachineValue, actions)
}

/** A reply opened something again, took it back or told a fact: the machine itself never goes backwards. */
function leadsBack(from: WalkRecord, to: WalkRecord): boolean {
  const isGone = (before: object, after: object) =>
    before !== after && Object.keys(before).some((key) => !(key in after))
  return (
    isGone(from.done, to.done) ||
    isGone(from.asked, to.asked) ||
    isGone(from.replied, to.replied) ||
    JSON.stringify(setIn(from)) !== JSON.stringify(setIn(to))
  )
}

export type Moved = {
  readonly progress: Progress
  /** calls made to providers just now */
  readonly asked: readonly Extract<WalkEvent, { kind: 'asked' }>[]
}

/** Calls to providers leave the machine as data (`spawnChild`); they become rows in the walk's own transaction. */
function moved(
  journey: Journey,
  record: WalkRecord,
  value: MachineValue,
  actions: readonly { readonly type: string; readonly params?: unknown }[],
): Moved {
  const calls = actions
    .filter((action) => action.type === 'xstate.spawnChild')
    .map((action) => (action.params as { id: string }).id as StepKey)
    .filter((step) => !(step in record.asked))
  const asked = calls.map((step) => call(journey, step, record.today ?? ''))
  return { progress: { value, record: asked.reduce(happened, record) }, asked }
}

function call(journey: Journey, key: StepKey, on: string): Extract<WalkEvent, { kind: 'asked' }> {
  const step = journey.places.get(key)?.step
  const [reply] = step ? repliesOf(step) : []
  if (!reply) throw new Error(`${key} calls no provider`)
  return { kind: 'asked', step: key, ...callFor(reply, on) }
}

/** A call that brings this reply, asked on a simulated date. */
export function callFor({ id, after, sets }: Reply, on: string): Call {
  return { on, due: addDuration(on, after), reply: id, ...(sets && { sets }) }
}

/** What providers told with their replies. The last reply counts; of two on one day, the later step in the alphabet. */
export function setIn({ replied }: Pick<WalkRecord, 'replied'>): Told {
  const told = Object.entries(replied).filter(([, { sets }]) => sets !== undefined)
  const inOrder = told.toSorted(([a, one], [b, other]) => (`${one.on} ${a}` < `${other.on} ${b}` ? -1 : 1))
  return Object.assign({}, ...inOrder.map(([, { sets }]) => sets))
}

/** Everything that is known: what the walker told, and what providers told since. */
export function knownIn(told: Told, record: Pick<WalkRecord, 'replied'>): Told {
  return { ...told, ...setIn(record) }
}

/**
 * The clock begins the day after the fact it starts on, and stands where the walker last let time pass to.
 * Worked out anew each time, so that changing the date and changing it back leaves no trace.
 */
export function onTheClock(journey: Journey, told: Told, record: WalkRecord): WalkRecord {
  const start = told[journey.definition.starts_on]
  const first = typeof start === 'string' ? dayAfter(start) : null
  return { ...record, today: first && record.advanced && isBefore(first, record.advanced) ? record.advanced : first }
}

export function contextOf({ told, tracks }: Situation, record: WalkRecord): Context {
  return { facts: knownIn(told, record) as Facts, happened: record, tracks }
}

/** Every step that concerns the walker, in order, with where it stands. Passed-by steps and strands not chosen are left out. */
export function stepsOf(
  journey: Journey,
  { told, tracks, progress }: Situation & { progress: Progress },
): readonly StepProgress[] {
  const context = contextOf({ told, tracks }, progress.record)
  return [...journey.tracks].flatMap(([track, places]) => {
    if (track !== journey.situation && !isChosen(context, track)) return []
    return places.flatMap((place) => {
      const applies = place.applies(context.facts)
      return applies === false ? [] : [stepProgress(journey, place, applies === 'unknown', context, progress)]
    })
  })
}

function stepProgress(
  journey: Journey,
  place: Place,
  perhaps: boolean,
  context: Context,
  progress: Progress,
): StepProgress {
  const status = statusOf(place, perhaps, progress)
  return {
    place,
    status,
    perhaps,
    due: deadlineOf(place.step, context),
    until: status === 'waiting' ? waitingUntil(place, context, progress) : undefined,
    after: status === 'blocked' ? comesFirst(journey, place, context) : [],
    notes: (place.step.notes ?? [])
      .map(({ id }) => id)
      .filter((id) => journey.notes.get(noteKey(place.key, id))?.(context.facts) !== false),
  }
}

function statusOf({ key, track, step }: Place, perhaps: boolean, { value, record }: Progress): Status {
  if (key in record.done) return 'done'
  if (perhaps && key in record.aside) return 'aside'
  const here = value[track]
  if (typeof here !== 'object') return 'blocked'
  const inner = here[step.id]
  if (inner === 'open') return 'todo'
  return inner === 'calling' || inner === 'waiting' ? 'waiting' : 'blocked'
}

/** A call made before an answer was changed does not shorten the wait that comes before it. */
function waitingUntil(place: Place, context: Context, { value, record }: Progress): string | undefined {
  const here = value[place.track]
  const isCalling = typeof here === 'object' && here[place.step.id] === 'calling'
  return isCalling ? record.asked[place.key]?.due : waitsUntil(place, context)
}

function comesFirst(journey: Journey, place: Place, context: Context): readonly StepKey[] {
  const needs = (place.step.needs ?? []).filter((need) => !isMet(journey, need, context))
  if (needs.length > 0) return needs
  const earlier = (journey.tracks.get(place.track) ?? [])
    .slice(0, place.index)
    .filter((before) => !isMet(journey, before.key, context))
  if (earlier.length > 0) return earlier.slice(-1).map((before) => before.key)
  const situation = journey.tracks.get(journey.situation) ?? []
  return situation
    .filter((before) => !isMet(journey, before.key, context))
    .slice(0, 1)
    .map((before) => before.key)
}

/** What letting time pass brings: the next due date and the replies that come on it. Undefined when nothing waits. */
export function nextDue(
  steps: readonly StepProgress[],
  record: WalkRecord,
): { to: string; events: readonly WalkEvent[] } | undefined {
  const dates = steps.flatMap(({ until }) => (until ? [until] : []))
  const first = dates.reduce<string | undefined>(
    (soonest, date) => (soonest && !isBefore(date, soonest) ? soonest : date),
    undefined,
  )
  if (!first || record.today === null) return undefined
  const to = isBefore(first, record.today) ? record.today : first
  const replies = Object.entries(record.asked)
    .filter(([step, { due }]) => !(step in record.replied) && !isBefore(to, due) && !isTakenBack(steps, step))
    .map(([step, { reply, due }]): WalkEvent => ({ kind: 'replied', step: step as StepKey, on: due, reply }))
  return { to, events: [{ kind: 'advanced', to }, ...replies] }
}

/** Whoever had a mandate has it no more, and does not reply. */
function isTakenBack(steps: readonly StepProgress[], key: string): boolean {
  const step = steps.find(({ place }) => place.key === key)
  return step?.place.step.kind === 'mandate' && step.status !== 'waiting'
}

/** Where a walker goes next: the next open step of the same strand, else the overview; check when all is done. */
export function whereNext(steps: readonly StepProgress[], track: string | undefined): StepKey | 'overview' | 'check' {
  const open = steps.find(({ place, status }) => place.track === track && status === 'todo')
  if (open) return open.place.key
  return isAllDone(steps) ? 'check' : 'overview'
}

export function isAllDone(steps: readonly StepProgress[]): boolean {
  return !steps.some(({ status }) => status === 'todo' || status === 'waiting')
}

export function situationOf(walk: Walk, told: Told): Situation & { progress: Progress } {
  return { told, tracks: walk.tracks, progress: walk.progress }
}
