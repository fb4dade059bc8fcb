import type { Prompt } from '#feedback/prompt.ts'
import { fieldName } from '#feedback/read-answer.ts'
import { partsOfReason, takeField } from '#feedback/weighing/weighing.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { weighedPromptOf } from '#src/walk/weigh-said.ts'

type Pair = [string, string]

/** The form fields of a walk's list of reasons and of how much the proposition matters, as they are stored. */
export function weighingFields(prompts: readonly Prompt[]): Pair[] {
  return prompts.flatMap((prompt): Pair[] => {
    if (prompt.kind !== 'weighing') return []
    const field = (name: string) => fieldName(prompt.id, name)
    return [
      ...(prompt.taken ?? []).map((reason): Pair => [field(takeField(reason)), 'on']),
      ...(prompt.importance === undefined ? [] : [[field('importance'), String(prompt.importance)] as Pair]),
    ]
  })
}

/** The form fields of a reason of the walker's own; undefined for any other contribution. */
export function ownReasonFields(said: Contribution): Pair[] | undefined {
  const prompt = weighedPromptOf(said)
  if (prompt === undefined) return undefined
  const { line, more } = partsOfReason(said.text ?? '')
  const pairs: Pair[] = [
    ['text', line],
    ['more', more],
    ['side', said.option ?? ''],
  ]
  return pairs.filter(([, value]) => value !== '').map(([name, value]) => [fieldName(prompt, name), value])
}
