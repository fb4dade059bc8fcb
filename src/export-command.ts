import { parseArgs } from 'node:util'
import { readConfig } from '#src/config.ts'
import { cpsvApJson } from '#src/journey/export/cpsv-ap.ts'
import { machineJson } from '#src/journey/export/machine.ts'
import { jsonNotation, yamlNotation } from '#src/journey/export/notation.ts'
import type { Version } from '#src/journey/version-store.ts'
import { openStorage } from '#src/storage/open.ts'

export type ExportResult = { readonly text: string; readonly complaint: string | undefined }

const FORMATS: ReadonlyMap<string, (version: Version) => string> = new Map([
  ['yaml', yamlNotation],
  ['json', jsonNotation],
  ['xstate', machineJson],
  ['cpsv-ap', cpsvApJson],
])

/** `export ID --format FORMAT`: the published version of a journey of the installation, which may be running. */
export async function runExport(
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ExportResult> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { format: { type: 'string' } } })
  const [journey, ...others] = positionals
  if (journey === undefined || others.length > 0) return refused('Name one journey by its id.')
  const write = FORMATS.get(values.format ?? '')
  if (!write) return refused(`--format must be one of ${[...FORMATS.keys()].join(', ')}`)

  const config = readConfig(environment)
  const storage = await openStorage({ url: config.databaseUrl, folder: config.dataFolder, now: Date.now })
  try {
    const version = await storage.versions.latest(journey)
    return version ? { text: write(version), complaint: undefined } : refused(`no journey is called ${journey}`)
  } finally {
    await storage.close()
  }
}

function refused(complaint: string): ExportResult {
  return { text: '', complaint }
}
