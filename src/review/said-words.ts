import type { Prompt } from '#feedback/prompt.ts'
import { may, type Role } from '#src/account/roles.ts'
import type { Words } from '#src/journey/definition.ts'
import type { Library } from '#src/journey/library.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { weighedPromptOf } from '#src/walk/weigh-said.ts'

/** Somebody's words and where they were said. The step and prompt are of the version that was walked. */
export type SaidWords = {
  readonly said: Contribution
  readonly journeyTitle: Words | undefined
  readonly stepTitle: Words | undefined
  readonly prompt: Prompt | undefined
}

export async function withPlaces(library: Library, words: readonly Contribution[]): Promise<readonly SaidWords[]> {
  return Promise.all(
    words.map(async (said) => {
      const published = await library.version(said.journey, said.version)
      return {
        said,
        journeyTitle: published?.version.definition.title,
        stepTitle: published?.journey.places.get(said.step)?.step.title,
        prompt: published?.prompts.get(said.step)?.find(({ id }) => id === (weighedPromptOf(said) ?? said.prompt)),
      }
    }),
  )
}

/** Words that nobody has approved are read by those who decide on them, and by no one else. */
export function readableBy(role: Role, words: readonly Contribution[]): readonly Contribution[] {
  return may(role, 'moderate') ? words : words.filter(({ state }) => state === 'visible')
}
