import type { Prompt } from '#feedback/prompt.ts'
import { countOptions } from '#feedback/tally.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { addUp, type Figure, figure, figuresOf } from './figure.ts'
import type { OptionCount, PromptCounts } from './review-store.ts'
import type { WeighingFigures } from './weighing-report.ts'

/**
 * What was said at one prompt, as it may be shown. `of` is the denominator: those who chose an option, or at an open
 * question, which has the one option `''`, those it was shown to.
 */
export type PromptRow = {
  readonly version: number
  readonly key: StepKey
  readonly prompt: Prompt
  readonly of: Figure
  readonly options: readonly { readonly option: string; readonly n: Figure }[]
  /** what weighing a proposition adds up to besides */
  readonly weighing?: WeighingFigures | undefined
}
/** the raw counts of one mode of walks */
export type SaidCounts = {
  readonly prompts: readonly PromptCounts[]
  readonly options: readonly OptionCount[]
  /** whether a filter may tell of a prompt; without it all may be told */
  readonly isTellable?: ((step: StepKey, prompt: string) => boolean) | undefined
}

/** Every prompt of the given steps in the order of the journey; several modes are withheld one by one, then added up. */
export function promptRows(
  prompts: ReadonlyMap<StepKey, readonly Prompt[]>,
  steps: readonly StepKey[],
  version: number,
  counts: readonly SaidCounts[],
): readonly PromptRow[] {
  return steps.flatMap((key) =>
    (prompts.get(key) ?? []).map((prompt) => ({ version, key, prompt, ...together(counts, key, prompt) })),
  )
}

type Said = Pick<PromptRow, 'of' | 'options'>

function together(counts: readonly SaidCounts[], key: StepKey, prompt: Prompt): Said {
  const modes = counts.map((mode) => saidIn(mode, key, prompt))
  const [first] = modes
  return {
    of: addUp(modes.map(({ of }) => of)),
    options: (first?.options ?? []).map(({ option }, i) => ({
      option,
      n: addUp(modes.map(({ options }) => options[i]?.n)),
    })),
  }
}

function saidIn(counts: SaidCounts, key: StepKey, prompt: Prompt): Said {
  const said = countedIn(counts, key, prompt)
  if (counts.isTellable?.(key, prompt.id) ?? true) return said
  return { of: undefined, options: said.options.map(({ option }) => ({ option, n: undefined })) }
}

function countedIn({ prompts, options }: SaidCounts, key: StepKey, prompt: Prompt): Said {
  const isHere = (one: { readonly step: StepKey; readonly prompt: string }) =>
    one.step === key && one.prompt === prompt.id
  if (prompt.kind === 'open') {
    const counts = prompts.find(isHere)
    return { of: figure(counts?.shown ?? 0), options: [{ option: '', n: figure(counts?.answered ?? 0) }] }
  }
  return chosen(prompt, Object.fromEntries(options.filter(isHere).map(({ option, n }) => [option, n])))
}

function chosen(prompt: Prompt, byOption: Readonly<Record<string, number>>): Said {
  const counts = countOptions(prompt, byOption)
  const of = figure(counts.reduce((sum, { n }) => sum + n, 0))
  const shown = figuresOf(counts.map(({ n }) => n))
  return { of, options: counts.map(({ option, n }, i) => ({ option, n: of === undefined ? figure(n) : shown[i] })) }
}
