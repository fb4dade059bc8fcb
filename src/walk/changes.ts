import type { Journey } from '#src/journey/compile.ts'
import { decidingFacts } from '#src/journey/deciding.ts'
import type { Deadline, StepKey } from '#src/journey/definition.ts'
import type { StepProgress } from './progress.ts'
import type { Told } from './walk.ts'

/** A step that stands otherwise after a changed answer, and why: the facts that decided it, or the steps it waits or waited for. */
export type Consequence = {
  readonly step: StepKey
  readonly facts: readonly string[]
  readonly steps: readonly StepKey[]
}

/** A date of a step before and after, null where there is none; `fact` is the day it is counted from. */
export type MovedDate = {
  readonly step: StepKey
  readonly what: 'due' | 'until'
  readonly before: string | null
  readonly after: string | null
  readonly fact: string | null
}

/** What a changed answer did. Ids and dates alone, so that the walk's events may keep it: no answer stands here. */
export type Consequences = {
  /** did not concern the walker before */
  readonly came: readonly Consequence[]
  /** set aside: does not concern the walker now; what was told and done there is kept */
  readonly gone: readonly Consequence[]
  /** was there, and is open now */
  readonly opened: readonly Consequence[]
  /** was open or waiting for its own turn, and waits for another step or date now */
  readonly held: readonly Consequence[]
  readonly dates: readonly MovedDate[]
}

export type Standing = { readonly told: Told; readonly steps: readonly StepProgress[] }
type Between = {
  readonly journey: Journey
  readonly before: Standing
  readonly after: Standing
  /** names of the answers that are otherwise now */
  readonly changed: readonly string[]
}

/** What is otherwise after an answer was changed; undefined where nothing but the answer is. The changed step itself is no news. */
export function consequencesOf(between: Between, own: StepKey): Consequences | undefined {
  const before = new Map(between.before.steps.map((step) => [step.place.key, step]))
  const after = new Map(between.after.steps.map((step) => [step.place.key, step]))
  const came = between.after.steps.filter(({ place }) => !before.has(place.key))
  const gone = between.before.steps.filter(({ place }) => !after.has(place.key))
  const both = between.after.steps.flatMap((now): Pair[] => {
    const was = before.get(now.place.key)
    return was && now.place.key !== own ? [{ was, now }] : []
  })
  const all: Consequences = {
    came: came.map(({ place }) => becauseOfFacts(between, place.key)),
    gone: gone.map(({ place }) => becauseOfFacts(between, place.key)),
    opened: both.filter(isOpened).map((pair) => whyOpened(between, pair)),
    held: both.filter(isHeld).map((pair) => whyHeld(between, pair)),
    dates: both.flatMap(movedDates),
  }
  return Object.values(all).some((some) => some.length > 0) ? all : undefined
}

type Pair = { readonly was: StepProgress; readonly now: StepProgress }

function isOpened({ was, now }: Pair): boolean {
  return now.status === 'todo' && was.status !== 'todo'
}

function isHeld({ was, now }: Pair): boolean {
  if (was.status === 'todo') return now.status === 'blocked' || now.status === 'waiting'
  return was.status === 'waiting' && now.status === 'blocked'
}

function becauseOfFacts({ journey, before, after, changed }: Between, step: StepKey): Consequence {
  const when = journey.places.get(step)?.step.when
  const named = journey.definition.conditions ?? {}
  const facts =
    when === undefined ? [] : decidingFacts(when, named, { before: before.told, after: after.told, changed })
  return { step, facts, steps: [] }
}

/** What had come first does not any more, or it is certain now that the step concerns the walker, or its day has come. */
function whyOpened(between: Between, { was, now }: Pair): Consequence {
  if (was.status === 'blocked') return { step: now.place.key, facts: [], steps: was.after }
  if (was.status === 'waiting') return becauseOfDate(between, now)
  return becauseOfFacts(between, now.place.key)
}

function whyHeld(between: Between, { now }: Pair): Consequence {
  return now.status === 'waiting' ? becauseOfDate(between, now) : { step: now.place.key, facts: [], steps: now.after }
}

/** The day a wait is counted from, or the day the clock of the walk begins. */
function becauseOfDate({ journey, changed }: Between, { place }: StepProgress): Consequence {
  const days = [factOf(place.step.waits?.from), journey.definition.starts_on]
  return { step: place.key, facts: changed.filter((name) => days.includes(name)), steps: [] }
}

function movedDates({ was, now }: Pair): readonly MovedDate[] {
  const { key, step } = now.place
  if (now.status === 'done' || now.status === 'aside') return []
  const due = { step: key, what: 'due', ...dates(was.due, now.due), fact: factOf(step.deadline?.from) } as const
  const until = { step: key, what: 'until', ...dates(was.until, now.until), fact: factOf(step.waits?.from) } as const
  const isStillWaiting = was.status === 'waiting' && now.status === 'waiting'
  return [...(was.due === now.due ? [] : [due]), ...(isStillWaiting && was.until !== now.until ? [until] : [])]
}

function dates(before: string | undefined, after: string | undefined) {
  return { before: before ?? null, after: after ?? null }
}

function factOf(from: Deadline['from'] | undefined): string | null {
  return typeof from === 'string' ? from : null
}
