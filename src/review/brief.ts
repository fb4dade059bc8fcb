import { smoothed, wilson } from '#feedback/interval.ts'
import type { Prompt } from '#feedback/prompt.ts'
import type { Definition, StepKey } from '#src/journey/definition.ts'
import type { TraitReach } from '#src/trial/reach.ts'
import type { Trial } from '#src/trial/trial.ts'
import type { Figure } from './figure.ts'
import type { PromptRow } from './prompt-report.ts'
import type { LateShare, PublicAnswer, PublicAnswers } from './published.ts'
import { isSameStep } from './response-steps.ts'
import type { WeighingFigures } from './weighing-report.ts'

/**
 * When a brief dares to say that something holds or divides. Participation.md 2.1 wants n of at least 20; a trial of
 * 30 to 80 people asks each question some ten times, so the bar is lower here and printed beside each list.
 */
export const THRESHOLDS = { n: 10, holds: 0.7, side: 0.3 } as const

/** One line of a list: what was asked where, and the counts it rests on. Every figure has passed the disclosure rule. */
export type BriefLine = {
  readonly version: number
  readonly step: StepKey
  readonly prompt: Prompt
  readonly for: number
  readonly against: number
  readonly of: number
  /** 90 % Wilson interval of the share for */
  readonly low: number
  readonly high: number
}

export type Brief = {
  readonly trial: Trial
  /** after the close everything is everyone's; before it mandate, counts and answers only */
  readonly isOpenToAll: boolean
  readonly walks: { readonly started: Figure; readonly finished: Figure; readonly spoke: Figure }
  readonly holds: readonly BriefLine[]
  readonly divides: readonly BriefLine[]
  readonly decide: {
    /** steps whose proposal needs a law or is not agreed with anyone, where something holds or divides */
    readonly steps: readonly StepKey[]
    readonly undecided: readonly PublicAnswer[]
  }
  readonly answers: readonly PublicAnswer[]
  readonly late: readonly (LateShare | PublicAnswer)[]
  readonly reach: readonly TraitReach[]
  readonly measures: Measures
}

/** The OECD's three words as measures. */
export type Measures = {
  /** too little: people who said something, of those who walked */
  readonly spoke: Figure
  readonly started: Figure
  /** too narrow: cells that were wanted and not reached */
  readonly missing: readonly {
    readonly trait: string
    readonly value: string
    readonly wanted: number
    readonly n: Figure
  }[]
  /** too late: days from the first word to the first published decision, or how many have passed without one */
  readonly days: number | undefined
  readonly isDecided: boolean
}

type Sources = {
  readonly trial: Trial
  readonly definition: Definition
  readonly walks: Brief['walks']
  readonly rows: readonly PromptRow[]
  readonly published: PublicAnswers
  readonly reach: readonly TraitReach[]
  readonly firstWordOn: string | undefined
  /** today's calendar date */
  readonly today: string
}

/** Puts the brief together from figures and answers that are disclosed already; it counts nothing of its own. */
export function briefOf(sources: Sources): Brief {
  const { trial, definition, walks, rows, published, reach } = sources
  const lines = rows.flatMap(lineOf)
  const holds = lines.filter((line) => smoothed(line.for, line.of) >= THRESHOLDS.holds)
  const divides = lines.filter(({ for: agree, against, of }) => Math.min(agree, against) / of >= THRESHOLDS.side)
  const decided = published.answers.filter(({ state }) => state !== 'received' && state !== 'under-review')
  const undecided = published.answers.filter((answer) => !decided.includes(answer))
  return {
    trial,
    isOpenToAll: trial.stage === 'closed',
    walks,
    holds: holds.toSorted((one, other) => other.low - one.low),
    divides: divides.toSorted((one, other) => split(other) - split(one)),
    decide: { steps: openSteps(definition, [...holds, ...divides]), undecided },
    answers: decided,
    late: [...published.late, ...published.answers.filter(({ isOverdue }) => isOverdue)],
    reach,
    measures: measuresOf(sources, decided),
  }
}

/** The two ends of a closed question, or nothing: an open answer has no sides, and withheld counts say nothing. */
function lineOf(row: PromptRow): readonly BriefLine[] {
  const { version, key, prompt } = row
  const { agree, against, of } = row.weighing ? weighed(row.weighing) : answered(row)
  if (of === undefined || agree === undefined || against === undefined || of < THRESHOLDS.n) return []
  const { low, high } = wilson(agree, of)
  return [{ version, step: key, prompt, for: agree, against, of, low, high }]
}

function answered({ prompt, of, options }: PromptRow) {
  const sides = SIDES[prompt.kind]
  const count = (option: string | undefined) => options.find((one) => one.option === option)?.n
  return { agree: count(sides?.[0]), against: count(sides?.[1]), of }
}

function weighed({ people }: WeighingFigures) {
  return { agree: people.for, against: people.against, of: people.n }
}

const SIDES: { readonly [K in Prompt['kind']]?: readonly [string, string] } = {
  statement: ['agree', 'disagree'],
  rating: ['yes', 'no'],
  'data-sharing': ['yes', 'no'],
  automation: ['do-it', 'let-me'],
}

/** 4·p·q: 1 when the sides are even (participation.md 2.0, split index). */
function split({ for: agree, against, of }: BriefLine): number {
  return (4 * agree * against) / (of * of)
}

function openSteps(definition: Definition, lines: readonly BriefLine[]): readonly StepKey[] {
  const heard = [...new Set(lines.map(({ step }) => step))]
  return Object.entries(definition.tracks).flatMap(([track, { steps }]) =>
    steps
      .filter(
        (step) =>
          step.kind !== 'question' && step.proposed.feasibility !== 'exists' && step.proposed.feasibility !== 'agreed',
      )
      .filter((step) => heard.some((key) => isSameStep(`${track}/${step.id}`, step, key)))
      .map(({ id }): StepKey => `${track}/${id}`),
  )
}

const DAY = 24 * 60 * 60 * 1000

function measuresOf({ walks, reach, firstWordOn, today }: Sources, decided: readonly PublicAnswer[]): Measures {
  const decisions = decided.flatMap(({ decidedOn, publishedOn }) => decidedOn ?? publishedOn ?? []).toSorted()
  const until = decisions[0] ?? today
  const missing = reach.flatMap(({ trait, cells }) =>
    cells.flatMap(({ value, wanted, n }) =>
      wanted !== undefined && (n ?? 0) < wanted ? [{ trait, value, wanted, n }] : [],
    ),
  )
  return {
    spoke: walks.spoke,
    started: walks.started,
    missing,
    days:
      firstWordOn === undefined
        ? undefined
        : Math.max(0, Math.round((Date.parse(until) - Date.parse(firstWordOn)) / DAY)),
    isDecided: decisions.length > 0,
  }
}
