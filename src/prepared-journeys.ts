import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Definition, Persona } from '#src/journey/definition.ts'
import { readDefinition, readPersonas } from '#src/journey/notation.ts'
import { type JourneyFile, readJourneyFolder } from '#src/storage/journey-files.ts'

/** Shipped journeys as they were read before the start, by the hash of their texts. */
export type Prepared = Readonly<
  Record<string, { readonly definition: Definition; readonly personas: readonly Persona[] }>
>

const FILE = 'journeys.json'

/** What `prepareJourneys` left in the folder; nothing where it never ran: the files are then read at the start. */
export function loadPrepared(folder: string): Prepared {
  const file = join(folder, FILE)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

export function textHash({ text, personasText }: Pick<JourneyFile, 'text' | 'personasText'>): string {
  return createHash('sha256')
    .update(text)
    .update('\0')
    .update(personasText ?? '')
    .digest('hex')
}

/**
 * Reads the journey files once, before the first start: the notation takes a good part of a second for a long journey,
 * and an installation answers within two. A file that cannot be read is left to the start, which says what is wrong.
 */
export async function prepareJourneys({
  journeys,
  target,
}: {
  journeys: string
  target: string
}): Promise<'prepared' | 'up to date'> {
  const files = await readJourneyFolder(journeys)
  const known = loadPrepared(target)
  if (files.every((file) => textHash(file) in known) && Object.keys(known).length === files.length) return 'up to date'
  const prepared = files.flatMap((file) => {
    const hash = textHash(file)
    const ready = known[hash] ?? readFile(file)
    return ready ? [[hash, ready] as const] : []
  })
  mkdirSync(target, { recursive: true })
  const half = join(target, `${FILE}.${process.pid}.tmp`)
  writeFileSync(half, JSON.stringify(Object.fromEntries(prepared)))
  renameSync(half, join(target, FILE))
  return 'prepared'
}

function readFile({ text, personasText, file }: JourneyFile): Prepared[string] | undefined {
  const read = readDefinition(text, file)
  const people = readPersonas(personasText ?? '[]', file)
  return read.ok && people.ok ? { definition: read.definition, personas: people.personas } : undefined
}

if (import.meta.main) {
  const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
  await prepareJourneys({ journeys: folder('journeys'), target: folder('public') })
}
