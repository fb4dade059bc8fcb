import { join } from 'node:path'
import Database from 'better-sqlite3'
import { FILE } from '#src/storage/sqlite/open.ts'
import { temporaryStorage } from '../support/storage.ts'
import { storageContract } from './storage-contract.ts'

storageContract('SQLite', {
  open: async () => {
    const storage = await temporaryStorage()
    const sql = async (statement: string) => {
      const raw = new Database(join(storage.folder, FILE))
      try {
        const prepared = raw.prepare(statement)
        return prepared.reader ? prepared.all() : prepared.run()
      } finally {
        raw.close()
      }
    }
    return { storage, sql, cleanup: storage.cleanup }
  },
})
