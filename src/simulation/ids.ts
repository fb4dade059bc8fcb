import { createHash } from 'node:crypto'
import { makeId } from '#src/make-id.ts'

/**
 * The ids of a walker, one after another. They follow from the walker's name alone: what a walk is asked is drawn by its
 * id, so a seed gives the same walks only if it gives the same ids.
 */
export function idsOf(walker: string): () => string {
  let nth = 0
  return () => makeId((n) => createHash('sha256').update(`${walker} ${nth++}`).digest().subarray(0, n))
}
