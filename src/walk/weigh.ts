import type { Prompt, Reason, Weighing } from '#feedback/prompt.ts'
import { SIDES } from '#feedback/weighing/reasons.ts'
import { AT_ONCE, serve } from '#feedback/weighing/serving.ts'
import { ownReasonId } from '#feedback/weighing/weighing.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import type { WalkDeps } from './deps.ts'
import type { Here } from './here.ts'
import type { Contribution } from './walk.ts'
import type { SavedStance, WeighedPlace } from './weighing-store.ts'

type Walking = Published & Pick<Here, 'walk'>
type At = { readonly here: Walking; readonly step: StepKey }

/** The prompts of a step, the propositions among them with all reasons that this walk may take and those it has taken. */
export async function withReasons(
  deps: WalkDeps,
  { here, step }: At,
  prompts: readonly Prompt[],
): Promise<readonly Prompt[]> {
  if (!prompts.some(({ kind }) => kind === 'weighing')) return prompts
  const [own, texts] = await Promise.all([
    deps.weighing.ofWalk(here.walk.id),
    deps.walks.visibleTexts({ journey: here.walk.journey, step }),
  ])
  return Promise.all(
    prompts.map(async (prompt) => {
      if (prompt.kind !== 'weighing') return prompt
      const isHere = isOf({ here, step }, prompt)
      const reasons = [...prompt.reasons, ...(await othersReasons(deps, { here, step }, prompt, texts))]
      const taken = own.adoptions.filter(isHere).map(({ reason }) => reason)
      const still = taken.filter((id) => reasons.some((reason) => reason.id === id))
      const saved = own.stances.filter(isHere)
      return {
        ...prompt,
        reasons,
        taken: still,
        gone: taken.length - still.length,
        importance: saved.at(-1)?.importance,
        history: changesOf(saved),
        before: await stanceBefore(deps, { here, step }, prompt, own.stances),
      }
    }),
  )
}

/** Stances in order, each change of mind once: a new importance alone is no new stance. */
function changesOf(saved: readonly SavedStance[]): readonly string[] {
  const stances = saved.flatMap(({ stance }) => stance ?? [])
  return stances.filter((stance, i) => stance !== stances[i - 1])
}

/** The last stance on this proposition in an earlier version, while there is none in this. */
async function stanceBefore(
  { library }: Pick<WalkDeps, 'library'>,
  { here, step }: At,
  { id }: Weighing,
  stances: readonly SavedStance[],
): Promise<Weighing['before']> {
  const { journey, number: version } = here.version
  const saved = stances.filter((one) => one.step === step && one.prompt === id && one.stance !== undefined)
  const last = saved.findLast((one) => one.version < version)
  if (!last?.stance || saved.some((one) => one.version === version)) return undefined
  const published = await library.version(journey, last.version)
  const asked = published?.prompts.get(step)?.find((prompt) => prompt.id === id)
  return asked?.kind === 'weighing' ? { version: last.version, ask: asked.ask, stance: last.stance } : undefined
}

/** The same prompts as a page lists them: to each proposition the reasons taken, and the first five shown to this walk. */
export function withListed(deps: WalkDeps, at: At, prompts: readonly Prompt[]): Promise<readonly Prompt[]> {
  return Promise.all(
    prompts.map(async (prompt) =>
      prompt.kind === 'weighing' ? { ...prompt, listed: await listedTo(deps, at, prompt) } : prompt,
    ),
  )
}

async function listedTo(deps: WalkDeps, at: At, prompt: Weighing): Promise<readonly string[]> {
  const first = (await shownTo(deps, at, prompt)).slice(0, AT_ONCE)
  const added = first.length < AT_ONCE ? await serveMore(deps, at, prompt, AT_ONCE - first.length) : []
  return [...new Set([...(prompt.taken ?? []), ...first, ...added])]
}

/** Ids of the reasons this walk has been shown at a proposition and that are still there, in the order they were shown. */
export async function shownTo(deps: WalkDeps, at: At, prompt: Weighing): Promise<readonly string[]> {
  const { exposures } = await deps.weighing.ofWalk(at.here.walk.id)
  const shown = exposures.filter(isOf(at, prompt)).map(({ reason }) => reason)
  return shown.filter((id) => prompt.reasons.some((reason) => reason.id === id))
}

/** Shows a walk more reasons, the least seen first, and keeps that it has seen them. Answers their ids. */
export async function serveMore(
  deps: WalkDeps,
  at: At,
  prompt: Weighing,
  atMost = AT_ONCE,
): Promise<readonly string[]> {
  const { walk } = at.here
  const place = { journey: walk.journey, step: at.step, prompt: prompt.id }
  const shown = await shownTo(deps, at, prompt)
  const counts = await deps.weighing.exposureCounts({ ...place, simulated: walk.mode === 'simulated' })
  const unseen = prompt.reasons
    .filter(({ id }) => !shown.includes(id))
    .map((reason) => ({ ...reason, exposed: counts.get(reason.id) ?? 0 }))
  const reasons = serve(unseen, walk.id, atMost).map(({ id }) => id)
  if (reasons.length > 0)
    await deps.weighing.expose({ ...place, walk: walk.id, version: at.here.version.number, reasons, at: deps.now() })
  return reasons
}

function isOf({ here, step }: At, { id }: Weighing) {
  return (one: WeighedPlace) => one.step === step && one.prompt === id && one.version === here.version.number
}

/** Approved reasons of other walkers that say for which side they are, about the proposition as it is worded here. */
async function othersReasons(
  deps: WalkDeps,
  { here, step }: At,
  prompt: Weighing,
  texts: readonly Contribution[],
): Promise<readonly Reason[]> {
  const own = ownReasonId(prompt.id)
  const others = texts.filter((text) => text.prompt === own && text.walk !== here.walk.id)
  const found = await Promise.all(
    others.map(async ({ id, version, option, language, text }): Promise<Reason | undefined> => {
      const side = SIDES.find((one) => one === option)
      const isSame = await isWordedSo(deps, { here, step }, prompt, version)
      return side && isSame ? { id, side, text: { [language]: text }, origin: 'participant' } : undefined
    }),
  )
  return found.filter((reason) => reason !== undefined)
}

/** Whether a version puts a proposition in the same words: changed words make it another one. */
async function isWordedSo(
  deps: Pick<WalkDeps, 'library'>,
  { here, step }: At,
  prompt: Weighing,
  version: number,
): Promise<boolean> {
  if (version === here.version.number) return true
  const published = await deps.library.version(here.walk.journey, version)
  const other = published?.prompts.get(step)?.find(({ id }) => id === prompt.id)
  return other?.kind === 'weighing' && JSON.stringify(other.ask) === JSON.stringify(prompt.ask)
}
