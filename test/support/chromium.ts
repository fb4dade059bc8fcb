import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Chromium = {
  readonly path: string
  /** a folder for LD_LIBRARY_PATH, where the system lacks what the browser needs */
  readonly libraries: string | undefined
}

/** How a machine without a browser gets one: what is missing is said in the words that mend it. */
export const HOW_TO_GET_CHROMIUM =
  'apt-get install -y --no-install-recommends chromium   (or: apt-get install -y libnss3 libnspr4 libexpat1)'

/** A Chromium that starts: CHROME, else the system's, else the one that npm brought. Undefined where none does. */
export async function findChromium(): Promise<Chromium | undefined> {
  const { CHROME } = process.env
  if (CHROME) return { path: CHROME, libraries: undefined }
  if (existsSync('/usr/bin/chromium')) return { path: '/usr/bin/chromium', libraries: undefined }
  return unpacked()
}

// The package's own `args` switch web security off: they are never used.
async function unpacked(): Promise<Chromium | undefined> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  if (starts(path, undefined)) return { path, libraries: undefined }
  const carried = fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')))
  const libraries = join(await inflate(carried), 'lib')
  return starts(path, libraries) ? { path, libraries } : undefined
}

function starts(path: string, libraries: string | undefined): boolean {
  try {
    const environment = libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env
    execFileSync(path, ['--no-sandbox', '--version'], { env: environment, stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
