import { type AnyStateMachine, assign, createMachine, fromPromise } from 'xstate'
import { isBefore } from './calendar.ts'
import { type Prepared, prepare } from './condition.ts'
import { dateAfter } from './dates.ts'
import {
  type Definition,
  type Facts,
  mandateName,
  repliesOf,
  type Step,
  type StepKey,
  type Track,
} from './definition.ts'

/** A step with the place it stands in. */
export type Place = {
  readonly key: StepKey
  readonly track: string
  readonly index: number
  readonly step: Step
  /** true on the path, false passed by, unknown "perhaps": always true for a step without a condition */
  readonly applies: Prepared
}

export type Journey = {
  readonly definition: Definition
  readonly machine: AnyStateMachine
  readonly places: ReadonlyMap<StepKey, Place>
  readonly tracks: ReadonlyMap<string, readonly Place[]>
  /** when each remark holds, by `noteKey` */
  readonly notes: ReadonlyMap<string, Prepared>
  /** the first track: it asks the situation, and the others wait for it */
  readonly situation: string
}

/** What happened at the steps so far; see walk.ts for its keeping. Steps are named `track/step`. */
export type Happened = {
  readonly today: string | null
  readonly done: Readonly<Record<string, string | null>>
  readonly aside: Readonly<Record<string, true>>
  readonly replied: Readonly<Record<string, unknown>>
}
export type Context = {
  readonly facts: Facts
  readonly happened: Happened
  readonly tracks: readonly string[] | undefined
}

export const END = '$end'
const START = '$start'

/**
 * Compiles a definition to one XState parallel machine: a region per track, a state per step, in order.
 *
 * The machine's place is a function of its context alone: the only event, `happened`, replaces the context, and
 * eventless transitions carry every region as far as it can go. So replaying a walk, changing an earlier answer and
 * going on are one and the same computation, and the order in which things happened cannot matter.
 *
 * A step passes on by itself when its condition is `false` (never when it is merely unknown). Inside a step:
 * `gate` until the needed steps are met, then `calling` (an automatic step: its provider's actor is invoked, the
 * invocation comes back as data from the pure `transition()`), or `waiting` until a date, then `open` for the walker.
 * A step that may be done with a mandate goes from `open` to `calling` once somebody has been given one.
 */
export function compile(definition: Definition): Journey {
  const tracks = new Map(Object.entries(definition.tracks).map(([id, track]) => [id, placesOf(definition, id, track)]))
  const places = new Map([...tracks.values()].flat().map((place) => [place.key, place]))
  const situation = [...tracks.keys()][0] ?? ''
  const journey = { definition, places, tracks, situation, notes: notesOf(definition, [...places.values()]) }
  return { ...journey, machine: machineOf(journey) }
}

function placesOf(definition: Definition, track: string, { steps }: Track): readonly Place[] {
  return steps.map((step, index) => ({
    key: `${track}/${step.id}`,
    track,
    index,
    step,
    applies: step.when === undefined ? always : prepare(step.when, definition.conditions ?? {}),
  }))
}

function notesOf(definition: Definition, places: readonly Place[]): ReadonlyMap<string, Prepared> {
  const notes = places.flatMap(({ key, step }) =>
    (step.notes ?? []).map((note) => ({ ...note, key: noteKey(key, note.id) })),
  )
  return new Map(
    notes.map(({ key, when }) => [key, when === undefined ? always : prepare(when, definition.conditions ?? {})]),
  )
}

/** How a remark is named outside its step: `estate/inventory#will`. */
export function noteKey(step: StepKey, note: string): string {
  return `${step}#${note}`
}

const always: Prepared = () => true

function machineOf(journey: Omit<Journey, 'machine'>): AnyStateMachine {
  const { definition } = journey
  const states = Object.fromEntries(
    [...journey.tracks].map(([track, places]) => [track, region(track, places, journey)]),
  )
  return createMachine(
    {
      id: definition.id,
      type: 'parallel',
      context: begin,
      on: { happened: { actions: 'happened' } },
      states,
    } as never,
    {
      actions: { happened: assign(({ event }) => (event as unknown as { context: Context }).context) },
      guards: guardsOf(journey),
      actors: { provider },
    } as never,
  )
}

// Never started: the pure `transition()` only says that it is called, and with what.
const provider = fromPromise(() => new Promise<never>(() => {}))

// XState's pure `transition()` begins the machine anew each time, without input, and throws that beginning away. Stopped
// here it costs nothing; carried through it costs more than the step itself.
const NO_INPUT = new Error('a walk begins with what was told and what happened')

function begin({ input }: { input: unknown }): Context {
  if (input === undefined) throw NO_INPUT
  return input as Context
}

function region(track: string, places: readonly Place[], journey: Omit<Journey, 'machine'>) {
  const first = places[0]?.step.id ?? END
  const states = Object.fromEntries(
    places.map((place, i) => [place.step.id, stepState(place, places[i + 1]?.step.id ?? END)]),
  )
  const begin =
    track === journey.situation
      ? { always: [{ target: first }] }
      : {
          always: [
            { target: END, guard: { type: 'notChosen', params: { track } } },
            { target: first, guard: { type: 'situationTold' } },
          ],
        }
  return { initial: START, states: { [START]: begin, ...states, [END]: { type: 'final' } } }
}

function stepState({ key, step }: Place, next: string) {
  const params = { step: key }
  const inner = step.kind === 'automatic' ? 'calling' : 'open'
  const entry = step.waits ? 'waiting' : inner
  const isCalled = repliesOf(step).length > 0
  return {
    initial: 'gate',
    meta: { step: key },
    always: { target: next, guard: { type: 'left', params } },
    states: {
      gate: { always: [{ target: entry, guard: { type: 'ready', params } }] },
      ...(step.waits ? { waiting: { always: [{ target: inner, guard: { type: 'dateReached', params } }] } } : {}),
      ...(isCalled
        ? {
            calling: {
              invoke: { id: key, src: 'provider', input: params },
              always: [{ target: 'open', guard: { type: 'replied', params } }],
            },
          }
        : {}),
      open: step.kind === 'mandate' ? { always: [{ target: 'calling', guard: { type: 'mandated', params } }] } : {},
    },
  }
}

type Params = { readonly step: StepKey; readonly track: string }
type Guard = (args: { context: Context }, params: Params) => boolean

function guardsOf(journey: Omit<Journey, 'machine'>): Record<string, Guard> {
  return {
    notChosen: ({ context }, { track }) => !isChosen(context, track),
    situationTold: ({ context }) => situationTold(journey, context),
    left: ({ context }, { step }) => isLeft(placeOf(journey, step), context),
    ready: ({ context }, { step }) => isReady(journey, placeOf(journey, step), context),
    replied: ({ context }, { step }) => step in context.happened.replied,
    mandated: ({ context }, { step }) => isMandated(placeOf(journey, step), context),
    dateReached: ({ context }, { step }) => isDateReached(placeOf(journey, step), context),
  }
}

/** A step of this version by its key. Throws where there is none: keys from outside are looked up in `places` first. */
export function placeOf(journey: Pick<Journey, 'places'>, key: StepKey): Place {
  const place = journey.places.get(key)
  if (!place) throw new Error(`no step ${key} in this version`)
  return place
}

/** True for a strand that belongs to the walk: all do where none was chosen. Says nothing of the situation, which always does. */
export function isChosen(context: Pick<Context, 'tracks'>, track: string): boolean {
  return context.tracks === undefined || context.tracks.includes(track)
}

/** Done, passed by because its condition is false, or put aside while nobody can tell whether it concerns the walker. */
function isLeft({ key, applies }: Place, { facts, happened }: Context): boolean {
  if (key in happened.done) return true
  const concerns = applies(facts)
  return concerns === false || (concerns === 'unknown' && key in happened.aside)
}

/** Somebody else was asked to do the step, and has not replied. */
function isMandated(place: Place, context: Context): boolean {
  return (
    !isLeft(place, context) &&
    !(place.key in context.happened.replied) &&
    mandateOf(place.step, context.facts) !== undefined
  )
}

/** Whom the walker has given a mandate to do a step: the id of a role. Undefined where they do it themselves. */
export function mandateOf(step: Step, told: Facts): string | undefined {
  const role = told[mandateName(step)]
  return step.kind === 'mandate' && typeof role === 'string' && Object.hasOwn(step.roles, role) ? role : undefined
}

function situationTold(journey: Omit<Journey, 'machine'>, context: Context): boolean {
  return (journey.tracks.get(journey.situation) ?? []).every((place) => isLeft(place, context))
}

/**
 * Nobody else is called before the clock has begun: nothing happens to a person before they have told when.
 * A step that is left is never ready: XState tries the innermost transition first, and would call its provider on the way.
 */
function isReady(journey: Omit<Journey, 'machine'>, place: Place, context: Context): boolean {
  const { step } = place
  if (repliesOf(step).length > 0 && context.happened.today === null) return false
  return !isLeft(place, context) && (step.needs ?? []).every((need) => isMet(journey, need, context))
}

/** A needed step that is left, or in a strand not chosen, counts as met (journey-definition 3.2). */
export function isMet(journey: Pick<Journey, 'places' | 'situation'>, need: StepKey, context: Context): boolean {
  const place = placeOf(journey, need)
  return isLeft(place, context) || (place.track !== journey.situation && !isChosen(context, place.track))
}

function isDateReached(place: Place, context: Context): boolean {
  const until = waitsUntil(place, context)
  return until === undefined || (context.happened.today !== null && !isBefore(context.happened.today, until))
}

/** The date until which a step waits; undefined when it waits for nothing or its starting date is not known. */
export function waitsUntil({ step }: Place, context: Context): string | undefined {
  return step.waits && dateAfter(step.waits, context)
}
