import type { Prompt } from '#feedback/prompt.ts'
import { fieldName } from '#feedback/read-answer.ts'
import { OWN } from '#feedback/statement-id.ts'
import { partsOfSuggestion } from '#feedback/suggested-edit.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { ownReasonFields } from './weighing-fields.ts'

const OPTION_FIELD = {
  rating: 'rating',
  statement: 'vote',
  'data-sharing': 'comfort',
  automation: 'wish',
  'answers-this': 'answer',
  weighing: 'stance',
  open: undefined,
  'suggested-edit': 'part',
} as const

/** The form fields of one contribution as it is stored. */
export function saidFields(said: Contribution, prompts: readonly Prompt[]): [string, string][] {
  const reason = ownReasonFields(said)
  if (reason) return reason
  if (said.prompt === OWN) {
    const first = prompts.find(({ kind }) => kind === 'statement')
    return first && said.text ? [[fieldName(first.id, 'own'), said.text]] : []
  }
  const field = OPTION_FIELD[said.kind]
  if (said.kind === 'suggested-edit') return suggestedFields(said)
  return [
    ...(field && said.option ? [[fieldName(said.prompt, field), said.option] as [string, string]] : []),
    ...(said.text ? [[fieldName(said.prompt, 'text'), said.text] as [string, string]] : []),
  ]
}

function suggestedFields({ prompt, option, text }: Contribution): [string, string][] {
  const fields = { part: option, ...partsOfSuggestion(text ?? '') }
  return Object.entries(fields).flatMap(([field, value]): [string, string][] =>
    value ? [[fieldName(prompt, field), value]] : [],
  )
}
