import type { Definition, Persona } from '#src/journey/definition.ts'
import type { Finding } from '#src/journey/finding.ts'
import { readDefinition, readPersonas } from '#src/journey/notation.ts'
import { contentHash } from '#src/journey/version.ts'
import type { VersionStore } from '#src/journey/version-store.ts'
import { type Prepared, textHash } from '#src/prepared-journeys.ts'
import { type JourneyFile, readJourneyFolder } from '#src/storage/journey-files.ts'

const SHIPPED = 'shipped'

export type Loaded = {
  readonly journey: string
  /** added: a new version · same: there already · theirs: people have published since, the file is left alone · refused: cannot be read */
  readonly outcome: 'added' | 'same' | 'theirs' | 'refused'
  readonly findings: readonly Finding[]
}
type From = {
  readonly folder: string
  readonly versions: VersionStore
  readonly now: () => number
  /** journeys read before the start, by the hash of their texts */
  readonly prepared?: Prepared
}

/** Brings the journeys that come with the product into storage. One that cannot be read does not keep the others away. */
export async function loadShipped({ folder, versions, now, prepared = {} }: From): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = []
  for (const file of await readJourneyFolder(folder))
    loaded.push(await load(file, prepared[textHash(file)] ?? readNow(file), versions, now()))
  return loaded
}

type Read = { readonly definition: Definition; readonly personas: readonly Persona[] } | readonly Finding[]

function readNow({ file, text, personasText }: JourneyFile): Read {
  const read = readDefinition(text, file)
  if (!read.ok) return read.findings
  const people = readPersonas(personasText ?? '[]', file.replace('journey.yaml', 'personas.yaml'))
  return people.ok ? { definition: read.definition, personas: people.personas } : people.findings
}

async function load({ id }: JourneyFile, read: Read, versions: VersionStore, at: number): Promise<Loaded> {
  if (!('definition' in read)) return { journey: id, outcome: 'refused', findings: read }
  const { definition, personas } = read
  const version = { journey: definition.id, hash: contentHash(definition), definition, personas }
  const outcome = outcomeOf(await versions.list(version.journey), version.hash)
  // Added also where the newest is the same: the example people may have been mended, and `add` sees to that.
  const told = { author: SHIPPED, note: undefined, publishedAt: at, changes: [] }
  if (outcome !== 'theirs') await versions.add({ ...version, ...told })
  return { journey: version.journey, outcome, findings: [] }
}

function outcomeOf(known: Awaited<ReturnType<VersionStore['list']>>, hash: string): 'added' | 'same' | 'theirs' {
  const newest = known.at(-1)
  if (newest?.hash === hash) return 'same'
  // A file older than what was shipped since is as good as somebody else's version: it does not come back as the newest.
  const isOlder = known.some((version) => version.hash === hash)
  return isOlder || (newest && newest.author !== SHIPPED) ? 'theirs' : 'added'
}
