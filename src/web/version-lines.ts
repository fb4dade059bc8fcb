import { isOwedToWalkers } from '#src/journey/prompts.ts'
import { credits } from '#src/review/changed-step.ts'
import { otherChanges } from '#src/studio/other-changes.ts'
import type { VersionLine } from '#views/studio/versions.ts'
import type { Deps } from './context.ts'

type Listed = Awaited<ReturnType<Deps['versions']['list']>>[number]

/** Every version of a journey, the newest first, with what each changed and how many contributions are credited. */
export async function versionLines(deps: Deps, journey: string): Promise<readonly VersionLine[]> {
  const all = await deps.versions.list(journey)
  const lines = await Promise.all(all.map(async (version) => ({ ...version, ...(await changesOf(deps, version)) })))
  return lines.toReversed()
}

async function changesOf(
  deps: Deps,
  { journey, number, changes }: Listed,
): Promise<Pick<VersionLine, 'told' | 'others'>> {
  const [before, after] = await Promise.all([
    number > 1 ? deps.library.version(journey, number - 1) : undefined,
    deps.library.version(journey, number),
  ])
  if (!after) return { told: [], others: 0 }
  const now = after.version.definition
  const then = before?.version.definition ?? now
  const told = changes.map(async (change) => ({
    ...change,
    at: { definition: change.kind === 'removed' ? then : now, key: change.step },
    credit: isOwedToWalkers(change) ? await credits(deps, change) : undefined,
  }))
  return { told: await Promise.all(told), others: otherChanges(then, now).length }
}
