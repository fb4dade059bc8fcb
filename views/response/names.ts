import type { Definition, Step } from '#src/journey/definition.ts'
import { plainIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'

type Worded = Pick<Reader, 'language' | 'words'>

/** Who answers, by name: the ministry, or a provider of the journey. */
export function bodyName({ language, words }: Worded, definition: Definition, body: string): string {
  if (body === 'ministry') return words.response.ministry
  return plainIn(language, definition.providers[body]?.name) || body
}

/** From whom to whom the hand-over moves that an answer is about. */
export function aboutShare(
  reader: Worded,
  definition: Definition,
  step: Step | undefined,
  share: string | undefined,
): string | undefined {
  const found = step?.shares?.find(({ id }) => id === share)
  if (!found) return undefined
  const party = (id: string) => (id === 'self' ? reader.words.walk.step.self : bodyName(reader, definition, id))
  return reader.words.response.about(party(found.from), party(found.to))
}
