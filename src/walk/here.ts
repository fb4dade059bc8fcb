import { AppError } from '#src/errors.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import type { WalkDeps } from './deps.ts'
import { type StepProgress, situationOf, stepsOf } from './progress.ts'
import type { WalkState } from './walk-store.ts'

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
  const published = await library.version(state.walk.journey, state.walk.version)
  if (!published) throw new Error(`version ${state.walk.version} of ${state.walk.journey} is gone`)
  return { ...published, ...state, steps: stepsOf(published.journey, situationOf(state.walk, state.told)) }
}

/** A step of this walk. `not-yet` and `not-yours` are told kindly, an id that no version knows is not found. */
export function stepHere(here: Here, key: StepKey): StepProgress | 'not-yours' {
  if (!here.journey.places.has(key)) throw new AppError('not-found', 'step')
  return here.steps.find(({ place }) => place.key === key) ?? 'not-yours'
}
