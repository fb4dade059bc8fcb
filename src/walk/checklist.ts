import type { Step } from '#src/journey/definition.ts'
import type { StepProgress } from './progress.ts'

/** What is to be done, by whomever: not what is asked, told or chosen in the trial. */
const REAL: readonly Step['kind'][] = ['task', 'automatic', 'mandate']

/** What really happens today at the steps that concern the walker: what is theirs to do, and what takes care of itself. */
export function realToday(steps: readonly StepProgress[]): {
  readonly own: readonly StepProgress[]
  readonly automatic: readonly StepProgress[]
} {
  const real = steps.filter(({ status, place: { step } }) => status !== 'aside' && REAL.includes(step.kind))
  const isAutomatic = ({ place: { step } }: StepProgress) =>
    step.kind !== 'question' && step.today.automation === 'full'
  return { own: real.filter((step) => !isAutomatic(step)), automatic: real.filter(isAutomatic) }
}
