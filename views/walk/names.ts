import type { Definition, Step } from '#src/journey/definition.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from './frame.ts'

/** Names of a journey's parties, data and documents in the reader's language. `self` is the walker. */
export function namesIn({ language, words }: Reader, definition: Definition) {
  return {
    party: (id: string): Html | string =>
      id === 'self' ? words.walk.step.self : saidIn(language, definition.providers[id]?.name),
    data: (id: string): Html | string => saidIn(language, definition.data?.[id]?.name),
    document: (id: string): Html | string => saidIn(language, definition.documents?.[id]?.name),
  }
}

export function listed(parts: readonly (Html | string)[]): Html {
  return html`${parts.map((part, i) => html`${i > 0 && ', '}${part}`)}`
}

/** Who does a step: its providers by name, or the walker. */
export function whoDoes(reader: Reader, definition: Definition, { provider = 'self' }: Pick<Step, 'provider'>): Html {
  return listed([provider].flat().map(namesIn(reader, definition).party))
}
