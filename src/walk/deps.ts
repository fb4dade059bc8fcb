import type { Library } from '#src/journey/library.ts'
import type { WalkStore } from './walk-store.ts'

/** What the verbs of a walk need from outside: storage, time and randomness. */
export type WalkDeps = {
  readonly walks: WalkStore
  readonly library: Library
  readonly now: () => number
  readonly newId: () => string
}
