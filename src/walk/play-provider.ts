import { hash } from '#feedback/hash.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here, hereOf, stepHere } from './here.ts'
import { carryOn, happened, type StepProgress } from './progress.ts'
import { replyTried, storePlayed } from './try-reply.ts'
import type { Player, WalkEvent } from './walk.ts'

/** A call that a person may answer. `call` is the only name that leaves for the desk's page; nothing here was told by anybody. */
export type OpenCall = {
  readonly call: string
  readonly walk: string
  readonly step: StepKey
  /** simulated dates */
  readonly askedOn: string
  readonly dueOn: string
  readonly journey: string
  readonly version: number
}

const TRIES = 5

/** Lets a person answer a waiting step in the provider's place, or no longer. False where nothing waits for a reply there. */
export async function askPerson(
  deps: WalkDeps,
  input: {
    readonly walk: string
    readonly participant: string | undefined
    readonly step: StepKey
    readonly isAsked: boolean
    readonly key: string | undefined
  },
): Promise<{ here: Here; done: boolean }> {
  for (let tries = 0; tries < TRIES; tries++) {
    const here = await findHere(deps, input.walk, input.participant)
    const step = stepHere(here, input.step)
    if (step === 'not-yours' || !waitsForReply(here, step)) return { here, done: false }
    const { walk, told, journey } = here
    const event: WalkEvent = { kind: 'person', step: input.step, call: input.isAsked ? deps.newId() : null }
    const record = happened(walk.progress.record, event)
    const { progress } = carryOn(journey, { told, tracks: walk.tracks }, walk.progress, record)
    const stored = await storePlayed(deps, here, { events: [event], progress, ran: [] }, input.key)
    if (stored !== 'stale') return { here, done: true }
  }
  return { here: await findHere(deps, input.walk, input.participant), done: false }
}

export function waitsForReply({ walk }: Here, { place, status }: StepProgress): boolean {
  const { asked, replied } = walk.progress.record
  return status === 'waiting' && place.key in asked && !(place.key in replied)
}

/**
 * Sends a chosen reply to a walk: it comes on the walk's own today. Of two who answer at once the first counts: `late` for the
 * other, as for a call that was answered, taken back or erased. `unknown` is a reply that the step does not declare.
 */
export async function playProvider(
  deps: WalkDeps,
  input: { readonly call: OpenCall; readonly reply: string; readonly by: Exclude<Player, 'walker'> },
): Promise<'sent' | 'late' | 'unknown'> {
  const { call, reply, by } = input
  for (let tries = 0; tries < TRIES; tries++) {
    const state = await deps.walks.find(call.walk)
    if (!state || state.walk.progress.record.person?.[call.step] !== call.call) return 'late'
    const here = await hereOf(deps, state)
    const played = replyTried(here, call.step, { reply, by, onlyNow: true })
    if (!played) return 'unknown'
    // The call's own name is the key of its answer: it can be given once.
    const stored = await storePlayed(deps, here, played, `call ${call.call}`)
    if (stored !== 'stale') return stored === 'stored' ? 'sent' : 'late'
  }
  return 'late'
}

/** The short number that both sides know a call by: easy to read aloud, and telling nothing. */
export function callNumber(call: string): string {
  return String((hash(call) % 9000) + 1000)
}
