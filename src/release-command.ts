import { parseArgs } from 'node:util'
import { readConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { createLibrary } from '#src/journey/library.ts'
import { publishRelease } from '#src/review/release.ts'
import { openStorage } from '#src/storage/open.ts'

const BY = 'command line'

/** `release ID`: publishes the open data of a journey as a new release of the installation, which may be running. */
export async function runRelease(
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly text: string; readonly complaint: string | undefined }> {
  const [journey, ...others] = parseArgs({ args, allowPositionals: true }).positionals
  if (journey === undefined || others.length > 0) return { text: '', complaint: 'Name one journey.' }
  const config = readConfig(environment)
  const now = Date.now
  const storage = await openStorage({ url: config.databaseUrl, folder: config.dataFolder, now })
  try {
    const deps = { ...storage, library: createLibrary(storage.versions, now), now }
    const release = await publishRelease(deps, journey, BY)
    if (!release) return { text: '', complaint: `${journey}: somebody else has released meanwhile; look at it first` }
    return { text: `${journey}: open data released as release ${release.number}`, complaint: undefined }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    return { text: '', complaint: `${journey}: there is no published journey of this name` }
  } finally {
    await storage.close()
  }
}
