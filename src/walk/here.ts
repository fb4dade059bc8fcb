import { AppError } from '#src/errors.ts'
import type { Journey } from '#src/journey/compile.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { publishedAsTold } from '#src/journey/variants.ts'
import type { WalkDeps } from './deps.ts'
import { type StepProgress, situationOf, stepsOf } from './progress.ts'
import { fits, replay } from './replay.ts'
import type { Walk } from './walk.ts'
import type { WalkState, WalkStore } from './walk-store.ts'

/** Where a walker stands: the walk, what they told, its version and every step that concerns them. */
export type Here = WalkState & Published & { readonly steps: readonly StepProgress[] }

/** Only the walk's own participant gets it; to everyone else it does not exist. */
export async function findHere(
  { walks, library }: WalkDeps,
  walkId: string,
  participant: string | undefined,
): Promise<Here> {
  const state = await walks.find(walkId)
  if (!state || state.walk.participant !== participant) throw new AppError('not-found', 'walk')
  return hereOf({ walks, library }, state)
}

/** Where a walk stands, for whoever has been let in already. */
export async function hereOf({ walks, library }: Pick<WalkDeps, 'walks' | 'library'>, state: WalkState): Promise<Here> {
  const stored = await library.version(state.walk.journey, state.walk.version)
  if (!stored) throw new Error(`version ${state.walk.version} of ${state.walk.journey} is gone`)
  const published = publishedAsTold(stored, state.walk.variants)
  const walk = await mended(walks, state, published.journey)
  return { ...published, told: state.told, walk, steps: stepsOf(published.journey, situationOf(walk, state.told)) }
}

/** The stored progress is a cache: one that is damaged is rebuilt from the events, and stored with the walk's next change. */
async function mended(walks: WalkStore, { walk, told }: WalkState, journey: Journey): Promise<Walk> {
  if (fits(journey, walk.progress)) return walk
  return { ...walk, progress: replay(journey, { told, tracks: walk.tracks }, await walks.events(walk.id)) }
}

/** A step of a version that the walk has moved on from: its address may still be open in another window. */
export async function isLeftBehind({ library }: Pick<WalkDeps, 'library'>, here: Here, key: StepKey): Promise<boolean> {
  if (here.journey.places.has(key)) return false
  for (let number = here.walk.version - 1; number > 0; number--)
    if ((await library.version(here.walk.journey, number))?.journey.places.has(key)) return true
  return false
}

/** A step of this walk. `not-yet` and `not-yours` are told kindly, an id that no version knows is not found. */
export function stepHere(here: Here, key: StepKey): StepProgress | 'not-yours' {
  if (!here.journey.places.has(key)) throw new AppError('not-found', 'step')
  return here.steps.find(({ place }) => place.key === key) ?? 'not-yours'
}
