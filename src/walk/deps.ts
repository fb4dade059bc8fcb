import type { Library } from '#src/journey/library.ts'
import type { Trial } from '#src/trial/trial.ts'
import type { WalkStore } from './walk-store.ts'
import type { WeighingStore } from './weighing-store.ts'

/** What the verbs of a walk need from outside: storage, time and randomness. */
export type WalkDeps = {
  readonly walks: WalkStore
  readonly weighing: WeighingStore
  readonly library: Library
  /** the trial that asks about a journey now; cheap enough for every step */
  readonly trialOf: (journey: string) => Promise<Trial | undefined>
  readonly now: () => number
  readonly newId: () => string
}
