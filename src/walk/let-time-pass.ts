import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import { carryOn, happened, nextDue } from './progress.ts'
import type { Append } from './walk-store.ts'

/** Lets simulated time pass to the next reply or wait. Nothing changes when nothing waits, or when the form comes twice. */
export async function letTimePass(
  deps: WalkDeps,
  input: { walk: string; participant: string | undefined; key: string | undefined },
): Promise<Here> {
  const here = await findHere(deps, input.walk, input.participant)
  const passed = timePassed(here)
  if (!passed) return here
  await deps.walks.append({
    walk: here.walk.id,
    rev: here.walk.rev,
    key: input.key,
    ...passed,
    told: {},
    contributions: [],
    exposures: [],
    outcome: false,
    at: deps.now(),
  })
  return findHere(deps, input.walk, input.participant)
}

/** What the time until the next reply or wait does to a walk; undefined when nothing waits. */
export function timePassed({
  walk,
  told,
  journey,
  steps,
}: Here): Pick<Append, 'events' | 'progress' | 'ran'> | undefined {
  const due = nextDue(steps, walk.progress.record)
  if (!due) return undefined
  const record = due.events.reduce(happened, walk.progress.record)
  const { progress, asked } = carryOn(journey, { told, tracks: walk.tracks }, walk.progress, record)
  return { events: [...due.events, ...asked], progress, ran: asked.map(({ step }) => step) }
}
