import { credits } from '#src/review/changed-step.ts'
import type { ToldChange, VersionLine } from '#views/studio/versions.ts'
import type { Deps } from './context.ts'

type Listed = Awaited<ReturnType<Deps['versions']['list']>>[number]

/** Every version of a journey, the newest first, with what each changed and how many contributions are credited. */
export async function versionLines(deps: Deps, journey: string): Promise<readonly VersionLine[]> {
  const all = await deps.versions.list(journey)
  const lines = await Promise.all(all.map(async (version) => ({ ...version, told: await toldOf(deps, version) })))
  return lines.toReversed()
}

async function toldOf(deps: Deps, { journey, number, changes }: Listed): Promise<readonly ToldChange[]> {
  if (changes.length === 0) return []
  const [before, after] = await Promise.all([
    deps.library.version(journey, number - 1),
    deps.library.version(journey, number),
  ])
  if (!after) return []
  const now = after.version.definition
  const then = before?.version.definition ?? now
  return Promise.all(
    changes.map(async (change) => ({
      ...change,
      at: { definition: change.kind === 'removed' ? then : now, key: change.step },
      credit: change.responses.length > 0 ? await credits(deps, change) : undefined,
    })),
  )
}
