import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium, HOW_TO_GET_CHROMIUM } from './test/support/chromium.ts'

// Every worker reads this file again: what is decided once goes on to them in the environment.
if (!process.env.POLKU_BROWSER_PORT) {
  const browser = await findChromium()
  if (!browser) throw new Error(`No browser starts here. Mend it with: ${HOW_TO_GET_CHROMIUM}`)
  process.env.CHROME = browser.path
  if (browser.libraries) process.env.LD_LIBRARY_PATH = browser.libraries
  const folder = mkdtempSync(join(tmpdir(), 'polku-browser-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.env.POLKU_BROWSER_DATA = folder
  process.env.POLKU_BROWSER_PORT = String(await freePort())
}
const { CHROME = '', POLKU_BROWSER_PORT: port = '', POLKU_BROWSER_DATA: data = '' } = process.env
const origin = `http://127.0.0.1:${port}`

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// axe and every measure of what is drawn are scripts: in a page without script they would wait for ever.
const WITHOUT_SCRIPT = ['walk.spec.ts', 'structure.spec.ts']
const EITHER_WAY = ['mending.spec.ts', 'loop.spec.ts']

export default defineConfig({
  testDir: 'test/browser',
  snapshotPathTemplate: '{testDir}/structure/{arg}{ext}',
  forbidOnly: !!process.env.CI,
  fullyParallel: true,
  workers: 2,
  // A page that is late once on a busy machine is tried again, and told as shaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  reporter: 'line',
  use: {
    baseURL: origin,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    launchOptions: { executablePath: CHROME, args: quiet },
  },
  projects: [
    { name: 'js', testIgnore: WITHOUT_SCRIPT },
    { name: 'nojs', testMatch: [...WITHOUT_SCRIPT, ...EITHER_WAY], use: { javaScriptEnabled: false } },
  ],
  webServer: {
    command: 'npm start',
    url: `${origin}/readyz`,
    env: { PORT: port, HOST: '127.0.0.1', POLKU_DATA: data, POLKU_LIMITS: 'off' },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no free port')),
      )
    })
  })
}
