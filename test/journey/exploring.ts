import { getAdjacencyMap } from 'xstate/graph'
import { type Context, END, type Journey } from '#src/journey/compile.ts'
import type { Facts } from '#src/journey/definition.ts'
import { carryOn, happened, NOTHING_YET, nextDue, onTheClock, settle, stepsOf } from '#src/walk/progress.ts'
import type { MachineValue, Told, WalkEvent, WalkRecord } from '#src/walk/walk.ts'

type Snapshot = { readonly value: MachineValue; readonly context: Context }
type Sent = { readonly type: 'happened'; readonly context: Context; readonly named: string }

/** Everything that can be seen of a machine from the outside, in situations that have been told. */
export type Explored = {
  /** steps that some situation brings a walker to */
  readonly reached: ReadonlySet<string>
  /** places from which no way leads to the end, with the situation */
  readonly stuck: readonly string[]
}

const place = ({ value }: { value: unknown }) => JSON.stringify(value)

/**
 * Explores a compiled machine, situation by situation, with XState's own graph: its states are places, whatever the
 * context, and its events are all that can happen there. Walks backwards from the ends, so that a closed loop beside a
 * good branch is found; a transition that stays in its place is no way out.
 */
export function explore(journey: Journey, situations: readonly Facts[], tracks?: readonly string[]): Explored {
  const reached = new Set<string>()
  const stuck: string[] = []
  for (const facts of situations) {
    const places = Object.entries(placesFrom(journey, beginning(journey, facts, tracks)))
    for (const [, { state }] of places) for (const step of standingAt(state.value)) reached.add(step)
    const ending = canEnd(places)
    stuck.push(...places.flatMap(([key]) => (ending.has(key) ? [] : [`${key} when ${JSON.stringify(facts)}`])))
  }
  return { reached, stuck }
}

/** XState types its graph for machines that are written out by hand; ours are made, so the shapes are named here once. */
const adjacent = getAdjacencyMap as unknown as (machine: Journey['machine'], options: object) => Record<string, Found>

function placesFrom({ machine, ...journey }: Journey, input: Context): Record<string, Found> {
  return adjacent(machine, {
    input,
    serializeState: place,
    serializeEvent: ({ named }: Sent) => named,
    events: (at: Snapshot) => whatCanHappen({ machine, ...journey }, at),
    limit: 5000,
  })
}

type Found = { readonly state: Snapshot; readonly transitions: Record<string, { readonly state: Snapshot }> }

function canEnd(places: readonly (readonly [string, Found])[]): ReadonlySet<string> {
  const comesFrom = new Map<string, string[]>()
  for (const [from, { transitions }] of places)
    for (const { state } of Object.values(transitions))
      comesFrom.set(place(state), [...(comesFrom.get(place(state)) ?? []), from])
  const ending = new Set(places.flatMap(([key, { state }]) => (isEnd(state.value) ? [key] : [])))
  for (const to of ending) for (const from of comesFrom.get(to) ?? []) ending.add(from)
  return ending
}

function isEnd(value: MachineValue): boolean {
  return Object.values(value).every((inside) => inside === END)
}

function standingAt(value: MachineValue): readonly string[] {
  return Object.entries(value).flatMap(([track, inside]) =>
    typeof inside === 'string'
      ? []
      : Object.entries(inside).flatMap(([step, in_]) => (in_ === 'gate' ? [] : `${track}/${step}`)),
  )
}

/** The situation has been told, and time has begun. */
function beginning(journey: Journey, facts: Facts, tracks: readonly string[] | undefined): Context {
  const asked = journey.tracks.get(journey.situation) ?? []
  const record = asked.reduce<WalkRecord>(
    (now, { key }) => happened(now, { kind: 'done', step: key, on: null }),
    NOTHING_YET,
  )
  return withCalls(journey, { facts, happened: onTheClock(journey, facts as Told, record), tracks })
}

/** Every open step is gone through, every "perhaps" put aside, or time passes. */
function whatCanHappen(journey: Journey, { value, context }: Snapshot): readonly Sent[] {
  const { facts, tracks } = context
  const record = context.happened as WalkRecord
  const steps = stepsOf(journey, { told: facts as Told, tracks, progress: { value, record } })
  const open = steps.filter(({ status }) => status === 'todo')
  const due = nextDue(steps, record)
  const ways: readonly (readonly WalkEvent[])[] = [
    ...open.map(({ place }) => [{ kind: 'done', step: place.key, on: record.today } as const]),
    ...open.flatMap(({ place, perhaps }) => (perhaps ? [[{ kind: 'aside', step: place.key } as const]] : [])),
    ...(due ? [due.events] : []),
  ]
  return ways.map((events) => ({
    type: 'happened',
    context: withCalls(journey, { ...context, happened: events.reduce(happened, record) }, { value, record }),
    named: JSON.stringify(events),
  }))
}

/** The calls that the machine makes on its way are part of what happened next time. */
function withCalls(journey: Journey, context: Context, from?: { value: MachineValue; record: WalkRecord }): Context {
  const situation = { told: context.facts as Told, tracks: context.tracks }
  const record = context.happened as WalkRecord
  const moved = from ? carryOn(journey, situation, from, record) : settle(journey, situation, record)
  return { ...context, happened: moved.progress.record }
}
