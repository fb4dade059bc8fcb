import type { Step, StepKey } from '#src/journey/definition.ts'
import type { Library, Published } from '#src/journey/library.ts'
import { canonicalJson } from '#src/journey/version.ts'
import type { Confirmation } from './response.ts'
import { isSameStep } from './response-steps.ts'
import type { ResponseStore } from './response-store.ts'

/** What a provider has said of a step as it stands in one version. */
export type Standing = {
  readonly provider: string
  /** undefined: nothing yet */
  readonly confirmation: Confirmation | undefined
  /** whether the step reads in this version as it read when that was said */
  readonly holds: boolean
}

type ConfirmationDeps = { readonly responses: ResponseStore; readonly now: () => number }

/** Step pages are opened many times a second; a confirmation is given a few times a month. */
const FRESH_MS = 1000
const kept = new WeakMap<
  ResponseStore,
  Map<string, { readonly at: number; readonly read: Promise<readonly Confirmation[]> }>
>()

/** The newest confirmation of each step and provider of a journey; at most a second old. */
export function confirmationsOf(
  { responses, now }: ConfirmationDeps,
  journey: string,
): Promise<readonly Confirmation[]> {
  const ofStore = kept.get(responses) ?? new Map()
  kept.set(responses, ofStore)
  const known = ofStore.get(journey)
  if (known && now() - known.at < FRESH_MS) return known.read
  const read = responses.confirmations(journey)
  ofStore.set(journey, { at: now(), read })
  read.catch(() => ofStore.delete(journey))
  return read
}

/** The next reader sees what was said just now. */
export function forgetConfirmations(responses: ResponseStore, journey: string) {
  kept.get(responses)?.delete(journey)
}

/** What the providers of a step have said of it as it is told in this version: its own first, then parties of its hand-overs. */
export async function standingAt(
  deps: ConfirmationDeps & { readonly library: Library },
  { version, journey }: Published,
  key: StepKey,
): Promise<readonly Standing[]> {
  const step = journey.places.get(key)?.step
  if (!step) return []
  const all = (await confirmationsOf(deps, version.journey)).filter((one) => isSameStep(key, step, one.step))
  const others = partiesOf(step).filter((party) => all.some(({ provider }) => provider === party))
  return Promise.all(
    [...new Set([...providersOf(step), ...others])].map(async (provider) => {
      const confirmation = newest(all.filter((one) => one.provider === provider))
      return {
        provider,
        confirmation,
        holds: confirmation !== undefined && (await isAsThen(deps.library, confirmation, version.number, step)),
      }
    }),
  )
}

/** Whether a step is this provider's, or one of its hand-overs is. */
export function concerns(step: Step, provider: string): boolean {
  return provider !== 'self' && (providersOf(step).includes(provider) || partiesOf(step).includes(provider))
}

/** The providers that do a step; the walker is none. */
export function providersOf({ provider }: Step): readonly string[] {
  return [provider ?? []].flat().filter((party) => party !== 'self')
}

/** How feasible the step's providers themselves hold it: a chain is as feasible as its weakest part. */
export function confirmedFeasibility(step: Step, standings: readonly Standing[]): Confirmation['feasibility'] {
  const own = providersOf(step)
  const marks = standings
    .filter(({ provider, holds }) => holds && own.includes(provider))
    .map(({ confirmation }) => confirmation?.feasibility)
  return WEAKEST_FIRST.find((mark) => marks.includes(mark))
}

const WEAKEST_FIRST = ['idea', 'needs_law', 'agreed', 'exists'] as const

function partiesOf({ shares = [] }: Step): readonly string[] {
  return shares.flatMap(({ from, to }) => [from, to]).filter((party) => party !== 'self')
}

function newest(all: readonly Confirmation[]): Confirmation | undefined {
  return all.toSorted((one, other) => other.at - one.at)[0]
}

async function isAsThen(library: Library, { journey, version, step: key }: Confirmation, number: number, now: Step) {
  if (version === number) return true
  const then = (await library.version(journey, version))?.journey.places.get(key)?.step
  return then !== undefined && canonicalJson(withoutNames(then)) === canonicalJson(withoutNames(now))
}

/** A step that only changed its name is told as before. */
function withoutNames({ id: _, was: __, ...told }: Step) {
  return told
}
