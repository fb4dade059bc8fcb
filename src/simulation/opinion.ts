import { optionsOf } from '#feedback/answer.ts'
import type { Prompt, PromptKind } from '#feedback/prompt.ts'
import { fieldName } from '#feedback/read-answer.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Fields } from '#src/walk/read-told.ts'
import { REASONS, STATEMENTS } from './own-sentences.ts'
import { drawn, drawnByGroup, drawnForAll, GROUPS, oneOf, type SimulatedWalker } from './walker.ts'
import { weighs } from './weighing.ts'

const SILENT = 0.1
const PASSES = 0.1
const LOYAL = 0.85
/** statements on which all groups lean to the same side */
const COMMON = 0.15
/** how often somebody who writes does so at a prompt */
const WRITES = 0.15

const FIELDS: { readonly [K in PromptKind]: { readonly option?: string; readonly words: string } } = {
  rating: { option: 'rating', words: 'text' },
  statement: { option: 'vote', words: 'own' },
  'data-sharing': { option: 'comfort', words: 'text' },
  automation: { option: 'wish', words: 'text' },
  'answers-this': { option: 'answer', words: 'text' },
  weighing: { words: 'text' },
  open: { words: 'text' },
  'suggested-edit': { option: 'part', words: 'words' },
}

/** What a walker says at the prompts of a page, as the fields of its form. */
export function says(walker: SimulatedWalker, step: StepKey, prompts: readonly Prompt[]): Fields {
  const fields = prompts.flatMap((prompt): readonly (readonly [string, string])[] => {
    const { option, words } = FIELDS[prompt.kind]
    const chosen = optionTaken(walker, step, prompt)
    const written = writtenAt(walker, step, prompt)
    return [
      ...(prompt.kind === 'weighing' ? Object.entries(weighs(walker, step, prompt)) : []),
      ...(option && chosen ? [[fieldName(prompt.id, option), chosen] as const] : []),
      ...(written ? [[fieldName(prompt.id, words), written] as const] : []),
    ]
  })
  return Object.fromEntries(fields)
}

/**
 * What a walker chooses at a prompt: what their group leans to most of the time, sometimes something else, sometimes
 * nothing. Undefined for silence, and where there is nothing to choose.
 */
export function optionTaken(walker: SimulatedWalker, step: StepKey, prompt: Prompt): string | undefined {
  const at = `${step} ${prompt.id}`
  if (drawn(walker, `silent at ${at}`) < SILENT) return undefined
  if (prompt.kind === 'statement' && drawn(walker, `passes ${at}`) < PASSES) return 'pass'
  const sides = optionsOf(prompt).filter((option) => option !== 'pass')
  const leaning = prompt.kind === 'statement' ? sideOn(walker, at, sides) : oneOf(sides, drawnByGroup(walker, at))
  if (drawn(walker, `loyal at ${at}`) < LOYAL) return leaning
  return oneOf(
    sides.filter((option) => option !== leaning),
    drawn(walker, `strays at ${at}`),
  )
}

/** On most statements one group stands against the two others, on some all lean to the same side: common ground. */
function sideOn(walker: SimulatedWalker, at: string, sides: readonly string[]): string | undefined {
  const side = oneOf(sides, drawnForAll(walker, `side at ${at}`))
  const isCommon = drawnForAll(walker, `common at ${at}`) < COMMON
  const apart = Math.floor(drawnForAll(walker, `apart at ${at}`) * GROUPS)
  return isCommon || walker.group !== apart ? side : sides.find((other) => other !== side)
}

function writtenAt(walker: SimulatedWalker, step: StepKey, { id, kind }: Prompt): string | undefined {
  const at = `${step} ${id}`
  if (!walker.writes || drawn(walker, `writes at ${at}`) >= WRITES) return undefined
  const sentences = kind === 'statement' ? STATEMENTS : REASONS
  return oneOf(sentences[walker.language], drawn(walker, `words at ${at}`))
}
