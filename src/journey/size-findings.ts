import { type Finding, finding, type Path } from './finding.ts'

// A large journey has 30 facts and a list of 20; beyond these a file is there to cost time.
const MOST_IN_MAP = 500
const MOST_IN_LIST = 100
const LONGEST_NAME = 80

/**
 * Lists and sets of fields that hold more than any journey needs, and names longer than any id: refused before anything is
 * compared with anything. Steps have a limit of their own. `value` is a plain value as the notation gives it.
 */
export function sizeFindings(value: unknown, path: Path = []): Finding[] {
  if (typeof value !== 'object' || value === null) return []
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  const limit = Array.isArray(value) ? MOST_IN_LIST : MOST_IN_MAP
  if (entries.length > limit && path.at(-1) !== 'steps') return [finding('too-many', path, { limit: String(limit) })]

  const long = entries.find(([key]) => typeof key === 'string' && key.length > LONGEST_NAME)
  if (long) return [finding('name-too-long', path, { limit: String(LONGEST_NAME) })]
  return entries.flatMap(([key, inner]) => sizeFindings(inner, [...path, key]))
}
