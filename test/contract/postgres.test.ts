import { openStorage, type Storage } from '#src/storage/open.ts'
import { clear, query, startPostgres, type TestPostgres } from '../support/postgres.ts'
import { storageContract } from './storage-contract.ts'

let server: TestPostgres | undefined
let shared: { readonly url: string; readonly storage: Storage } | undefined

storageContract('PostgreSQL', {
  prepare: async () => {
    server = await startPostgres()
    const url = await server.migrated()
    shared = { url, storage: await openStorage({ url, folder: '', now: () => 0 }) }
  },
  open: async () => {
    const { url, storage } = shared!
    return { storage, sql: (statement) => query(url, statement), cleanup: () => clear(url) }
  },
  finish: async () => {
    await shared?.storage.close()
    await server?.stop()
  },
})
