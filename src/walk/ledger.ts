import type { Citation, Share, StepKey } from '#src/journey/definition.ts'
import { isOnPaper, isRefused } from './documents.ts'
import type { Here } from './here.ts'
import { inForce } from './moved.ts'
import type { StepProgress } from './progress.ts'
import type { WalkEvent } from './walk.ts'

/** One hand-over of a step that concerns the walker. Dates are simulated. */
export type Movement = {
  readonly share: Share
  readonly step: StepKey
  /** moved: it happened in this walk · refused: the walker said no · ahead: not yet, or nobody has asked yet */
  readonly state: 'moved' | 'refused' | 'ahead'
  readonly on: string | null
  /** the law of the step's deadline, and what the definition cites for the step: only where the basis is law */
  readonly law: string | undefined
  readonly cited: readonly Citation[]
}
/** A line corrected or a document signed by the walker. */
export type OwnEntry = {
  readonly kind: 'line' | 'sign'
  readonly of: string
  readonly step: StepKey
  readonly on: string | null
}
export type Ledger = {
  readonly movements: readonly Movement[]
  /** who has which details by now: everything that has moved to them */
  readonly holders: ReadonlyMap<string, readonly string[]>
  readonly own: readonly OwnEntry[]
}

/** Who knows what of the walker, on what basis and since when: from the walk's record and answers. */
export function ledgerOf(here: Here, events: readonly WalkEvent[]): Ledger {
  const movements = here.steps
    .flatMap((step) => movementsAt(here, step))
    .toSorted((one, other) => compareDays(one.on, other.on))
  return { movements, holders: holdersIn(movements), own: ownEntries(here, events) }
}

function movementsAt(here: Here, { place, status }: StepProgress): readonly Movement[] {
  const { step, key } = place
  if (status === 'aside') return []
  return (step.shares ?? []).map((share) => {
    const isLaw = share.basis === 'law'
    const rest = {
      share,
      step: key,
      law: isLaw ? step.deadline?.law : undefined,
      cited: isLaw && step.kind !== 'question' ? (step.proposed.source ?? step.today.source ?? []) : [],
    }
    if (isRefused(here, share)) return { ...rest, state: 'refused', on: askedOn(here, share) } as const
    const on = happenedOn(here, key)
    if (on === undefined || !isAllowed(here, share)) return { ...rest, state: 'ahead', on: null } as const
    return { ...rest, state: 'moved', on } as const
  })
}

/** The day of the reply where a provider replies, else the day the step was gone through. */
function happenedOn({ walk }: Here, step: StepKey): string | null | undefined {
  const { done, replied } = walk.progress.record
  return replied[step]?.on ?? done[step]
}

/** A consent that was never asked for has not been given. */
function isAllowed({ told }: Here, { basis, id }: Share): boolean {
  return basis !== 'consent' || told[`share-${id}`] === 'yes'
}

function askedOn({ steps, walk }: Here, { id }: Share): string | null {
  const asking = steps.find(({ place: { step } }) => step.kind === 'consent' && step.consents.includes(id))
  return (asking && walk.progress.record.done[asking.place.key]) ?? null
}

function holdersIn(movements: readonly Movement[]): ReadonlyMap<string, readonly string[]> {
  const moved = movements.filter(({ state, share }) => state === 'moved' && share.to !== 'self')
  const byParty = Map.groupBy(moved, ({ share }) => share.to)
  return new Map([...byParty].map(([party, all]) => [party, [...new Set(all.flatMap(({ share }) => share.data))]]))
}

/** Told stands without a day; the events know on which simulated day each row was last written. */
function ownEntries({ told, walk }: Here, events: readonly WalkEvent[]): readonly OwnEntry[] {
  const written = new Map<string, { step: StepKey; on: string | null }>()
  let today: string | null = null
  for (const event of inForce(events)) {
    if (event.kind === 'advanced') today = event.to
    if (event.kind === 'done') today = event.on ?? today
    if (event.kind !== 'answered') continue
    for (const name of event.names) if (isOnPaper(name)) written.set(name, { step: event.step, on: today })
  }
  const names = Object.keys(told).filter(isOnPaper)
  return names.map((name) => ({
    kind: name.startsWith('line-') ? 'line' : 'sign',
    of: name.slice('line-'.length),
    ...(written.get(name) ?? { step: walk.lastStep ?? 'walk/unknown', on: null }),
  }))
}

function compareDays(one: string | null, other: string | null): number {
  return (one ?? '9999').localeCompare(other ?? '9999')
}
