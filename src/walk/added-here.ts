import type { Prompt, StatementVote } from '#feedback/prompt.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { WalkDeps } from './deps.ts'
import type { AddedStatement } from './statement-store.ts'
import type { Walk } from './walk.ts'

/** How many of the statements added at a step its page chooses from: it must cost the same, however many there are. */
const MOST_NEXT = 5

/** The statements that others added at a step, as prompts: those that this walk has met, and the few least shown. */
export async function addedHere(deps: WalkDeps, walk: Walk, step: StepKey): Promise<readonly Prompt[]> {
  const added = await deps.walks.addedHere({ journey: walk.journey, step, walk: walk.id, most: MOST_NEXT })
  return added.filter((one) => one.walk !== walk.id).map(asPrompt)
}

export function asPrompt({ id, words, language, share }: AddedStatement): StatementVote {
  return { id, kind: 'statement', text: words, origin: 'participant', original: language, about: share }
}
