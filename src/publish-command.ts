import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '#src/config.ts'
import { byLine, findingLine } from '#src/journey/finding.ts'
import { FRESH_MS } from '#src/journey/library.ts'
import type { Version } from '#src/journey/version-store.ts'
import { openStorage } from '#src/storage/open.ts'
import { type Published, publish } from '#src/studio/publish.ts'

export type PublishResult = { readonly text: string; readonly complaint: string | undefined }

const BY = 'command line'

/**
 * `publish FILE`: checks a journey file and publishes it as the next version in the installation, which may be running.
 * The example people are read from `personas.yaml` beside it; without that file they stay who they were.
 */
export async function runPublish(
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
  offered: () => Promise<unknown> = () => setTimeout(FRESH_MS),
): Promise<PublishResult> {
  const [file, ...others] = parseArgs({ args, allowPositionals: true }).positionals
  if (file === undefined || others.length > 0) return refused('Name one journey file.')
  const text = contentOf(file)
  if (text === undefined) return refused(`${file}: cannot be read`)
  const personasFile = join(dirname(file), 'personas.yaml')
  const personas = basename(file) === 'personas.yaml' ? undefined : contentOf(personasFile)

  const config = readConfig(environment)
  const storage = await openStorage({ url: config.databaseUrl, folder: config.dataFolder, now: Date.now })
  try {
    const draft = { text, personas, file, personasFile }
    const outcome = await publish({ ...storage, now: Date.now }, { draft, author: BY, note: undefined })
    // A server that runs beside may go on offering the version before for this long: once the command ends, nobody does.
    if (outcome.ok) await offered()
    return resultOf(outcome, file)
  } finally {
    await storage.close()
  }
}

function resultOf(outcome: Published, file: string): PublishResult {
  if (outcome.ok)
    return {
      text: [published(outcome.version), ...outcome.version.changes.map(changeLine)].join('\n'),
      complaint: undefined,
    }
  if (outcome.refused === 'findings')
    return refused(
      byLine(outcome.findings)
        .map((found) => findingLine(found, 'en'))
        .join('\n'),
    )
  if (outcome.refused === 'unchanged') {
    const { journey, number } = outcome.version
    return refused(`${file}: the same as version ${number} of ${journey}, which is published`)
  }
  return refused(`${file}: somebody else has published meanwhile; look at what they changed and publish again`)
}

function published({ journey, number }: Version): string {
  return `${journey}: published as version ${number}`
}

function changeLine({ step, kind, parts, responses, contributions }: Version['changes'][number]): string {
  const what = parts.length > 0 ? `${kind} (${parts.join(', ')})` : kind
  const credit = `; carries out answers: ${responses.join(', ')}; credits contributions: ${contributions.length}`
  return `${step}: ${what}${responses.length > 0 ? credit : ''}`
}

function refused(complaint: string): PublishResult {
  return { text: '', complaint }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
