import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { FILE } from '#src/storage/sqlite/open.ts'

export type TemporaryStorage = Storage & { readonly folder: string; cleanup(): Promise<void> }

let template: Promise<string> | undefined

/** A migrated SQLite storage of its own for one test; `cleanup()` closes it and takes the folder away. */
export async function temporaryStorage(now: () => number = () => 0): Promise<TemporaryStorage> {
  template ??= migratedFolder()
  const folder = temporaryFolder()
  copyFileSync(join(await template, FILE), join(folder, FILE))
  const storage = await openStorage({ folder, now })
  const cleanup = async () => {
    await storage.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...storage, folder, cleanup }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'polku-storage-'))
  return folder
}

/** Made once a process: closing it leaves everything in the one file. */
async function migratedFolder(): Promise<string> {
  const folder = temporaryFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const storage = await openStorage({ folder, now: () => 0 })
  await storage.close()
  return folder
}
