import { isBefore } from '#src/journey/calendar.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { WalkDeps } from './deps.ts'
import { replyIn } from './go-through.ts'
import { findHere, type Here, stepHere } from './here.ts'
import { callFor, carryOn, happened } from './progress.ts'
import type { Player, WalkEvent } from './walk.ts'
import type { Append } from './walk-store.ts'

export type TryReply = {
  readonly walk: string
  readonly participant: string | undefined
  readonly step: StepKey
  readonly reply: string
  readonly key: string | undefined
}

const TRIES = 5

/**
 * Plays another of a step's declared replies than the one that would come, or came. What followed from the earlier one is
 * set aside; nothing is deleted. False where the step asks nobody or has no such reply.
 */
export async function tryReply(deps: WalkDeps, input: TryReply): Promise<{ here: Here; tried: boolean }> {
  for (let tries = 0; tries < TRIES; tries++) {
    const here = await findHere(deps, input.walk, input.participant)
    stepHere(here, input.step)
    const played = replyTried(here, input.step, { reply: input.reply, by: 'walker', onlyNow: false })
    if (!played) return { here, tried: false }
    const stored = await storePlayed(deps, here, played, input.key)
    if (stored !== 'stale') return { here, tried: true }
  }
  return { here: await findHere(deps, input.walk, input.participant), tried: false }
}

export type Played = Pick<Append, 'events' | 'progress' | 'ran'>

export function storePlayed(deps: WalkDeps, { walk }: Here, played: Played, key: string | undefined) {
  return deps.walks.append({
    walk: walk.id,
    rev: walk.rev,
    key,
    ...played,
    told: {},
    contributions: [],
    exposures: [],
    outcome: false,
    at: deps.now(),
  })
}

/**
 * What another reply does to a walk. It comes when it would have come, counted from the day the provider was asked; at once
 * where that day is past, or where a person gives it `onlyNow`. Undefined where nobody was asked or no such reply is declared.
 */
export function replyTried(
  here: Here,
  key: StepKey,
  { reply: id, by, onlyNow }: { reply: string; by: Player; onlyNow: boolean },
): Played | undefined {
  const { walk, told, journey } = here
  const { record } = walk.progress
  const asked = record.asked[key]
  const step = here.steps.find(({ place }) => place.key === key)
  const reply = step && replyIn(step.place.step, id)
  if (!asked || !reply || record.today === null || step.status === 'aside') return undefined
  const call = callFor(reply, asked.on)
  const due = onlyNow ? record.today : call.due
  const tried: WalkEvent = { kind: 'tried', step: key, ...call, due, by }
  const comesNow = !isBefore(record.today, due)
  const events = [tried, ...(comesNow ? [{ kind: 'replied', step: key, on: due, reply: id } as const] : [])]
  const moved = carryOn(journey, { told, tracks: walk.tracks }, walk.progress, events.reduce(happened, record))
  return { events: [...events, ...moved.asked], progress: moved.progress, ran: moved.asked.map(({ step }) => step) }
}
