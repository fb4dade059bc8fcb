import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { PolisComment } from '#feedback/opinion-map/polis-export.ts'
import type { Vote } from '#feedback/opinion-map/vote-log.ts'
import { readConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { createLibrary } from '#src/journey/library.ts'
import { importOpinions } from '#src/review/import-opinions.ts'
import { openStorage } from '#src/storage/open.ts'
import { commentsIn, isAboutTheFiles, votesIn } from './polis-folder.ts'

export type ImportResult = { readonly text?: string; readonly complaint?: string }
type Wanted = { readonly folder: string; readonly journey: string; readonly step: StepKey }

// The newer exports count seconds, the older ones milliseconds: as seconds these would lie after the year 5000.
const MILLISECONDS_FROM = 1e11

/**
 * `import-opinions DIR --journey ID --step TRACK/STEP`: brings a Polis export folder to a step of a published journey in
 * the installation, which may be running. Everything in the folder is read before anything is stored.
 */
export async function runImportOpinions(
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
  told: (done: number, all: number) => void = () => {},
): Promise<ImportResult> {
  const wanted = wantedBy(args)
  if (typeof wanted === 'string') return { complaint: wanted }
  try {
    const [comments, votes] = [
      commentsIn(wanted.folder).map(asWritten),
      [...votesIn(wanted.folder)].map(inMilliseconds),
    ]
    return await imported(wanted, { comments, votes }, environment, told)
  } catch (error) {
    if (isAboutTheFiles(error)) return { complaint: error.message }
    throw error
  }
}

function wantedBy(args: string[]): Wanted | string {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { journey: { type: 'string' }, step: { type: 'string' } },
  })
  const [folder, ...others] = positionals
  if (folder === undefined || others.length > 0) return 'import-opinions needs one folder'
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `${folder} is no folder`
  if (!values.journey) return '--journey must be the id of a published journey'
  const [track, step, ...more] = (values.step ?? '').split('/')
  if (!track || !step || more.length > 0) return '--step must be a track and a step, such as estate/inventory'
  return { folder, journey: values.journey, step: `${track}/${step}` }
}

type Read = { readonly comments: readonly PolisComment[]; readonly votes: readonly Vote[] }

async function imported(
  { journey, step }: Wanted,
  read: Read,
  environment: Readonly<Record<string, string | undefined>>,
  told: (done: number, all: number) => void,
): Promise<ImportResult> {
  const config = readConfig(environment)
  const now = Date.now
  const storage = await openStorage({ url: config.databaseUrl, folder: config.dataFolder, now })
  try {
    const published = await createLibrary(storage.versions, now).latest(journey)
    if (!published) return { complaint: `no journey is called ${journey}` }
    const run = now().toString(36)
    const { statements, people, votes } = await importOpinions(
      { ...storage, now },
      { ...read, published, step, run },
      told,
    )
    return { text: `${journey}: ${votes} votes of ${people} people brought in, ${statements} new statements` }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    return { complaint: `${journey} has no step ${step}` }
  } finally {
    await storage.close()
  }
}

/** Our own exports put a ' before what a spreadsheet would run. */
function asWritten(comment: PolisComment): PolisComment {
  return { ...comment, text: comment.text.replace(/^'(?=[=+\-@])/, '') }
}

function inMilliseconds(vote: Vote): Vote {
  return vote.at === undefined || vote.at >= MILLISECONDS_FROM ? vote : { ...vote, at: vote.at * 1000 }
}
