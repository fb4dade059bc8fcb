import { AppError } from '#src/errors.ts'
import type { Language } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { type VariedStep, variedSteps } from '#src/journey/variants.ts'
import type { WalkDeps } from './deps.ts'
import { happened, NOTHING_YET, settle, stepsOf, whereNext } from './progress.ts'
import type { Told, Walk, WalkMode } from './walk.ts'
import type { Device, Participant } from './walk-store.ts'

export type StartWalk = {
  readonly journey: string
  /** `own`, or the id of an example person */
  readonly as: string | undefined
  readonly tracks: readonly string[]
  readonly language: Language
  /** the participant already on this device, or a new one with the device that may act for them, if any may */
  readonly participant: string | { readonly participant: Participant; readonly device: Device | undefined }
  readonly key: string | undefined
  /** whether they began by the journey's offer, where it has one */
  readonly by?: 'offer' | undefined
  readonly mode?: WalkMode | undefined
  /** answers that come along from another walk: told, but at no step yet */
  readonly told?: Told | undefined
  readonly trial?: string | undefined
  /** id of the channel they came in by */
  readonly channel?: string | undefined
}

/** Starts a walk at once, without an account. Answers the walk's id and the page it begins on. */
export async function startWalk(
  deps: WalkDeps,
  input: StartWalk,
): Promise<{ walk: Walk; next: ReturnType<typeof whereNext> }> {
  const published = await deps.library.latest(input.journey)
  if (!published) throw new AppError('not-found', 'journey')
  const begun = newWalk(deps, input, published)
  const varied = variedSteps(published.version.definition)
  const stored = await create(deps, input, begun, varied)
  const walk = stored === begun.id ? begun : await startedBefore(deps, input, { begun, stored, varied })
  const steps = stepsOf(published.journey, { told: {}, tracks: walk.tracks, progress: walk.progress })
  return { walk, next: whereNext(steps, published.journey.situation) }
}

function create(
  deps: WalkDeps,
  { participant, key, told }: StartWalk,
  walk: Walk,
  varied: readonly VariedStep[],
): Promise<string> {
  const isKnown = typeof participant === 'string'
  return deps.walks.create({
    walk,
    participant: isKnown ? undefined : participant.participant,
    device: isKnown ? undefined : participant.device,
    told: told ?? {},
    varied,
    key,
  })
}

/**
 * The form came twice. Whoever can be recognised gets the walk it started, if it asked for the same. A stranger pressed
 * twice before their first cookie arrived, and only the walk of the cookie they keep can be opened: they start once more.
 */
async function startedBefore(
  deps: WalkDeps,
  input: StartWalk,
  { begun, stored, varied }: { begun: Walk; stored: string; varied: readonly VariedStep[] },
): Promise<Walk> {
  const first = (await deps.walks.find(stored))?.walk
  if (first && isStartOf(first, begun)) return first
  await create(deps, { ...input, key: undefined }, begun, varied)
  return begun
}

function isStartOf(walk: Walk, begun: Walk): boolean {
  const choices = ({ participant, journey, persona, tracks }: Walk) =>
    JSON.stringify([participant, journey, persona, tracks])
  return choices(walk) === choices(begun)
}

function newWalk(deps: WalkDeps, input: StartWalk, { version, journey }: Published): Walk {
  const persona = version.personas.find(({ id }) => id === input.as)
  if (input.as !== undefined && input.as !== 'own' && !persona) throw new AppError('invalid', 'no such example person')
  const tracks = chosenTracks(input.tracks, [...journey.tracks.keys()])
  const at = deps.now()
  const isOffered = input.by === 'offer' && version.definition.proactive !== undefined
  const opened = happened(NOTHING_YET, { kind: 'opened', ...(isOffered && { by: 'offer' }) })
  return {
    id: deps.newId(),
    participant: typeof input.participant === 'string' ? input.participant : input.participant.participant.id,
    journey: version.journey,
    version: version.number,
    hash: version.hash,
    mode: input.mode ?? (persona ? 'persona' : 'own'),
    persona: persona?.id,
    tracks,
    language: input.language,
    rev: 0,
    progress: settle(journey, { told: {}, tracks }, opened).progress,
    lastStep: undefined,
    openedAt: at,
    touchedAt: at,
    outcomeAt: undefined,
    trial: input.trial,
    channel: input.channel,
  }
}

/** No strand chosen, or all of them, is the whole journey. The situation always belongs to it. */
function chosenTracks(chosen: readonly string[], all: readonly string[]): readonly string[] | undefined {
  const known = all.filter((track) => chosen.includes(track))
  const others = all.slice(1)
  return known.length === 0 || others.every((track) => known.includes(track)) ? undefined : known
}
