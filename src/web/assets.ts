import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { AssetUrls } from '#views/layout.ts'

/** What the build wrote, in memory: the addresses for pages and the bytes behind them. */
export type Assets = { urls: AssetUrls; files: ReadonlyMap<string, Asset> }

type Bytes = Uint8Array<ArrayBuffer>
type Asset = { type: string; plain: Bytes; br?: Bytes | undefined; gzip?: Bytes | undefined }

const Manifest = z.object({
  files: z.object({
    'app.css': z.string(),
    'polku.js': z.string(),
    'htmx.js': z.string(),
    'source-editor.js': z.string(),
    'source-sans-3-latin.woff2': z.string(),
    'source-sans-3-latin-ext.woff2': z.string(),
    'favicon.svg': z.string(),
  }),
})

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** Reads the folder that `src/build-assets.ts` wrote; throws when it was never run. */
export function loadAssets(folder: string): Assets {
  const { files } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  const urls: AssetUrls = {
    css: `/assets/${files['app.css']}`,
    script: `/assets/${files['polku.js']}`,
    htmx: `/assets/${files['htmx.js']}`,
    editor: `/assets/${files['source-editor.js']}`,
    font: `/assets/${files['source-sans-3-latin.woff2']}`,
    favicon: `/assets/${files['favicon.svg']}`,
  }
  const names = Object.values(files)
  return { urls, files: new Map(names.map((name) => [`/assets/${name}`, load(join(folder, name))])) }
}

export const assetRoutes = ({ urls, files }: Assets) =>
  new Hono()
    .get('/assets/:name', (c) => {
      const asset = files.get(c.req.path)
      // The name is made of the content: what it stands for can never change.
      return asset ? send(c, asset, 'public, max-age=31536000, immutable') : c.notFound()
    })
    .get('/favicon.ico', (c) => {
      const asset = files.get(urls.favicon)
      return asset ? send(c, asset, 'public, max-age=86400') : c.notFound()
    })

function send(c: Context, asset: Asset, cacheControl: string): Response {
  const packed = asset.br !== undefined
  const encoding = packed ? chosenEncoding(c.req.header('accept-encoding')) : undefined
  const bytes = (encoding && asset[encoding]) ?? asset.plain
  return c.body(bytes, 200, {
    'content-type': asset.type,
    'cache-control': cacheControl,
    ...(packed && { vary: 'accept-encoding' }),
    ...(encoding && { 'content-encoding': encoding }),
  })
}

/** The smaller one of those the browser takes; one with weight zero is refused. */
function chosenEncoding(accepted = ''): 'br' | 'gzip' | undefined {
  const refused = /;\s*q=0(\.0*)?\s*$/
  const taken = accepted.split(',').filter((each) => !refused.test(each))
  const names = taken.map((each) => each.split(';')[0]?.trim().toLowerCase())
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding))
}

function load(path: string): Asset {
  const extension = path.slice(path.lastIndexOf('.') + 1)
  const packed = (ending: string) => (existsSync(path + ending) ? bytesOf(path + ending) : undefined)
  const type = TYPES[extension] ?? 'application/octet-stream'
  return { type, plain: bytesOf(path), br: packed('.br'), gzip: packed('.gz') }
}

function bytesOf(path: string): Bytes {
  return new Uint8Array(readFileSync(path))
}
