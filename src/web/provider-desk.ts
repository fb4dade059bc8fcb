import type { StaffSession } from '#src/account/account-store.ts'
import { recordReading } from '#src/account/audit.ts'
import type { Step } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { concerns, providersOf, standingAt } from '#src/review/confirmations.ts'
import type { PromptRow } from '#src/review/prompt-report.ts'
import { readPrompts, readReport } from '#src/review/read-report.ts'
import { responsesOf } from '#src/review/responses-of.ts'
import { withPlaces } from '#src/review/said-words.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { ProvidedJourney } from '#views/provider/home.ts'
import type { DeskPage, DeskStep } from '#views/provider/journey.ts'
import type { Deps } from './context.ts'

/** Whose desk this is, in the newest version of a journey. */
export type Owned = {
  readonly staff: StaffSession
  readonly published: Published
  readonly provider: string
  readonly isLooking: boolean
}

/** A journey for each of its providers that has a part in it; for one provider, its own alone. */
export async function providedBy(
  deps: Deps,
  published: Published,
  only: string | undefined,
): Promise<readonly ProvidedJourney[]> {
  const { version, journey } = published
  const providers = Object.entries(version.definition.providers).filter(([id]) => only === undefined || id === only)
  const all = providers.length > 0 ? await responsesOf(deps, version.journey) : []
  return providers.map(([provider, { name }]) => ({
    id: version.journey,
    title: version.definition.title,
    provider,
    name,
    steps: [...journey.places.values()].filter(({ step }) => concerns(step, provider)).length,
    asked: all.filter(({ response }) => response.body === provider && response.publishedOn === undefined).length,
  }))
}

/** A provider's steps and hand-overs in the order of the journey, with figures as anyone may see them and approved words alone. */
export async function deskSteps(deps: Deps, { staff, published, provider }: Owned): Promise<readonly DeskStep[]> {
  const { journey, number: version } = published.version
  const request = { journey, version, mode: 'own', track: undefined, provider: undefined } as const
  const places = [...published.journey.places.values()].filter(({ step }) => concerns(step, provider))
  const keys = new Set(places.map(({ key }) => key))
  const [report] = await readReport(deps, request)
  const rows = (report?.rows ?? []).filter(({ key }) => keys.has(key))
  const prompts = report ? await readPrompts(deps, request, { ...report, rows }) : []
  const steps = await Promise.all(
    places.map(async ({ key, step }): Promise<DeskStep> => {
      const isOwn = providersOf(step).includes(provider)
      const own = new Set(sharesOf(step, provider).map(({ id }) => id))
      const heard = (await deps.responses.saidAt(journey, key)).filter((said) => isHeard(said, isOwn, own))
      const standings = await standingAt(deps, published, key)
      return {
        key,
        step,
        isOwn,
        shares: isOwn ? (step.shares ?? []) : sharesOf(step, provider),
        row: isOwn ? rows.find((row) => row.key === key) : undefined,
        prompts: prompts.filter((row) => row.key === key && (isOwn || isAbout(row, own))),
        words: await withPlaces(deps.library, heard),
        standing: standings.find((one) => one.provider === provider),
      }
    }),
  )
  if (steps.some(({ words }) => words.length > 0)) await recordReading(deps, staff, `${journey} ${provider}`)
  return steps
}

/** The answers that are asked of a provider. */
export async function answersAsked(
  deps: Deps,
  { version, journey }: Published,
  provider: string,
): Promise<DeskPage['answers']> {
  const all = await responsesOf(deps, version.journey)
  return all
    .filter(({ response }) => response.body === provider)
    .map((one) => ({ ...one, step: journey.places.get(one.response.step)?.step }))
}

function sharesOf({ shares = [] }: Step, provider: string) {
  return shares.filter(({ from, to }) => from === provider || to === provider)
}

/** Words that a person has let others see; at another's step only those about a hand-over from or to this provider. */
function isHeard({ state, share, text }: Contribution, isOwn: boolean, own: ReadonlySet<string>): boolean {
  return state === 'visible' && text !== undefined && (isOwn || (share !== undefined && own.has(share)))
}

function isAbout({ prompt }: PromptRow, own: ReadonlySet<string>): boolean {
  if (prompt.kind === 'data-sharing') return own.has(prompt.share)
  if (prompt.kind === 'weighing') return prompt.share !== undefined && own.has(prompt.share)
  return prompt.kind === 'statement' && prompt.about !== undefined && own.has(prompt.about)
}
