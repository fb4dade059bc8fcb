import { hash } from './hash.ts'

export type StepCount = { readonly step: string; readonly answered: number; readonly shown: number }
export type PromptShown = { readonly id: string; readonly shown: number; readonly answered: number }
export type Allocation = {
  /** the step the walker opens now */
  readonly step: string
  /** its light prompts, with how many walkers each was shown to and answered by */
  readonly prompts: readonly PromptShown[]
  /** the steps with prompts that this walker may still meet and has not opened yet, this one included */
  readonly ahead: readonly StepCount[]
  /** prompts this walk has been offered already */
  readonly used: number
  /** prompts offered in a walk at most */
  readonly budget?: number | undefined
  /** answers wanted at every step */
  readonly target?: number | undefined
  /** steps that matter more (above 1) or less (below 1) want that many times the target */
  readonly weights?: Readonly<Record<string, number>> | undefined
  /** differs from walk to walk */
  readonly seed: string
}

/** Light prompts offered in one walk at most, unless a trial wants otherwise. */
export const BUDGET = 7

// Without this, a step that everybody skips would stay first for ever and take the others' place.
const UNANSWERED_PER_ANSWER = 4

/**
 * The id of the one light prompt to offer at this step, or undefined. The walk's remaining budget goes to the steps
 * ahead that have been heard least, so that a later step is not starved by the earlier ones. Nobody is asked at a step
 * that has its target. Being heard is answers; four showings without an answer count as one. Ties by fewest shown,
 * then by the seed.
 *
 * Simulated with 40 walkers, 50 steps, everybody answering: every step gets 4 to 6 answers (5.6 is the mean) when they
 * walk one after another, 4 to 9 when eight walk side by side. A limit: when all forty walk side by side from the first
 * step, the steps ahead always look unheard, early steps end near 1 and now and then at 0. To mend that the counts
 * would have to say how many walks have opened each step.
 */
export function allocate(input: Allocation): string | undefined {
  const { step, ahead, used, budget = BUDGET, target = 10, weights = {}, seed } = input
  const ranked = ahead
    .map((one) => ({ ...one, weight: weights[one.step] ?? 1, tie: hash(`${seed} ${one.step}`) }))
    .filter(({ answered, weight }) => answered < target * weight)
    .map((one) => ({ ...one, heard: heard(one) / one.weight }))
    .sort((one, other) => one.heard - other.heard || one.shown - other.shown || one.tie - other.tie)
  const isOffered = ranked.slice(0, Math.max(0, budget - used)).some((one) => one.step === step)
  return isOffered ? leastShown(input.prompts, seed) : undefined
}

function heard({ answered, shown }: StepCount): number {
  return answered + Math.max(0, shown - answered) / UNANSWERED_PER_ANSWER
}

function leastShown(prompts: readonly PromptShown[], seed: string): string | undefined {
  const [first] = prompts
    .map(({ id, shown }) => ({ id, shown, tie: hash(`${seed} ${id}`) }))
    .sort((one, other) => one.shown - other.shown || one.tie - other.tie)
  return first?.id
}
