import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '#src/journey/finding.ts'
import { readDefinition, readPersonas } from '#src/journey/notation.ts'
import { contentHash } from '#src/journey/version.ts'
import type { VersionStore } from '#src/journey/version-store.ts'

const SHIPPED = 'shipped'

export type Loaded = {
  readonly journey: string
  /** added: a new version · same: already there · theirs: people have published since, so the file is left alone · refused: it cannot be read */
  readonly outcome: 'added' | 'same' | 'theirs' | 'refused'
  readonly findings: readonly Finding[]
}
type From = { readonly folder: string; readonly versions: VersionStore; readonly now: () => number }

/** Brings the journeys that come with the product into storage. One that cannot be read does not keep the others away. */
export async function loadShipped({ folder, versions, now }: From): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = []
  for (const id of readdirSync(folder).sort()) {
    if (existsSync(join(folder, id, 'journey.yaml'))) loaded.push(await load(join(folder, id), id, versions, now()))
  }
  return loaded
}

async function load(folder: string, journey: string, versions: VersionStore, at: number): Promise<Loaded> {
  const file = join(folder, 'journey.yaml')
  const read = readDefinition(readFileSync(file, 'utf8'), file)
  if (!read.ok) return { journey, outcome: 'refused', findings: read.findings }
  const people = personasIn(folder)
  if (!people.ok) return { journey, outcome: 'refused', findings: people.findings }

  const hash = contentHash(read.definition)
  const known = await versions.list(journey)
  const newest = known.at(-1)
  if (newest && newest.author !== SHIPPED) return { journey, outcome: 'theirs', findings: [] }
  const isOlder = newest?.hash !== hash && known.some((version) => version.hash === hash)
  if (isOlder) return { journey, outcome: 'same', findings: [] }
  // Also where the newest is the same: its personas may have changed.
  await versions.add({
    journey,
    hash,
    definition: read.definition,
    personas: people.personas,
    author: SHIPPED,
    note: undefined,
    publishedAt: at,
  })
  return { journey, outcome: newest?.hash === hash ? 'same' : 'added', findings: [] }
}

function personasIn(folder: string) {
  const file = join(folder, 'personas.yaml')
  return existsSync(file) ? readPersonas(readFileSync(file, 'utf8'), file) : { ok: true as const, personas: [] }
}
