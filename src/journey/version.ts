import { createHash } from 'node:crypto'
import type { Definition } from './definition.ts'

// The first track asks the situation, and options are read in the order they are written: here order is content.
const ORDERED: ReadonlySet<string> = new Set(['tracks', 'facts', 'options'])

/**
 * JSON that is the same for the same content, however it was written: keys sorted, absent values left out. The ids under
 * `tracks`, `facts` and `options` keep their order, since it is part of the content. Store it as text: a column type that
 * sorts keys (PostgreSQL's jsonb) would put another track first.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value, false))
}

/** sha256 of the canonical JSON, 64 hexadecimal digits: two files with the same content have the same hash. */
export function contentHash(definition: Definition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex')
}

function ordered(value: unknown, asWritten: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, false))
  if (typeof value !== 'object' || value === null) return value

  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (!asWritten) entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item, ORDERED.has(key))]))
}
