import { answersThisId } from '#feedback/answers-this.ts'
import type { Prompt } from '#feedback/prompt.ts'
import { earlierNames, isFelt } from '#src/journey/compare.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Library, Published } from '#src/journey/library.ts'
import type { VersionStore } from '#src/journey/version-store.ts'
import type { Contribution, Walk } from '#src/walk/walk.ts'
import { type OldAndNew, partsBetween, publishedOnes } from './changed-step.ts'
import type { Response } from './response.ts'
import type { ResponseStore } from './response-store.ts'

/** What has become of a step since somebody spoke at it, for whoever walked an earlier version. */
export type Since = OldAndNew & {
  /** the version that changed the step last */
  readonly version: number
  /** the answers that the change keeps, but for those to their own words, which stand beside these already */
  readonly responses: readonly Response[]
  /** does this answer it? None where the step is gone */
  readonly prompt: Prompt | undefined
  /** what they have answered to that */
  readonly said: Contribution | undefined
}

type SinceDeps = { readonly library: Library; readonly versions: VersionStore; readonly responses: ResponseStore }

/**
 * Every step at which a walk has spoken and that later versions have changed, in the order of its contributions. A walk
 * that has moved on has spoken of more versions than one; what it said last of a step counts.
 */
export async function sinceSpoken(
  deps: SinceDeps,
  walk: Walk,
  contributions: readonly Contribution[],
): Promise<readonly Since[]> {
  const spoken = contributions.filter(({ kind }) => kind !== 'answers-this').map(({ version }) => version)
  const versions = [...new Set([...spoken, walk.version])].sort((one, other) => other - one)
  const all = await Promise.all(versions.map((version) => sinceOn(deps, { ...walk, version }, contributions)))
  const found = new Map(
    all
      .flat()
      .toReversed()
      .map((since) => [since.before.key, since]),
  )
  return [...found.values()]
}

async function sinceOn(deps: SinceDeps, walk: Walk, contributions: readonly Contribution[]): Promise<readonly Since[]> {
  const later = await laterVersions(deps, walk)
  const [own, ...newer] = later
  if (!own || newer.length === 0) return []
  const answers = await deps.responses.answering(walk.id)
  const spoken = contributions.filter(({ version, kind }) => version === walk.version && kind !== 'answers-this')
  const steps = [...new Set(spoken.map(({ step }) => step))]
  const found = await Promise.all(
    steps.map(async (step): Promise<Since | undefined> => {
      const last = lastChange(own, newer, step)
      const compared = last && between(own, last, step)
      if (!compared) return undefined
      const prompt = promptAt(last)
      const ids = spoken.filter((one) => one.step === step).map(({ id }) => id)
      const beside = answers.filter((answer) => answer.contributions.some((id) => ids.includes(id)))
      return {
        ...compared,
        version: last.published.version.number,
        responses: (await keptBy(deps, last)).filter(({ id }) => !beside.some((answer) => answer.id === id)),
        prompt,
        said: prompt && contributions.find((one) => one.prompt === prompt.id && one.step === last.key),
      }
    }),
  )
  return found.filter((since) => since !== undefined)
}

/** A step as it was walked and as it is now; undefined where in the end nothing that a walker meets is different. */
function between(own: Published, { published, key }: Last, step: StepKey): OldAndNew | undefined {
  const before = { definition: own.version.definition, number: own.version.number, key: step }
  if (key === undefined) return { before, after: undefined, parts: [] }
  const after = { definition: published.version.definition, number: published.version.number, key }
  const parts = partsBetween(before, after)
  return isFelt({ kind: 'changed', parts }) ? { before, after, parts } : undefined
}

function promptAt({ published, key }: Last): Prompt | undefined {
  const id = answersThisId(published.version.number)
  return key && published.prompts.get(key)?.find((prompt) => prompt.id === id)
}

async function keptBy({ responses }: SinceDeps, { published, key, gone }: Last): Promise<readonly Response[]> {
  const change = published.version.changes.find(({ step }) => step === (key ?? gone))
  return change ? publishedOnes({ responses }, change) : []
}

/** The walk's own version and every later one, oldest first. */
async function laterVersions(
  { library, versions }: SinceDeps,
  { journey, version }: Walk,
): Promise<readonly Published[]> {
  const numbers = (await versions.list(journey)).map(({ number }) => number).filter((number) => number >= version)
  if (numbers.length < 2) return []
  const found = await Promise.all(numbers.map((number) => library.version(journey, number)))
  return found.filter((one) => one !== undefined)
}

/** `gone`: the name under which a step that is no longer there stood last */
type Last = { readonly published: Published; readonly key: StepKey | undefined; readonly gone?: StepKey }

/** Follows a step through its names from version to version to the last one that changed what a walker meets there. */
function lastChange(own: Published, newer: readonly Published[], step: StepKey): Last | undefined {
  let last: Last | undefined
  let before = own
  let key = step
  for (const published of newer) {
    const now = nameIn(before, published, key)
    if (now === undefined) return { published, key: undefined, gone: key }
    const change = published.version.changes.find((one) => one.step === now)
    if (change && isFelt(change)) last = { published, key: now }
    before = published
    key = now
  }
  return last
}

function nameIn(before: Published, after: Published, key: StepKey): StepKey | undefined {
  const names = earlierNames(before.version.definition, after.version.definition)
  return [...names].find(([, earlier]) => earlier.includes(key))?.[0]
}
