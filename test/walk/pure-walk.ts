import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { compile, type Journey } from '#src/journey/compile.ts'
import { type Definition, type Facts, mandateName, repliesOf, type StepKey } from '#src/journey/definition.ts'
import { readDefinition, readPersonas } from '#src/journey/notation.ts'
import type { Go } from '#src/walk/answer-step.ts'
import type { Here } from '#src/walk/here.ts'
import { timePassed } from '#src/walk/let-time-pass.ts'
import { NOTHING_YET, type StepProgress, settle, stepsOf } from '#src/walk/progress.ts'
import { namesOf } from '#src/walk/read-told.ts'
import { type Forward, stepForward } from '#src/walk/step-forward.ts'
import { replyTried } from '#src/walk/try-reply.ts'
import type { Progress, Told, WalkEvent } from '#src/walk/walk.ts'

/** A walk without storage: what the verbs keep of it, and nothing else. */
export type PureWalk = {
  readonly journey: Journey
  readonly tracks: readonly string[] | undefined
  readonly told: Told
  readonly progress: Progress
  readonly events: readonly WalkEvent[]
}
/** Which of several open steps is taken next: a number for each turn. */
export type Turns = readonly number[]

const folder = new URL('../../journeys/death-of-a-relative/', import.meta.url)
export const SHIPPED = definitionIn('journey.yaml')
export const DEATH_OF_A_RELATIVE = compile(SHIPPED)

function definitionIn(file: string): Definition {
  const read = readDefinition(readFileSync(new URL(file, folder), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return read.definition
}

export function personas() {
  const read = readPersonas(readFileSync(new URL('personas.yaml', folder), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return read.personas
}

/** Aino's mother died in a hospital; she left a flat, insurance and no will. */
export const AINO: Facts = {
  died_on: '2026-03-01',
  place: 'hospital',
  lived_in_finland: true,
  church: 'member',
  lived_abroad: false,
  nordic_citizen: false,
  relation: 'child',
  common_minor_child: false,
  minor_heir: false,
  will: false,
  prenup: false,
  dispute: false,
  rental_home: false,
  housing_shares: true,
  real_estate: false,
  vehicle: false,
  foreign_assets: false,
  debts_exceed: false,
  no_means: false,
  insurance: true,
  employed: false,
  had_benefits: true,
  student_loan: false,
  business: false,
  heir_in_debt: false,
  funeral_by: 'funeral-home',
  inventory_by: 'ourselves',
}

export function begin(journey: Journey = DEATH_OF_A_RELATIVE, tracks?: readonly string[]): PureWalk {
  const { progress } = settle(journey, { told: {}, tracks }, NOTHING_YET)
  return { journey, tracks, told: {}, progress, events: [{ kind: 'opened' }] }
}

export function steps(walk: PureWalk): readonly StepProgress[] {
  return stepsOf(walk.journey, walk)
}

export function stepOf(walk: PureWalk, key: string): StepProgress {
  const step = steps(walk).find(({ place }) => place.key === key)
  if (!step) throw new Error(`${key} does not concern this walker`)
  return step
}

export function statusOf(walk: PureWalk, key: string): StepProgress['status'] | undefined {
  return steps(walk).find(({ place }) => place.key === key)?.status
}

export function openSteps(walk: PureWalk): readonly StepKey[] {
  return steps(walk).flatMap(({ place, status }) => (status === 'todo' ? [place.key] : []))
}

/** Everything the overview shows of the steps. */
export function overview(walk: PureWalk) {
  return steps(walk).map(({ place, ...shown }) => ({ key: place.key, ...shown }))
}

export function hereOf(walk: PureWalk): Here {
  const { journey, tracks, told, progress } = walk
  const { definition } = journey
  const about = {
    journey: definition.id,
    hash: 'h',
    personas: [],
    author: 'shipped',
    note: undefined,
    publishedAt: 0,
    changes: [],
  }
  return {
    walk: {
      ...{ id: 'w', participant: 'aino', journey: definition.id, version: 1, hash: 'h', mode: 'own', rev: 0 },
      ...{
        persona: undefined,
        tracks,
        language: 'fi',
        progress,
        lastStep: undefined,
        outcomeAt: undefined,
        trial: undefined,
        channel: undefined,
      },
      ...{ openedAt: 0, touchedAt: 0 },
    } as Here['walk'],
    told,
    steps: steps(walk),
    version: { ...about, number: 1, definition },
    journey,
    prompts: new Map(),
  }
}

/** The form of a step, as `answerStep` takes it. */
export function forward(walk: PureWalk, key: string, answers: Told = {}, go: Go = 'on'): Forward {
  return stepForward(hereOf(walk), stepOf(walk, key), answers, go)
}

export function after(walk: PureWalk, { events, progress, told }: Pick<Forward, 'events' | 'progress' | 'told'>) {
  return { ...walk, progress, told: { ...walk.told, ...told }, events: [...walk.events, ...events] }
}

export function answered(walk: PureWalk, key: string, answers: Told = {}, go: Go = 'on'): PureWalk {
  return after(walk, forward(walk, key, answers, go))
}

/** Lets time pass; the very same walk when nothing waits. */
export function later(walk: PureWalk): PureWalk {
  const passed = timePassed(hereOf(walk))
  return passed ? after(walk, { ...passed, told: {} }) : walk
}

/** What somebody in a situation answers at a step: consents are given, what they do not say is not known. */
export function answersAt({ place }: StepProgress, facts: Facts): Told {
  const names = namesOf(place.step)
  return Object.fromEntries(names.map((name) => [name, place.step.kind === 'consent' ? 'yes' : (facts[name] ?? null)]))
}

/** Another of a step's replies is played; the very same walk where the step asked nobody or replies so already. */
export function anotherReply(walk: PureWalk, key: string, reply: string): PureWalk {
  const played = replyTried(hereOf(walk), key as StepKey, { reply, by: 'walker', onlyNow: false })
  return played ? after(walk, { ...played, told: {} }) : walk
}

/** Replies that could come instead of those that will come, or came. */
function otherReplies(walk: PureWalk): readonly { readonly key: StepKey; readonly reply: string }[] {
  const { asked } = walk.progress.record
  return steps(walk).flatMap(({ place: { key, step } }) =>
    repliesOf(step).flatMap(({ id }) => (asked[key] && asked[key].reply !== id ? [{ key, reply: id }] : [])),
  )
}

/** Like `turn`, but a "perhaps" may also be put aside, and what was put aside taken up again. */
export function wayward(walk: PureWalk, facts: Facts, pick = 0): PureWalk {
  const set = steps(walk).filter(({ status }) => status === 'aside')
  const perhaps = steps(walk).filter(({ status, perhaps }) => status === 'todo' && perhaps)
  const [mood, which] = [pick % 4, Math.floor(pick / 4)]
  const others = pick === 10 ? otherReplies(walk) : []
  const other = others[walk.events.length % others.length]
  if (other) return anotherReply(walk, other.key, other.reply)
  const choices = [perhaps, set][mood] ?? []
  const step = choices[which % choices.length]
  if (!step) return turn(walk, facts, pick)
  return answered(walk, step.place.key, mood === 0 ? {} : answersAt(step, facts), mood === 0 ? 'aside' : 'on')
}

/** One more turn: an open step is gone through, or, when none is open or time is what comes next, time passes. */
export function turn(walk: PureWalk, facts: Facts, pick = 0): PureWalk {
  const open = openSteps(walk)
  const choice = pick % (open.length + 1)
  const key = open[choice] ?? undefined
  if (key) return answered(walk, key, answersAt(stepOf(walk, key), facts))
  const passed = later(walk)
  const first = open[0]
  return passed === walk && first ? answered(walk, first, answersAt(stepOf(walk, first), facts)) : passed
}

export function turns(walk: PureWalk, facts: Facts, picks: Turns, take = wayward): PureWalk {
  return picks.reduce((now, pick) => take(now, facts, pick), walk)
}

/** Walks until nothing is open or waiting; throws when it takes more turns than there are steps and waits. */
export function toTheEnd(walk: PureWalk, facts: Facts, picks: Turns = [0]): PureWalk {
  const most = 3 * walk.journey.places.size
  let now = walk
  for (let i = 0; i < most; i++) {
    const next = turn(now, facts, picks[i % picks.length])
    if (next === now) return now
    now = next
  }
  throw new Error(`still walking after ${most} turns: ${JSON.stringify({ facts, at: now.progress.value })}`)
}

/** Any situation a person can be in: every fact has one of its values, or is not known where that may be said. */
export function anySituation({ facts, tracks = {} }: Anybody): fc.Arbitrary<Facts> {
  const mandates = Object.values(tracks).flatMap(({ steps }) =>
    steps.flatMap((step): [string, fc.Arbitrary<string>][] =>
      step.kind === 'mandate' ? [[mandateName(step), fc.constantFrom('self', ...Object.keys(step.roles))]] : [],
    ),
  )
  return fc.record({
    ...Object.fromEntries(mandates),
    ...Object.fromEntries(
      Object.entries(facts).map(([id, fact]): [string, fc.Arbitrary<string | number | boolean | null>] => {
        const unknown = fact.unknown_allowed ? [null] : []
        if (fact.type === 'choice') return [id, fc.constantFrom(...Object.keys(fact.options), ...unknown)]
        if (fact.type === 'boolean') return [id, fc.constantFrom(true, false, ...unknown)]
        if (fact.type === 'number') return [id, fc.constantFrom(0, 1, 100, ...unknown)]
        return [id, fc.constantFrom('2019-02-28', '2021-12-31', '2025-11-30', '2026-03-01', ...unknown)]
      }),
    ),
  })
}
type Anybody = Pick<Definition, 'facts'> & Partial<Pick<Definition, 'tracks'>>

export const anyTurns = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 90 })
