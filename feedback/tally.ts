import type { Answer } from './answer.ts'
import { optionsOf } from './answer.ts'
import { rulesOf } from './kinds.ts'
import type { Prompt } from './prompt.ts'
import { BINS, binCounts } from './weighing/distribution.ts'

export type OptionCount = { readonly option: string; readonly n: number }

/** How many answers hold each option of a prompt: every option in its order, zero included. Answers, not shares. */
export function tally(prompt: Prompt, answers: readonly Answer[]): readonly OptionCount[] {
  const counts: Record<string, number> = {}
  for (const answer of answers) {
    const option = answer.kind === prompt.kind ? optionOf(answer) : undefined
    if (option !== undefined) counts[option] = (counts[option] ?? 0) + 1
  }
  return countOptions(prompt, counts)
}

/**
 * The same from ready counts by option (an SQL group by); counts of options the prompt does not have are left out. Stances
 * on a proposition are counted by the nine bins of their distribution.
 */
export function countOptions(prompt: Prompt, counts: Readonly<Record<string, number>>): readonly OptionCount[] {
  if (prompt.kind === 'weighing') {
    const bins = binCounts(counts)
    return BINS.map((option) => ({ option, n: bins[option] }))
  }
  return optionsOf(prompt).map((option) => ({ option, n: counts[option] ?? 0 }))
}

/** The closed option an answer holds; undefined for words alone. */
export function optionOf(answer: Answer): string | undefined {
  return rulesOf(answer).optionOf(answer)
}
