import { createLibrary } from '#src/journey/library.ts'
import { canonicalJson, contentHash } from '#src/journey/version.ts'
import { firstBroken } from '#src/storage/audit.ts'
import type { Storage } from '#src/storage/open.ts'
import { replay } from '#src/walk/replay.ts'

export type Verified = {
  /** a sentence for each thing that is not as it should be */
  readonly troubles: readonly string[]
  readonly versions: number
  readonly walks: number
  readonly auditEntries: number
}

const PAGE = 500

/**
 * Looks at a whole installation: the files of the storage, every version against its hash, every walk against its own
 * events, the chain of the audit trail. Changes nothing; may run beside the service, which may add to what is looked at.
 */
export async function verify(storage: Storage, now: () => number): Promise<Verified> {
  const files = await storage.troubles()
  const versions = await versionsOf(storage)
  const walks = await walksOf(storage, now)
  const audit = await auditOf(storage)
  return {
    troubles: [...files, ...versions.troubles, ...walks.troubles, ...audit.troubles],
    versions: versions.count,
    walks: walks.count,
    auditEntries: audit.count,
  }
}

type Part = { readonly count: number; readonly troubles: readonly string[] }

async function versionsOf({ versions }: Storage): Promise<Part> {
  const latest = await versions.allLatest()
  const lines = (await Promise.all(latest.map(({ journey }) => versions.list(journey)))).flat()
  const all = await Promise.all(lines.map(({ journey, number }) => versions.find(journey, number)))
  const changed = all.filter((one) => one !== undefined && contentHash(one.definition) !== one.hash)
  return {
    count: all.length,
    troubles: changed.map((one) => `version ${one?.number} of ${one?.journey} is not what was published`),
  }
}

async function walksOf(storage: Storage, now: () => number): Promise<Part> {
  const library = createLibrary(storage.versions, now)
  const troubles: string[] = []
  let count = 0
  let after = ''
  for (;;) {
    const ids = await storage.walkIds(after, PAGE)
    for (const id of ids)
      if (!(await isAsItHappened(storage, library, id))) troubles.push(`walk ${id} is not where its events lead`)
    count += ids.length
    after = ids.at(-1) ?? ''
    if (ids.length < PAGE) return { count, troubles }
  }
}

/** True as well for a walk that is gone meanwhile: whoever took it back may. */
async function isAsItHappened(
  { walks }: Storage,
  library: ReturnType<typeof createLibrary>,
  id: string,
): Promise<boolean> {
  const state = await walks.find(id)
  if (!state) return true
  const { walk, told } = state
  const published = await library.version(walk.journey, walk.version)
  if (!published) return false
  const rebuilt = replay(published.journey, { told, tracks: walk.tracks }, await walks.events(id))
  return canonicalJson(rebuilt) === canonicalJson(walk.progress)
}

async function auditOf({ accounts }: Storage): Promise<Part> {
  const newestFirst = await accounts.audit({ limit: Number.MAX_SAFE_INTEGER, before: undefined })
  const broken = firstBroken(newestFirst.toReversed())
  return {
    count: newestFirst.length,
    troubles: broken ? [`entry ${broken.seq} of the audit trail does not fit the one before`] : [],
  }
}
