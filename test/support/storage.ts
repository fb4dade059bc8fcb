import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { FILE } from '#src/storage/sqlite/open.ts'

export type TemporaryStorage = Storage & { readonly folder: string; cleanup(): Promise<void> }

let template: Promise<Buffer> | undefined

/** A migrated SQLite storage of its own for one test; `cleanup()` closes it and takes the folder away. */
export async function temporaryStorage(now: () => number = () => 0): Promise<TemporaryStorage> {
  template ??= migrated()
  const folder = temporaryFolder()
  writeFileSync(join(folder, FILE), await template)
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
async function migrated(): Promise<Buffer> {
  const folder = temporaryFolder()
  const storage = await openStorage({ folder, now: () => 0 })
  await storage.close()
  const bytes = readFileSync(join(folder, FILE))
  rmSync(folder, { recursive: true })
  return bytes
}
