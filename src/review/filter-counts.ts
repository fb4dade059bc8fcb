import type { StepKey } from '#src/journey/definition.ts'
import { both, countOf, type People, peopleOf } from './filter-people.ts'
import type { FilteredWalk, Met } from './filter-store.ts'
import type { SaidCounts } from './prompt-report.ts'
import type { PromptCounts, StepCounts } from './review-store.ts'
import type { TellableCounts } from './step-report.ts'

type StepFigure = Exclude<keyof StepCounts, 'step'>
type PromptFigure = 'shown' | 'answered' | 'skipped' | 'chosen'
/** Whom one figure counts. `chosen` stands with its option. */
type AtStep = { readonly step: StepKey; readonly figure: StepFigure; readonly people: People }
type AtPrompt = {
  readonly step: StepKey
  readonly prompt: string
  readonly figure: PromptFigure
  readonly option: string
  readonly people: People
}
export type Columns = { readonly steps: readonly AtStep[]; readonly prompts: readonly AtPrompt[] }

/** Every figure of a version as the set of those whom it counts, by the definitions of the unfiltered counts. */
export function columnsOf(walks: readonly FilteredWalk[], met: Met): Columns {
  const numbers = new Map(walks.map(({ walk }, i) => [walk, i]))
  const setsOf = <Row extends { readonly walk: string }>(rows: readonly Row[], key: (row: Row) => string) =>
    [...Map.groupBy(rows, key)].map(([name, some]) => ({
      place: JSON.parse(name) as [StepKey, string, string],
      people: peopleOf(
        walks.length,
        some.flatMap(({ walk }) => numbers.get(walk) ?? []),
      ),
    }))
  const atStep = (figure: StepFigure, rows: readonly { walk: string; step: StepKey }[]) =>
    setsOf(rows, ({ step }) => JSON.stringify([step])).map(({ place: [step], people }) => ({ step, figure, people }))
  const atPrompt = (
    figure: PromptFigure,
    rows: readonly { walk: string; step: StepKey; prompt: string; option?: string | undefined }[],
  ) =>
    setsOf(rows, ({ step, prompt, option = '' }) => JSON.stringify([step, prompt, option])).map(
      ({ place: [step, prompt, option], people }) => ({ step, prompt, figure, option, people }),
    )
  const placeOf = ({ walk, step, prompt }: { walk: string; step: string; prompt: string }) =>
    `${walk} ${step} ${prompt}`
  const spokeAt = new Set(met.said.map(({ walk, step }) => `${walk} ${step}`))
  const answered = new Set(met.said.map(placeOf))
  const skipped = met.shown.filter((row) => row.skipped)
  return {
    steps: [
      ...atStep('reached', met.reached),
      ...atStep('shown', met.shown),
      ...atStep('answered', met.said),
      ...atStep(
        'skipped',
        skipped.filter(({ walk, step }) => !spokeAt.has(`${walk} ${step}`)),
      ),
      ...atStep('left', met.left),
      ...atStep('aside', met.aside),
    ],
    prompts: [
      ...atPrompt(
        'shown',
        met.shown.map(({ walk, step, prompt }) => ({ walk, step, prompt })),
      ),
      ...atPrompt(
        'answered',
        met.shown.filter((row) => answered.has(placeOf(row))).map(({ walk, step, prompt }) => ({ walk, step, prompt })),
      ),
      ...atPrompt(
        'skipped',
        skipped.filter((row) => !answered.has(placeOf(row))).map(({ walk, step, prompt }) => ({ walk, step, prompt })),
      ),
      ...atPrompt(
        'chosen',
        met.said.filter(({ option }) => option !== undefined),
      ),
    ],
  }
}

const NONE = { reached: 0, shown: 0, answered: 0, skipped: 0, left: 0, aside: 0 }

/** The counts of those selected; what may not be told has none. */
export function stepCountsIn(
  { steps }: Columns,
  chosen: People,
  isTellable: (people: People) => boolean,
): readonly TellableCounts[] {
  return [...Map.groupBy(steps, ({ step }) => step)].map(([step, figures]) => ({
    step,
    ...NONE,
    ...Object.fromEntries(
      figures.map(({ figure, people }) => [figure, isTellable(people) ? countOf(both(people, chosen)) : undefined]),
    ),
  }))
}

/** A prompt is told whole or not at all: one withheld answer could be had from the sum of the others. */
export function saidCountsIn(
  { prompts }: Columns,
  chosen: People,
  isTellable: (people: People) => boolean,
): SaidCounts {
  const nameOf = (step: StepKey, prompt: string) => `${step} ${prompt}`
  const byPrompt = Map.groupBy(prompts, ({ step, prompt }) => nameOf(step, prompt))
  const untold = new Set(
    [...byPrompt].flatMap(([name, all]) => (all.every(({ people }) => isTellable(people)) ? [] : [name])),
  )
  const n = (people: People) => countOf(both(people, chosen))
  return {
    prompts: [...byPrompt.values()].flatMap((all): PromptCounts[] => {
      const [first] = all
      if (!first) return []
      const of = (wanted: PromptFigure) =>
        all.flatMap(({ figure, people }) => (figure === wanted ? n(people) : []))[0] ?? 0
      const { step, prompt } = first
      return [{ step, prompt, shown: of('shown'), answered: of('answered'), skipped: of('skipped') }]
    }),
    options: prompts.flatMap(({ step, prompt, figure, option, people }) =>
      figure === 'chosen' ? [{ step, prompt, option, n: n(people) }] : [],
    ),
    isTellable: (step, prompt) => !untold.has(nameOf(step, prompt)),
  }
}
