import type { Answer } from './answer.ts'
import { optionsOf } from './answer.ts'
import { rulesOf } from './kinds.ts'
import type { Prompt } from './prompt.ts'

export type OptionCount = { readonly option: string; readonly n: number }

/** How many answers hold each option of a prompt: every option in its order, zero included. Answers, not shares. */
export function tally(prompt: Prompt, answers: readonly Answer[]): readonly OptionCount[] {
  const chosen = answers.filter((answer) => answer.kind === prompt.kind).map(optionOf)
  return optionsOf(prompt).map((option) => ({ option, n: chosen.filter((one) => one === option).length }))
}

/** The same from ready counts by option (an SQL group by); counts of options the prompt does not have are left out. */
export function countOptions(prompt: Prompt, counts: Readonly<Record<string, number>>): readonly OptionCount[] {
  return optionsOf(prompt).map((option) => ({ option, n: counts[option] ?? 0 }))
}

/** The closed option an answer holds; undefined for words alone. */
export function optionOf(answer: Answer): string | undefined {
  return rulesOf(answer).optionOf(answer)
}
