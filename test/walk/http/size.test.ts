import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StepKey } from '#src/journey/definition.ts'
import { promptsByStep } from '#src/journey/prompts.ts'
import { loadAssets } from '#src/web/assets.ts'
import type { TestApp } from '../../support/app.ts'
import type { Browser } from '../../support/browser.ts'
import { citizen } from '../../support/citizen.ts'
import { all } from '../../support/html.ts'
import { formOf } from '../../support/page.ts'
import { PROJECT } from '../../support/project.ts'
import { type RunningServer, startServer } from '../../support/server.ts'
import { SHIPPED, shippedApp, shippedJourney } from '../../support/shipped.ts'
import { temporaryFolder } from '../../support/storage.ts'

/** what fits into the first flight of a connection: ten packets */
const PAGE_LIMIT = 14_336
const FIRST_VISIT_LIMIT = 60 * 1024
const WITH_SCRIPT_LIMIT = 75 * 1024
/** the cookie of plain Finnish, or a language */
const READINGS = ['fi', 'sv', 'en', 'plain'] as const

const { definition, personas } = shippedJourney()
const promptsOf = promptsByStep(definition)

describe('a step page before compression', () => {
  let app: TestApp
  /** the prompt offered at every step; undefined leaves it to the service */
  let offered: string | undefined
  beforeAll(async () => {
    app = await shippedApp()
    const { walks, assets } = app.deps
    const asStored = walks.seen
    const seen: typeof asStored = async (walk) => {
      const so = await asStored(walk)
      const exposures = so.visited.map((step) => ({ step, prompt: offered ?? '', offered: true, skipped: false }))
      return offered === undefined ? so : { ...so, exposures }
    }
    // The prepared files have longer names than the test's own.
    Object.assign(assets, loadAssets(join(PROJECT, 'public')).urls)
    Object.assign(walks, { seen })
  })
  afterAll(() => app.close())

  /** bytes of the largest page of each step, whichever prompt is offered, in whichever language */
  const largest = new Map<string, { readonly size: number; readonly prompt: string; readonly language: string }>()

  async function measure(path: string, step: StepKey, { get, cookies }: Browser) {
    const before = largest.get(step)
    // The offer is asked about only in a walk that began by it, and other words have a page of their own.
    const declared = (promptsOf.get(step) ?? []).map(({ id }) => id).filter((id) => id !== 'offer' && id !== 'edit')
    const prompts = before ? [before.prompt] : declared
    for (const prompt of prompts) {
      offered = prompt
      for (const language of READINGS) {
        const isPlain = language === 'plain'
        if (isPlain) cookies.set('polku-reading', 'plain')
        const text = await (await get(path.replace(/^\/\w+/, `/${isPlain ? 'fi' : language}`))).text()
        cookies.delete('polku-reading')
        const size = Buffer.byteLength(text)
        if (!text.includes(`data-prompt="${prompt}"`)) throw new Error(`${prompt} is not on ${path}`)
        if (size > (largest.get(step)?.size ?? 0)) largest.set(step, { size, prompt, language })
      }
    }
    offered = undefined
  }

  it('is under 14 KB at every step, for every person, with any prompt, in every language', async () => {
    for (const as of ['own', ...personas.map(({ id }) => id)]) {
      const walker = citizen(app.visitor())
      await walker.start(SHIPPED, { as })
      while (walker.page.name !== 'outcome') {
        if (walker.page.step) await measure(walker.path, walker.page.step as StepKey, walker.browser)
        await walker.forward()
      }
    }
    const tooLarge = [...largest].filter(([, { size }]) => size >= PAGE_LIMIT)
    expect(tooLarge.map(([step, { size, prompt, language }]) => `${size} ${step} ${prompt} ${language}`)).toEqual([])
    expect(largest.size).toBe(promptsOf.size)
  }, 240_000)
})

describe('a first visit, as it is served', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer(temporaryFolder())
  })
  afterAll(() => server.stop())

  it.each(['br, gzip', 'gzip'])('to a step stays light with %s', async (encoding) => {
    const walker = citizen(server.visitor())
    await walker.start(SHIPPED, { as: 'own' })
    expect(formOf(walker.page, 'answer').buttons).toContain('on')
    const cookie = [...walker.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const bytes = (path: string) => bytesServed(server.origin + path, { cookie, 'accept-encoding': encoding })

    const head = all(walker.page.root, ({ name }) => name === 'link' || name === 'script')
    const linked = head.filter(({ attributes }) => /stylesheet|preload|icon/.test(attributes.rel ?? ''))
    const scripts = head.filter(({ name }) => name === 'script').map(({ attributes }) => attributes.src ?? '')
    const paths = [walker.path, ...linked.map(({ attributes }) => attributes.href ?? '')]
    const without = sum(await Promise.all(paths.map(bytes)))
    const withScript = without + sum(await Promise.all(scripts.map(bytes)))

    expect(paths.length).toBeGreaterThanOrEqual(4)
    expect(scripts.length).toBeGreaterThanOrEqual(1)
    expect(without).toBeLessThan(FIRST_VISIT_LIMIT)
    expect(withScript).toBeLessThan(WITH_SCRIPT_LIMIT)
    console.info(`first visit (${encoding}): ${without} bytes, with script ${withScript}`)
  })
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** Bytes of a body as they travel, before anything unpacks them. */
function bytesServed(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers }, async (response) => {
      let bytes = 0
      for await (const chunk of response) bytes += (chunk as Buffer).length
      if (response.statusCode === 200) resolve(bytes)
      else reject(new Error(`${response.statusCode} at ${url}`))
    })
    sent.once('error', reject).end()
  })
}
