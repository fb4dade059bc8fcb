import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import { carryOn, happened, nextDue } from './progress.ts'

/** Lets simulated time pass to the next reply or wait. Nothing changes when nothing waits, or when the form comes twice. */
export async function letTimePass(
  deps: WalkDeps,
  input: { walk: string; participant: string | undefined; key: string | undefined },
): Promise<Here> {
  const here = await findHere(deps, input.walk, input.participant)
  const { walk, told, journey } = here
  const due = nextDue(here.steps, walk.progress.record)
  if (!due) return here
  const record = due.events.reduce(happened, walk.progress.record)
  const { progress, asked } = carryOn(journey, { told, tracks: walk.tracks }, walk.progress, record)
  await deps.walks.append({
    walk: walk.id,
    rev: walk.rev,
    key: input.key,
    events: [...due.events, ...asked],
    progress,
    told: {},
    contributions: [],
    exposures: [],
    ran: asked.map(({ step }) => step),
    outcome: false,
    at: deps.now(),
  })
  return findHere(deps, input.walk, input.participant)
}
