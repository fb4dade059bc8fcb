import { AppError } from '#src/errors.ts'
import type { Definition, Language, LeadsTo } from '#src/journey/definition.ts'
import { type CarriedFact, carriedFacts, leadsOn } from '#src/journey/leads-to.ts'
import type { Published } from '#src/journey/library.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import { knownIn } from './progress.ts'
import { type StartWalk, startWalk } from './start-walk.ts'
import type { Told } from './walk.ts'

/** A life event that follows from where a walk is, with the answers its journey can begin with. */
export type NextJourney = {
  readonly why: LeadsTo['why']
  /** its condition holds; a journey without one only follows at the end */
  readonly isNow: boolean
  readonly to: Published
  readonly facts: readonly CarriedFact[]
}

/** The journeys that a walk leads to in the walker's situation, as far as they are published here. */
export async function nextJourneys(
  { library }: Pick<WalkDeps, 'library'>,
  here: Here,
): Promise<readonly NextJourney[]> {
  const { definition } = here.version
  const told = knownIn(here.told, here.walk.progress.record)
  const found = await Promise.all(
    (definition.leads_to ?? [])
      .filter((next) => leadsOn(next, definition, told) === true)
      .map((next) => nextJourney({ library }, next, { definition, told })),
  )
  return found.filter((next) => next !== undefined)
}

async function nextJourney(
  { library }: Pick<WalkDeps, 'library'>,
  next: LeadsTo,
  { definition, told }: { definition: Definition; told: Told },
): Promise<NextJourney | undefined> {
  const to = await library.latest(next.journey)
  if (!to) return undefined
  const facts = carriedFacts(next, { from: definition, to: to.version.definition, told })
  return { why: next.why, isNow: next.when !== undefined, to, facts }
}

export type StartNext = Pick<StartWalk, 'key' | 'trial' | 'channel'> & {
  readonly walk: string
  readonly participant: string | undefined
  readonly journey: string
  /** names of the answers to take along, as the next journey calls them */
  readonly facts: readonly string[]
  readonly language: Language
}

/**
 * Starts the next journey with the answers the walker takes along. The new walk is theirs like any other they start, and
 * nothing in it says which walk it came from.
 */
export async function startNext(deps: WalkDeps, { walk, ...input }: StartNext): ReturnType<typeof startWalk> {
  const here = await findHere(deps, walk, input.participant)
  const next = (await nextJourneys(deps, here)).find(({ to }) => to.version.journey === input.journey)
  if (!next) throw new AppError('not-found', 'next journey')
  const taken = next.facts.filter(({ as }) => input.facts.includes(as))
  return startWalk(deps, {
    ...input,
    participant: here.walk.participant,
    as: undefined,
    tracks: [],
    mode: here.walk.mode,
    told: Object.fromEntries(taken.map(({ as, value }) => [as, value])),
  })
}
