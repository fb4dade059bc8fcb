import type { Persona } from '#src/journey/definition.ts'
import type { Finding } from '#src/journey/finding.ts'
import { readDefinition, readPersonas } from '#src/journey/notation.ts'
import { contentHash } from '#src/journey/version.ts'
import type { Version, VersionStore } from '#src/journey/version-store.ts'
import type { DraftStore } from './draft-store.ts'

const PREFIX = 'draft:'

/** The name under which a draft is walked: no published journey has one like it, so no figure ever counts such a walk. */
export function walkedName(draft: string): string {
  return `${PREFIX}${draft}`
}

/** Versions as a walk finds them: the published ones, and under their own names the revisions of drafts that somebody tries. */
export function alsoDrafts(versions: VersionStore, drafts: DraftStore): VersionStore {
  return {
    ...versions,
    find: (journey, number) =>
      journey.startsWith(PREFIX)
        ? draftAsVersion({ versions, drafts }, journey.slice(PREFIX.length), number)
        : versions.find(journey, number),
  }
}

type Stores = { readonly versions: VersionStore; readonly drafts: DraftStore }

/** A revision as if it were published, undefined where it cannot be read. */
export async function draftAsVersion(
  { versions, drafts }: Stores,
  id: string,
  number: number,
): Promise<Version | undefined> {
  const revision = await drafts.revision(id, number)
  const read = revision && readDefinition(revision.text)
  if (!read?.ok) return undefined
  const { definition } = read
  return {
    ...{ journey: walkedName(id), number, hash: contentHash(definition), definition },
    personas: peopleIn(revision?.personas) ?? (await versions.latest(definition.id))?.personas ?? [],
    ...{ author: revision?.by ?? '', note: undefined, publishedAt: revision?.at ?? 0, changes: [] },
  }
}

function peopleIn(text: string | undefined): readonly Persona[] | undefined {
  const read = text === undefined ? undefined : readPersonas(text)
  return read?.ok ? read.personas : undefined
}

/** Missing words and people who do not fit keep nobody from walking; whatever could lead nowhere does. */
const WALKABLE: ReadonlySet<string> = new Set([
  'missing-words',
  'variables-differ',
  'duplicate-title',
  'persona-incomplete',
])

/** What has to be mended before a draft can be walked. */
export function hindrances(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ severity, code, file }) => severity === 'error' && file === undefined && !WALKABLE.has(code),
  )
}
