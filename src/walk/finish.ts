import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import { inForce } from './moved.ts'
import { isAllDone } from './progress.ts'
import type { WalkEvent } from './walk.ts'

/** Closes a walk whose steps are all done. Its answers can still be changed afterwards. False while something is open. */
export async function finishWalk(
  deps: WalkDeps,
  input: { walk: string; participant: string | undefined; key: string | undefined },
): Promise<{ here: Here; finished: boolean }> {
  const here = await findHere(deps, input.walk, input.participant)
  const { walk } = here
  if (!isAllDone(here.steps)) return { here, finished: false }
  if (walk.outcomeAt !== undefined && !(await isMovedSince(deps, walk.id))) return { here, finished: true }
  const stored = await deps.walks.append({
    walk: walk.id,
    rev: walk.rev,
    key: input.key,
    events: [{ kind: 'outcome' }],
    progress: walk.progress,
    told: {},
    contributions: [],
    exposures: [],
    ran: [],
    outcome: true,
    at: deps.now(),
  })
  return stored === 'stale' ? finishWalk(deps, input) : { here, finished: true }
}

/** An outcome in an earlier version is none in the one the walk has moved to since. */
async function isMovedSince({ walks }: WalkDeps, walk: string): Promise<boolean> {
  const events = inForce(await walks.events(walk))
  const last = (kind: WalkEvent['kind']) => events.findLastIndex((event) => event.kind === kind)
  return last('moved') > last('outcome')
}
