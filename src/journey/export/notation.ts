import { writeDefinition } from '../notation.ts'
import type { Version } from '../version-store.ts'

/**
 * A published version as a journey file that `check` and `publish` take again: the same content and so the same hash.
 * Which version it was stands in a comment, for a definition does not know its own number.
 */
export function yamlNotation({ number, hash, definition }: Pick<Version, 'number' | 'hash' | 'definition'>): string {
  return `# ${definition.id}, version ${number}, sha256 ${hash}\n${writeDefinition(definition)}`
}

/** The same as JSON: the definition and nothing else, so that it can be published again too. */
export function jsonNotation({ definition }: Pick<Version, 'definition'>): string {
  return `${JSON.stringify(definition, null, 2)}\n`
}
