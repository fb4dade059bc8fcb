import { type Difference, differenceOf, type Share } from '#feedback/difference.ts'
import { disclose } from '#feedback/disclosure.ts'
import type { Prompt } from '#feedback/prompt.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { COMPARED, type Compared } from './compare-versions.ts'
import { CONTENT } from './heat.ts'
import type { OptionCount, StepCounts } from './review-store.ts'

/** Raw counts of a version: of all, or of those told a step in one way. */
export type WayCounts = { readonly steps: readonly StepCounts[]; readonly options: readonly OptionCount[] }
export type ComparedWays = {
  readonly measure: Compared
  readonly first: Share
  readonly second: Share
  readonly difference: Difference
}
type StepAsked = { readonly key: StepKey; readonly prompts: readonly Prompt[] }

/**
 * How a step was met by those told it in one way and in the other, measure by measure. The step's totals stand on its own
 * page: so a measure is shown only where nobody on either side of either way, nor of those in neither, is one of a few.
 * Then no total minus a shown figure tells of fewer than the threshold either.
 */
export function compareWays(
  asked: StepAsked,
  { all, first, second }: { readonly all: WayCounts; readonly first: WayCounts; readonly second: WayCounts },
): readonly ComparedWays[] {
  return COMPARED.flatMap((measure) => {
    const [one, other] = [shareOf(measure, asked, first), shareOf(measure, asked, second)]
    const whole = shareOf(measure, asked, all)
    const rest = { k: whole.k - one.k - other.k, n: whole.n - one.n - other.n }
    if (one.n === 0 || other.n === 0 || ![one, other, rest].every(isTellable)) return []
    return [{ measure, first: one, second: other, difference: differenceOf(one, other) }]
  })
}

function isTellable({ k, n }: Share): boolean {
  return disclose(k) !== undefined && disclose(n - k) !== undefined
}

function shareOf(measure: Compared, { key, prompts }: StepAsked, { steps, options }: WayCounts): Share {
  const counts = steps.find(({ step }) => step === key)
  if (measure === 'left') return { k: counts?.left ?? 0, n: counts?.reached ?? 0 }
  if (measure === 'skipped') return { k: counts?.skipped ?? 0, n: counts?.shown ?? 0 }
  const ids = new Set(prompts.filter((prompt) => isOf(measure, prompt)).map(({ id }) => id))
  const said = options.filter(({ step, prompt }) => step === key && ids.has(prompt))
  const sum = (rows: readonly OptionCount[]) => rows.reduce((total, { n }) => total + n, 0)
  return { k: sum(said.filter(({ option }) => CONTENT.has(option))), n: sum(said) }
}

function isOf(measure: Compared, prompt: Prompt): boolean {
  if (measure === 'sharing') return prompt.kind === 'data-sharing'
  return prompt.kind === 'rating' && (prompt.of === 'trust') === (measure === 'trust')
}
