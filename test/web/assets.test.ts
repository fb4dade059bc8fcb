import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets } from '#src/build-assets.ts'
import { messages } from '#src/i18n/translate.ts'
import { type Assets, assetRoutes, loadAssets } from '#src/web/assets.ts'
import { html } from '#views/html.ts'
import { page } from '#views/layout.ts'

const sources = fileURLToPath(new URL('../../views/assets', import.meta.url))
let folder: string
let target: string
let assets: Assets

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'polku-assets-'))
  target = join(folder, 'public')
  await buildAssets({ sources, target })
  assets = loadAssets(target)
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (url: string, encoding?: string) =>
  assetRoutes(assets).request(url, { headers: encoding ? { 'accept-encoding': encoding } : {} })
const bytes = async (url: string, encoding?: string) => Buffer.from(await (await get(url, encoding)).arrayBuffer())

test('a browser may keep the style sheet for ever, because its name changes with its content', async () => {
  const response = await get(assets.urls.css, 'gzip, deflate, br')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('vary')).toBe('accept-encoding')
  expect(response.headers.get('content-encoding')).toBe('br')
})

test('brotli, gzip and plain hold the same bytes', async () => {
  const plain = await bytes(assets.urls.css)
  expect(plain.length).toBeGreaterThan(10_000)
  expect(brotliDecompressSync(await bytes(assets.urls.css, 'br'))).toEqual(plain)
  expect(gunzipSync(await bytes(assets.urls.css, 'gzip;q=0.8, br;q=0'))).toEqual(plain)
})

test.each([
  ['script', 'text/javascript; charset=utf-8'],
  ['htmx', 'text/javascript; charset=utf-8'],
  ['font', 'font/woff2'],
  ['favicon', 'image/svg+xml'],
] as const)('the %s is served as %s', async (name, type) => {
  const response = await get(assets.urls[name])
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(type)
})

test('a browser that asks for /favicon.ico finds something', async () => {
  const response = await get('/favicon.ico')
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('public, max-age=86400')
})

test('nothing but the prepared files is served', async () => {
  expect((await get('/assets/manifest.json')).status).toBe(404)
  expect((await get('/assets/..%2Fmanifest.json')).status).toBe(404)
  expect((await get('/assets/app.css')).status).toBe(404)
})

test('every address in the style sheet leads to a file', async () => {
  const css = (await bytes(assets.urls.css)).toString()
  const urls = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, url]) => url ?? '')
  expect(urls.length).toBe(2)
  for (const url of urls) expect((await get(url)).status).toBe(200)
})

test('the style sheet takes no picture, crest or font of someone else', async () => {
  const css = (await bytes(assets.urls.css)).toString()
  const foreign = css.match(/crest|GDS Transport|url\("?(https?:)?\/\/|@import/g)
  expect(foreign).toBeNull()
})

test('a first visit is light: page, styles and letters under 60 000 bytes, with the script under 75 000', async () => {
  const packed = async (url: string) => (await bytes(url, 'gzip')).length
  const [css, font, script] = await Promise.all([assets.urls.css, assets.urls.font, assets.urls.script].map(packed))
  const frame = String(
    page({
      language: 'fi',
      title: 'Läheisen kuolema',
      page: 'home',
      alternates: { fi: '/fi', sv: '/sv', en: '/en' },
      words: messages('fi'),
      assets: assets.urls,
      body: html`<h1 class="govuk-heading-l">Läheisen kuolema</h1>`,
    }),
  )
  // A whole step page; the frame alone is a tenth of it.
  const roomForHtml = 12_000
  expect(css).toBeLessThan(14_000)
  expect(frame.length).toBeLessThan(roomForHtml)
  expect(css! + font! + roomForHtml).toBeLessThan(60_000)
  expect(css! + font! + roomForHtml + script!).toBeLessThan(75_000)
})

test('what is up to date is not built again, and a change replaces the file of its name', async () => {
  expect(await buildAssets({ sources, target })).toBe('up to date')

  const changed = join(folder, 'changed')
  cpSync(sources, changed, { recursive: true })
  appendFileSync(join(changed, 'polku.js'), '\n// changed\n')
  const other = join(folder, 'other')
  cpSync(target, other, { recursive: true })
  expect(await buildAssets({ sources: changed, target: other })).toBe('built')

  const scripts = readdirSync(other).filter((name) => /^polku\.\w+\.js$/.test(name))
  expect(scripts).toHaveLength(1)
  expect(`/assets/${scripts[0]}`).not.toBe(assets.urls.script)
  expect(loadAssets(other).urls.css).toBe(assets.urls.css)
})
