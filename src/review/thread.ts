import type { StepKey, Words } from '#src/journey/definition.ts'
import type { Library } from '#src/journey/library.ts'
import type { VersionChange, VersionStore } from '#src/journey/version-store.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { Response } from './response.ts'
import type { ResponseStore } from './response-store.ts'

/** One contribution at the end of a thread: what was said, at which step of which version, on which walk. */
export type Spoken = {
  readonly contribution: Contribution
  readonly step: StepKey
  readonly stepTitle: Words | undefined
  readonly version: number
  readonly walk: string
}
/** From a change of a version, or from an answer, back to those who spoke. Ids are the same all the way. */
export type Thread = {
  readonly change: { readonly version: number; readonly change: VersionChange } | undefined
  readonly responses: readonly Response[]
  readonly spoken: readonly Spoken[]
  /** contributions that are named but have been withdrawn since */
  readonly withdrawn: readonly string[]
}

type ThreadDeps = { readonly responses: ResponseStore; readonly versions: VersionStore; readonly library: Library }

/** Backwards from an answer: to the change it led to, if a version has made one, and to the contributions it answers. */
export async function threadOfResponse(deps: ThreadDeps, id: string): Promise<Thread | undefined> {
  const response = await deps.responses.find(id)
  if (!response) return undefined
  const versions = await deps.versions.list(response.journey)
  const changes = versions.flatMap(({ number, changes: all }) => all.map((change) => ({ version: number, change })))
  const change = changes.find((one) => one.change.responses.includes(id))
  return { change, responses: [response], ...(await spokenBy(deps, response.contributions)) }
}

/** Backwards from a version's change of a step: to the answers that promised it and the contributions credited in it. */
export async function threadOfChange(
  deps: ThreadDeps,
  { journey, version, step }: { readonly journey: string; readonly version: number; readonly step: StepKey },
): Promise<Thread | undefined> {
  const published = await deps.library.version(journey, version)
  const change = published?.version.changes.find((one) => one.step === step)
  if (!change) return undefined
  const found = await Promise.all(change.responses.map((id) => deps.responses.find(id)))
  const responses = found.filter((response) => response !== undefined)
  return { change: { version, change }, responses, ...(await spokenBy(deps, change.contributions)) }
}

async function spokenBy({ responses, library }: ThreadDeps, ids: readonly string[]) {
  const found = ids.length > 0 ? await responses.contributions(ids) : []
  const spoken = await Promise.all(
    found.map(async (contribution): Promise<Spoken> => {
      const { journey, step, version, walk } = contribution
      const published = await library.version(journey, version)
      return { contribution, step, stepTitle: published?.journey.places.get(step)?.step.title, version, walk }
    }),
  )
  const there = new Set(found.map(({ id }) => id))
  return { spoken, withdrawn: ids.filter((id) => !there.has(id)) }
}
