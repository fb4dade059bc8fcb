import { allocate, BUDGET } from '#feedback/allocation.ts'
import type { Prompt } from '#feedback/prompt.ts'
import { EDIT } from '#feedback/suggested-edit.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { OFFER } from '#src/journey/prompts.ts'
import type { Trial } from '#src/trial/trial.ts'
import { addedHere } from './added-here.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here, stepHere } from './here.ts'
import type { StepProgress } from './progress.ts'
import type { Contribution, Exposure } from './walk.ts'
import type { PromptCount } from './walk-store.ts'
import { withListed, withReasons } from './weigh.ts'

/** What others said at a step: counts by option, and words a person has approved. */
export type Others = {
  readonly options: readonly { readonly prompt: string; readonly option: string; readonly n: number }[]
  readonly texts: readonly Contribution[]
}

export type OpenedStep = {
  readonly here: Here
  readonly step: StepProgress
  /** the prompts on the page: the one offered, and those already answered here */
  readonly prompts: readonly Prompt[]
  readonly said: readonly Contribution[]
  readonly exposures: readonly Exposure[]
  /** open to those who have said something at this step */
  readonly others: Others | undefined
  /** who asks, if somebody does: what may change at this step */
  readonly trial: Trial | undefined
}
export type NotOpen = { readonly here: Here; readonly notOpen: 'not-yours' | StepProgress }

/** Opens a step's page: it counts as reached, and the walker is offered at most one light prompt. */
export async function openStep(
  deps: WalkDeps,
  input: { walk: string; step: StepKey; participant: string | undefined },
): Promise<OpenedStep | NotOpen> {
  const here = await findHere(deps, input.walk, input.participant)
  const step = stepHere(here, input.step)
  if (step === 'not-yours' || step.status === 'blocked') return { here, notOpen: step }

  const [seen, all, trial] = await Promise.all([
    deps.walks.seen(input.walk),
    deps.walks.contributionsOf(input.walk),
    deps.trialOf(here.walk.journey),
  ])
  // What was said of a later version is not said at the step as it is walked here.
  const said = all.filter(({ step: at, version }) => at === input.step && version === here.walk.version)
  const isNew = !seen.visited.includes(input.step)
  const offered = isNew ? await offer(deps, here, input.step, { ...seen, trial }) : undefined
  if (isNew)
    await deps.walks.visit({ walk: input.walk, step: input.step, offered: offered ? [offered] : [], at: deps.now() })

  const exposures = seen.exposures.filter((exposure) => exposure.step === input.step)
  const now = offered ? [...exposures, { step: input.step, prompt: offered, offered: true, skipped: false }] : exposures
  const possible = await promptsAt(deps, here, input.step)
  const others = said.length > 0 ? await othersAt(deps, here, input.step, said) : undefined
  const prompts = await withListed(deps, { here, step: input.step }, onThePage(possible, now, said))
  return { here, step, said, exposures: now, others, trial, prompts }
}

/** Journey prompts of a step, and of the statements that other walkers added there those this walk has met and a few more. */
export async function promptsAt(
  deps: WalkDeps,
  here: Published & Pick<Here, 'walk'>,
  step: StepKey,
): Promise<readonly Prompt[]> {
  const added = await addedHere(deps, here.walk, step)
  const { byOffer } = here.walk.progress.record
  const own = (here.prompts.get(step) ?? []).filter(({ id }) => id !== OFFER.id || byOffer)
  return withReasons(deps, { here, step }, [...own, ...added])
}

function onThePage(
  possible: readonly Prompt[],
  exposures: readonly Exposure[],
  said: readonly Contribution[],
): readonly Prompt[] {
  const offered = new Set(
    exposures.filter((exposure) => exposure.offered && !exposure.skipped).map(({ prompt }) => prompt),
  )
  const answered = new Set(said.map(({ prompt }) => prompt).filter((id) => id !== EDIT))
  // Whoever weighed it in an earlier version is invited to say where they stand now.
  const isAgain = (prompt: Prompt) => prompt.kind === 'weighing' && prompt.before !== undefined
  return possible.filter(
    (prompt) => prompt.id === 'open' || offered.has(prompt.id) || answered.has(prompt.id) || isAgain(prompt),
  )
}

/** What others chose is shown at the prompts that the walker has answered. */
async function othersAt(deps: WalkDeps, { walk }: Here, step: StepKey, said: readonly Contribution[]): Promise<Others> {
  const prompts = [...new Set(said.map(({ prompt }) => prompt))]
  const [options, texts] = await Promise.all([
    deps.walks.optionCounts({ journey: walk.journey, version: walk.version, step, prompts }),
    deps.walks.visibleTexts({ journey: walk.journey, step }),
  ])
  return { options, texts: texts.filter((text) => text.walk !== walk.id) }
}

type Seen = Pick<OpenedStep, 'trial'> & {
  readonly visited: readonly StepKey[]
  readonly exposures: readonly Exposure[]
  readonly offeredBefore: number
}

async function offer(deps: WalkDeps, here: Here, step: StepKey, seen: Seen): Promise<string | undefined> {
  const { walk } = here
  const counts = await deps.walks.promptCounts(walk.journey, walk.version)
  const ofStep = new Map<string, PromptCount[]>()
  for (const count of counts) ofStep.set(count.step, [...(ofStep.get(count.step) ?? []), count])
  const prompts = await promptsAt(deps, here, step)
  const used = seen.offeredBefore + seen.exposures.filter((exposure) => exposure.offered).length
  const aboutChange = prompts.find((prompt) => prompt.kind === 'answers-this' && prompt.isCredited)
  const first = aboutChange ?? prompts.find(({ id }) => id === OFFER.id)
  if (first && used < BUDGET) return first.id
  return allocate({
    step,
    prompts: prompts.filter((prompt) => isLight(here, step, prompt)).map(({ id }) => countOf(ofStep.get(step), id)),
    ahead: here.steps
      .filter(({ place, status }) => place.key === step || (status !== 'aside' && !seen.visited.includes(place.key)))
      .map(({ place }) => ({ step: place.key, ...sum(ofStep.get(place.key)) })),
    used,
    weights: seen.trial?.plan.weights,
    seed: walk.id,
  })
}

/**
 * The open answer is always there, folded; it is offered only where a step has nothing lighter: at questions. Whether a
 * change answers what was said is not shared out: everybody who meets it is asked, or only those who spoke. Nor is
 * whether an offer was welcome: everybody who began by it is asked.
 */
function isLight({ prompts }: Here, step: StepKey, prompt: Prompt): boolean {
  const isShared = ({ id, kind }: Prompt) => kind !== 'answers-this' && id !== OFFER.id && id !== EDIT
  if (!isShared(prompt)) return false
  return prompt.id !== 'open' || (prompts.get(step) ?? []).filter(isShared).every(({ id }) => id === 'open')
}

function countOf(counts: readonly PromptCount[] | undefined, id: string) {
  const count = counts?.find(({ prompt }) => prompt === id)
  return { id, shown: count?.shown ?? 0, answered: count?.answered ?? 0 }
}

function sum(counts: readonly PromptCount[] | undefined) {
  return {
    shown: (counts ?? []).reduce((total, { shown }) => total + shown, 0),
    answered: (counts ?? []).reduce((total, { answered }) => total + answered, 0),
  }
}
