import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'
import { createWorld, type World } from './world.ts'

const MEASURES = fileURLToPath(new URL('measures.js', import.meta.url))

type Test = {
  /** a browser that is Aino's: her walks are open to it */
  readonly aino: Page
  /** what went wrong in the browser without a person being told */
  readonly trouble: string[]
}
type Worker = { readonly world: World }

/** A browser test over the made-up journey. Every test also fails on an error in the console or a file that does not come. */
export const test = base.extend<Test, Worker>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const world = await createWorld()
      await use(world)
      await world.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ world }, use) => use(world.origin),
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled !== false) await page.addInitScript({ path: MEASURES })
    await use(page)
  },
  aino: async ({ page, context, world }, use) => {
    const cookies = [...world.aino].map(([name, value]) => ({ name, value, url: world.origin }))
    await context.addCookies(cookies)
    await use(page)
  },
  trouble: [
    async ({ page }, use) => {
      const trouble = troubleOf(page)
      await use(trouble)
      expect(trouble, 'errors in the console and files that did not come').toEqual([])
    },
    { auto: true },
  ],
})

/** Collects what a page does wrong. A page that is itself an error (422 with a form to mend) is meant to be one. */
function troubleOf(page: Page): string[] {
  const trouble: string[] = []
  const isPageItself = (url: string) => url === page.url() || page.mainFrame().url() === 'about:blank'
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // A page that is left takes along what it was still fetching.
    if (why !== 'net::ERR_ABORTED') trouble.push(`failed: ${request.url()} ${why}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      trouble.push(`${response.status()}: ${response.url()}`)
  })
  page.on('console', (message) => {
    const isOwnStatus = message.text().startsWith('Failed to load resource') && isPageItself(message.location().url)
    if (message.type() === 'error' && !isOwnStatus) trouble.push(`console: ${message.text()}`)
  })
  return trouble
}

export { expect }
