import { transition } from 'xstate'
import { getAdjacencyMap } from 'xstate/graph'
import { type Context, END, type Journey } from '#src/journey/compile.ts'
import { type Facts, type Reply, repliesOf, type StepKey } from '#src/journey/definition.ts'
import { goneThrough } from '#src/walk/go-through.ts'
import {
  callFor,
  carryOn,
  contextOf,
  happened,
  NOTHING_YET,
  nextDue,
  onTheClock,
  settle,
  stepsOf,
} from '#src/walk/progress.ts'
import type { Call, MachineValue, Told, WalkEvent, WalkRecord } from '#src/walk/walk.ts'

type Snapshot = { readonly value: MachineValue; readonly context: Context }
type Sent = { readonly type: 'happened'; readonly context: Context; readonly named: string }

/** Everything that can be seen of a machine from the outside, in situations that have been told. */
export type Explored = {
  /** steps that some situation brings a walker to */
  readonly reached: ReadonlySet<string>
  /** places from which no way leads to the end, with the situation */
  readonly stuck: readonly string[]
}

/** Where the machine stands, and which replies somebody chose: what can happen there depends on both. */
const place = ({ value, context }: Snapshot) => JSON.stringify([value, chosenIn(context)])

function chosenIn({ happened }: Context): unknown {
  const { asked, replied } = happened as WalkRecord
  return Object.entries(asked).flatMap(([step, { by, reply }]) => (by ? [[step, reply, step in replied]] : []))
}

/**
 * Explores a compiled machine, situation by situation, with XState's own graph: its states are places, whatever the
 * context, and its events are all that can happen there. Walks backwards from the ends, so that a closed loop beside a
 * good branch is found; a transition that stays in its place is no way out.
 */
export function explore(journey: Journey, situations: readonly Facts[], tracks?: readonly string[]): Explored {
  const reached = new Set<string>()
  const stuck: string[] = []
  for (const facts of situations) {
    const places = everyPlace(journey, facts, beginning(journey, facts, tracks))
    for (const [, { state }] of places) for (const step of standingAt(state.value)) reached.add(step)
    const ending = canEnd(places)
    stuck.push(...places.flatMap(([key]) => (ending.has(key) ? [] : [`${key} when ${JSON.stringify(facts)}`])))
  }
  return { reached, stuck }
}

/**
 * The machine never goes backwards: what a reply opens again, or tells, is where it begins anew. Each such beginning is
 * explored too, and is a way on from the place that led there.
 */
function everyPlace(journey: Journey, facts: Facts, first: Context): readonly Found[] {
  const begun = new Map<string, number>()
  const anew: Context[] = []
  const beginAt = (context: Context) => {
    const key = beginningOf(context)
    const known = begun.get(key)
    if (known !== undefined) return known
    begun.set(key, anew.length)
    anew.push(context)
    return anew.length - 1
  }
  beginAt(first)
  const all: Found[] = []
  for (let at = 0; at < anew.length; at++) {
    if (at > MOST_BEGINNINGS) throw new Error('limit of beginnings')
    const back: { readonly from: string; readonly to: string }[] = []
    const goesBack = (from: Snapshot, context: Context) => {
      const to = beginAt(context)
      back.push({ from: place(from), to: `${to} ${place({ value: settledAt(journey, facts, context), context })}` })
    }
    const found = Object.entries(placesFrom(journey, facts, anew[at] ?? first, goesBack))
    all.push(
      ...found.map(([key, { state, transitions }]): Found => {
        const on = Object.values(transitions).map((next) => `${at} ${place(next.state)}`)
        const anewFrom = back.filter(({ from }) => from === key).map(({ to }) => to)
        return [`${at} ${key}`, { state, next: [...on, ...anewFrom] }]
      }),
    )
  }
  return all
}

const MOST_BEGINNINGS = 2000

/** Days pass however often somebody goes back: they make no new beginning. */
function beginningOf({ happened, facts }: Context): string {
  const { done, aside, asked, replied } = happened as WalkRecord
  const calls = Object.entries(asked).map(([step, { reply, by }]) => [step, reply, by, step in replied])
  return JSON.stringify([facts, Object.keys(done).toSorted(), Object.keys(aside).toSorted(), calls.toSorted()])
}

function settledAt(journey: Journey, facts: Facts, { happened, tracks }: Context): MachineValue {
  return settle(journey, { told: facts as Told, tracks }, happened as WalkRecord).progress.value
}

/** XState types its graph for machines that are written out by hand; ours are made, so the shapes are named here once. */
const adjacent = getAdjacencyMap as unknown as (
  machine: Journey['machine'],
  options: object,
) => Record<string, Adjacent>

function placesFrom(
  { machine, ...journey }: Journey,
  told: Facts,
  input: Context,
  goesBack: (from: Snapshot, context: Context) => void,
): Record<string, Adjacent> {
  return adjacent(machine, {
    input,
    serializeState: place,
    serializeEvent: ({ named }: Sent) => named,
    events: (at: Snapshot) =>
      whatCanHappen({ machine, ...journey }, told, at).filter(({ context }) => {
        if (!mayLeadBack(at.context, context)) return true
        const whole = { machine, ...journey }
        const isForward = JSON.stringify(onward(whole, at, context)) === JSON.stringify(settledAt(whole, told, context))
        if (!isForward) goesBack(at, context)
        return isForward
      }),
    limit: 5000,
  })
}

type Adjacent = { readonly state: Snapshot; readonly transitions: Record<string, { readonly state: Snapshot }> }
/** A place by its name, and the names of those it leads to. */
type Found = readonly [string, { readonly state: Snapshot; readonly next: readonly string[] }]

/** Only what a reply opens again or tells can: all else goes on. */
function mayLeadBack(from: Context, to: Context): boolean {
  const isGone = (before: object, after: object) => Object.keys(before).some((key) => !(key in after))
  return (
    JSON.stringify(from.facts) !== JSON.stringify(to.facts) ||
    isGone(from.happened.done, to.happened.done) ||
    isGone(from.happened.replied, to.happened.replied)
  )
}

/** Where the machine goes by itself. */
function onward({ machine }: Journey, { value, context: from }: Snapshot, context: Context): MachineValue {
  const [next] = transition(machine, machine.resolveState({ value, context: from } as never), {
    type: 'happened',
    context,
  } as never)
  return next.value as MachineValue
}
function canEnd(places: readonly Found[]): ReadonlySet<string> {
  const comesFrom = new Map<string, string[]>()
  for (const [from, { next }] of places) for (const to of next) comesFrom.set(to, [...(comesFrom.get(to) ?? []), from])
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
  return withCalls(journey, facts, { facts, happened: onTheClock(journey, facts as Told, record), tracks })
}

/** Every open step is gone through, every "perhaps" put aside, another reply tried, or time passes. */
function whatCanHappen(journey: Journey, facts: Facts, { value, context }: Snapshot): readonly Sent[] {
  const { tracks } = context
  const told = facts as Told
  const record = context.happened as WalkRecord
  const steps = stepsOf(journey, { told, tracks, progress: { value, record } })
  const open = steps.filter(({ status }) => status === 'todo')
  const due = nextDue(steps, record)
  const ways: readonly (readonly WalkEvent[])[] = [
    ...open.map((step) => goneThrough(step, told, record)),
    ...open.flatMap(({ place, perhaps }) => (perhaps ? [[{ kind: 'aside', step: place.key } as const]] : [])),
    ...(due ? [due.events] : []),
    ...steps.flatMap(({ place: { key, step }, status }) =>
      status === 'waiting' ? otherReplies(repliesOf(step), record.asked[key], key) : [],
    ),
  ]
  return ways.map((events) => ({
    type: 'happened',
    context: withCalls(journey, facts, { ...context, happened: events.reduce(happened, record) }, { value, record }),
    named: JSON.stringify(events),
  }))
}

/** The calls that the machine makes on its way are part of what happened next time. */
function withCalls(
  journey: Journey,
  facts: Facts,
  context: Context,
  from?: { value: MachineValue; record: WalkRecord },
): Context {
  const situation = { told: facts as Told, tracks: context.tracks }
  const record = context.happened as WalkRecord
  const moved = from ? carryOn(journey, situation, from, record) : settle(journey, situation, record)
  return contextOf(situation, moved.progress.record)
}

/** A reply is chosen once: whoever chooses again and again goes back again and again. */
function otherReplies(replies: readonly Reply[], call: Call | undefined, step: StepKey): readonly WalkEvent[][] {
  if (!call || call.by) return []
  return replies
    .filter(({ id }) => id !== call.reply)
    .map((reply) => [{ kind: 'tried', step, by: 'walker', ...callFor(reply, call.on) }])
}
