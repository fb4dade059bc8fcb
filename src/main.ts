import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Compiling modules is a good part of a start; what was compiled once is kept. Whatever is imported before this is not.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/polku', import.meta.url)))
const { readConfig } = await import('#src/config.ts')
const { start } = await import('#src/start.ts')

await start(readConfig(process.env))
