import type { Step } from '#src/journey/definition.ts'
import type { StepProgress } from './progress.ts'

/** What a situation costs a person on one side: contacts made, details asked for, steps that take care of themselves. */
export type Burden = { readonly contacts: number; readonly papers: number; readonly automatic: number }

type Side = {
  readonly automation: 'none' | 'partial' | 'full'
  readonly contacts?: number | undefined
  readonly asks_for?: readonly string[] | undefined
}
type Served = Exclude<Step, { kind: 'question' }>

/** Sums the steps that concern the walker; steps put aside, questions and steps without figures add nothing. */
export function burdenOf(steps: readonly Pick<StepProgress, 'place' | 'status'>[]): {
  readonly today: Burden
  readonly proposed: Burden
} {
  const served = steps
    .filter(({ status }) => status !== 'aside')
    .flatMap(({ place }) => (place.step.kind === 'question' ? [] : [place.step]))
  return { today: sum(served, ({ today }) => today), proposed: sum(served, ({ proposed }) => proposed) }
}

function sum(steps: readonly Served[], sideOf: (step: Served) => Side): Burden {
  const sides = steps.map(sideOf)
  return {
    contacts: sides.reduce((total, { contacts }) => total + (contacts ?? 0), 0),
    papers: sides.reduce((total, { asks_for }) => total + (asks_for?.length ?? 0), 0),
    automatic: sides.filter(({ automation }) => automation === 'full').length,
  }
}
