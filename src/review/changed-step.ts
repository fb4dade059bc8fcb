import { disclose } from '#feedback/disclosure.ts'
import { compare, earlierNames, isFelt, type Part } from '#src/journey/compare.ts'
import type { Definition, StepKey } from '#src/journey/definition.ts'
import type { Library, Published } from '#src/journey/library.ts'
import { isOwedToWalkers } from '#src/journey/prompts.ts'
import type { VersionChange } from '#src/journey/version-store.ts'
import type { Response } from './response.ts'
import type { ResponseStore } from './response-store.ts'

/** A step in one version: where to read it. */
export type StepIn = { readonly definition: Definition; readonly number: number; readonly key: StepKey }
/** A step as it was and as it is; undefined where it is gone. */
export type OldAndNew = { readonly before: StepIn; readonly after: StepIn | undefined; readonly parts: readonly Part[] }

/** A step that a version changed because of what was said. */
export type ChangedStep = OldAndNew & {
  readonly responses: readonly Response[]
  /** contributions that are credited and still there, as a count may be shown */
  readonly credited: number | undefined
  /** some that led to the change have been withdrawn since, and are counted no more */
  readonly areSomeWithdrawn: boolean
}

type ChangedDeps = { readonly library: Library; readonly responses: ResponseStore }

/** What a version changed at a step because of what was said; undefined where it changed nothing, or nobody's words led to it. */
export async function changedStep(
  deps: ChangedDeps,
  { version }: Pick<Published, 'version'>,
  key: StepKey,
): Promise<ChangedStep | undefined> {
  const change = version.changes.find(({ step }) => step === key)
  if (!change || !isOwedToWalkers(change) || !isFelt(change)) return undefined
  const before = await deps.library.version(version.journey, version.number - 1)
  if (!before) return undefined
  const after = version.definition
  const [was = key] = earlierNames(before.version.definition, after).get(key) ?? []
  return {
    before: { definition: before.version.definition, number: version.number - 1, key: was },
    after: { definition: after, number: version.number, key },
    parts: change.parts as readonly Part[],
    responses: await publishedOnes(deps, change),
    ...(await credits(deps, change)),
  }
}

/** How many contributions a change is credited to. People are few: fewer than five are not told, however much they wrote. */
export async function credits(
  { responses }: Pick<ChangedDeps, 'responses'>,
  { contributions }: Pick<VersionChange, 'contributions'>,
): Promise<Pick<ChangedStep, 'credited' | 'areSomeWithdrawn'>> {
  const found = contributions.length > 0 ? await responses.contributions(contributions) : []
  const people = new Set(found.map(({ walk }) => walk)).size
  return {
    credited: disclose(people) === undefined ? undefined : found.length,
    areSomeWithdrawn: found.length < contributions.length,
  }
}

/** What is different between a step as it was in one version and as it is in another. */
export function partsBetween(before: StepIn, after: StepIn): readonly Part[] {
  return compare(before.definition, after.definition).find(({ step }) => step === after.key)?.parts ?? []
}

/** The answers that a change keeps, as far as they are public. */
export async function publishedOnes(
  { responses }: Pick<ChangedDeps, 'responses'>,
  { responses: ids }: Pick<VersionChange, 'responses'>,
): Promise<readonly Response[]> {
  const found = await Promise.all(ids.map((id) => responses.find(id)))
  return found.filter((response) => response !== undefined).filter(({ publishedOn }) => publishedOn !== undefined)
}
