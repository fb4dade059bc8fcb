import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type JourneyFile = {
  /** the folder's name */
  readonly id: string
  readonly file: string
  readonly text: string
  readonly personasText?: string
}

/** Reads `<id>/journey.yaml`, and `personas.yaml` beside it where there is one. Only reads: what the texts mean is for others to find out. */
export async function readJourneyFolder(folder: string): Promise<readonly JourneyFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const read = await Promise.all(ids.sort().map((id) => readJourney(folder, id)))
  return read.filter((journey) => journey !== undefined)
}

async function readJourney(folder: string, id: string): Promise<JourneyFile | undefined> {
  const file = join(folder, id, 'journey.yaml')
  const text = await readIfThere(file)
  if (text === undefined) return undefined
  const personasText = await readIfThere(join(folder, id, 'personas.yaml'))
  return personasText === undefined ? { id, file, text } : { id, file, text, personasText }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
