import { existsSync } from 'node:fs'
import type { Hono } from 'hono'
import { AppError } from '#src/errors.ts'

/** A browser to print with, and what its start needs besides the environment. */
export type Chrome = { readonly path: string; readonly environment?: Readonly<Record<string, string>> | undefined }
/** A page to print; `asset` answers for its style sheets and fonts by their paths, and nothing else is ever asked for. */
export type Printable = { readonly html: string; readonly asset: (path: string) => Promise<Response> }
type Printer = (page: Printable) => Promise<Uint8Array>
/** A page as a PDF. */
export type Print = (html: string) => Promise<Uint8Array>

const USUAL = '/usr/bin/chromium'
const MOST_WAITING = 5
const TIME_LIMIT = 30_000
/** An origin that cannot exist: whatever is asked of it is answered here. */
const NOWHERE = 'http://print.invalid'

/** CHROME, else the system's own; undefined where this installation has none. */
export function findChrome(setting: string | undefined): Chrome | undefined {
  const path = setting ?? USUAL
  return existsSync(path) ? { path } : undefined
}

/** Prints with the browser of this installation, whose files stand in for the network; undefined where it has none. */
export function printingWith(setting: string | undefined, files: Hono): Print | undefined {
  const chrome = findChrome(setting)
  const printer = chrome && createPrinter(chrome)
  return printer && ((html) => printer({ html, asset: async (path) => files.request(path) }))
}

/** Prints one page at a time, for each browser takes a good part of a machine. Throws `busy` when too many wait already. */
export function createPrinter(chrome: Chrome): Printer {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return (page) => {
    if (waiting >= MOST_WAITING) throw new AppError('busy', 'printer')
    waiting += 1
    const printed = last
      .then(() => print(chrome, page))
      .finally(() => {
        waiting -= 1
      })
    last = printed.catch(() => {})
    return printed
  }
}

async function print({ path, environment }: Chrome, { html, asset }: Printable): Promise<Uint8Array> {
  // Loaded when the first report is printed: most installations print a few times a year.
  const { chromium } = await import('playwright-core')
  const env = environment && { ...process.env, ...environment }
  const browser = await chromium.launch({ executablePath: path, timeout: TIME_LIMIT, ...(env && { env }) })
  const late = setTimeout(() => browser.close(), TIME_LIMIT)
  try {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.route('**/*', async (route) => {
      const { origin, pathname } = new URL(route.request().url())
      if (origin !== NOWHERE) return route.abort()
      if (pathname === '/') return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      const answer = await asset(pathname)
      const headers = { 'content-type': answer.headers.get('content-type') ?? '' }
      return route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) })
    })
    await page.goto(`${NOWHERE}/`, { timeout: TIME_LIMIT })
    return await page.pdf({ format: 'A4', tagged: true, outline: true, margin: MARGIN })
  } finally {
    clearTimeout(late)
    await browser.close()
  }
}

const MARGIN = { top: '18mm', bottom: '18mm', left: '16mm', right: '16mm' }
