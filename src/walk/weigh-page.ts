import type { Weighing } from '#feedback/prompt.ts'
import type { StanceCounts } from '#feedback/weighing/distribution.ts'
import { isCrossSide } from '#feedback/weighing/reasons.ts'
import { receivedByReason } from '#feedback/weighing/received.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here, stepHere } from './here.ts'
import { promptsAt } from './open-step.ts'
import type { StepProgress } from './progress.ts'
import type { Contribution } from './walk.ts'
import { serveMore, shownTo } from './weigh.ts'
import { isOwnReason } from './weigh-said.ts'

/** One proposition a walker has met, with all reasons they have seen. */
export type Met = {
  readonly prompt: Weighing
  /** more reasons are there that this walk has not seen */
  readonly hasMore: boolean
  /** people by stance, of one's own walks; undefined until this walk has answered */
  readonly stances: StanceCounts | undefined
  /** ids of the reasons that both sides take */
  readonly crossing: ReadonlySet<string>
}
export type WeighedStep = {
  readonly here: Here
  readonly step: StepProgress
  readonly met: readonly Met[]
  readonly said: readonly Contribution[]
}

type Which = { readonly walk: string; readonly step: StepKey; readonly participant: string | undefined }

/** The propositions of a step that this walk has met. What others think of one is told once the walk has answered it. */
export async function openWeighing(deps: WalkDeps, which: Which): Promise<WeighedStep | { here: Here; notOpen: true }> {
  const here = await findHere(deps, which.walk, which.participant)
  const step = stepHere(here, which.step)
  if (step === 'not-yours' || step.status === 'blocked') return { here, notOpen: true }
  const all = await deps.walks.contributionsOf(which.walk)
  const said = all.filter((one) => one.step === which.step && one.version === here.walk.version)
  const prompts = await promptsAt(deps, here, which.step)
  const weighings = prompts.filter((prompt) => prompt.kind === 'weighing')
  const met = await Promise.all(weighings.map((prompt) => metBy(deps, { here, step: which.step }, prompt, said)))
  return { here, step, said, met: met.filter((one) => one !== undefined) }
}

/** Shows the walk five more reasons of a proposition it has met. */
export async function showMore(deps: WalkDeps, which: Which & { readonly prompt: string }): Promise<void> {
  const opened = await openWeighing(deps, which)
  if ('notOpen' in opened) return
  const one = opened.met.find(({ prompt }) => prompt.id === which.prompt)
  if (one) await serveMore(deps, { here: opened.here, step: which.step }, one.prompt)
}

async function metBy(
  deps: WalkDeps,
  at: { readonly here: Here; readonly step: StepKey },
  prompt: Weighing,
  said: readonly Contribution[],
): Promise<Met | undefined> {
  const shown = await shownTo(deps, at, prompt)
  const hasAnswered = said.some((one) => one.prompt === prompt.id && !isOwnReason(one))
  if (shown.length === 0 && !hasAnswered) return undefined
  const listed = [...new Set([...shown, ...(prompt.taken ?? [])])]
  const others = hasAnswered ? await othersOf(deps, at, prompt) : undefined
  return {
    prompt: { ...prompt, listed },
    hasMore: listed.length < prompt.reasons.length,
    stances: others?.stances,
    crossing: others?.crossing ?? new Set(),
  }
}

async function othersOf(
  deps: WalkDeps,
  { here, step }: { readonly here: Here; readonly step: StepKey },
  { id }: Weighing,
) {
  const at = { journey: here.walk.journey, version: here.walk.version, step }
  const [options, received] = await Promise.all([
    deps.walks.optionCounts(at),
    deps.weighing.received({ ...at, modes: ['own'] }),
  ])
  const stances = options.filter(({ prompt }) => prompt === id).map(({ option, n }) => [option, n] as const)
  const byReason = receivedByReason(received.filter(({ prompt }) => prompt === id))
  const crossing = [...byReason].filter(([, one]) => isCrossSide(one)).map(([reason]) => reason)
  return { stances: Object.fromEntries(stances), crossing: new Set(crossing) }
}
