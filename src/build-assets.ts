import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const require = createRequire(import.meta.url)
const FONTS = '@fontsource-variable/source-sans-3'

const EDITOR = ['autocomplete', 'commands', 'lang-yaml', 'language', 'lint', 'state', 'view'].map(
  (name) => `@codemirror/${name}`,
)

const NAMED_BY_CONTENT = /\.\w{10}\.(css|js|svg|woff2)(\.br|\.gz)?$/

/** Names of the prepared files as pages ask for them, to their names by content. */
export type Manifest = { inputs: string; files: Record<string, string> }

/** Prepares what pages need besides HTML into `target`; does nothing when it was made from the very same inputs. */
export async function buildAssets({
  sources,
  target,
}: {
  sources: string
  target: string
}): Promise<'built' | 'up to date'> {
  const inputs = hashOf(...inputsOf(sources))
  if (isUpToDate(target, inputs)) return 'up to date'

  mkdirSync(target, { recursive: true })
  const files = await write(target, {
    'source-sans-3-latin.woff2': font('latin'),
    'source-sans-3-latin-ext.woff2': font('latin-ext'),
    'favicon.svg': readFileSync(join(sources, 'favicon.svg')),
    'polku.js': readFileSync(join(sources, 'polku.js')),
    'htmx.js': readFileSync(require.resolve('htmx.org/dist/htmx.min.js')),
    'source-editor.js': await bundle(join(sources, 'source-editor.js')),
  })
  Object.assign(files, await write(target, { 'app.css': await stylesheet(sources, files) }))
  finish(target, { inputs, files })
  return 'built'
}

/** Everything the result depends on: our sources, the versions of the packages, and this file. */
function inputsOf(sources: string): (string | Buffer)[] {
  const own = readdirSync(sources)
    .sort()
    .flatMap((name) => [name, readFileSync(join(sources, name))])
  const packages = ['govuk-frontend', 'sass', 'htmx.org', FONTS, 'esbuild', ...EDITOR].map((name) =>
    readFileSync(packageFile(name)),
  )
  return [...own, ...packages, readFileSync(fileURLToPath(import.meta.url))]
}

function isUpToDate(target: string, inputs: string): boolean {
  const manifest = join(target, 'manifest.json')
  if (!existsSync(manifest)) return false
  const known: Manifest = JSON.parse(readFileSync(manifest, 'utf8'))
  return known.inputs === inputs && Object.values(known.files).every((name) => existsSync(join(target, name)))
}

async function stylesheet(sources: string, files: Record<string, string>): Promise<Buffer> {
  // Loaded only when there is something to build: it takes longer than everything else at a start.
  const sass = await import('sass')
  const { css } = sass.compile(join(sources, 'polku.scss'), {
    style: 'compressed',
    quietDeps: true,
    charset: false,
    loadPaths: [modulesFolder()],
  })
  return Buffer.from(css.replaceAll(/\/assets\/([\w.-]+)/g, (_, name: string) => `/assets/${files[name] ?? name}`))
}

/** The one script that is made of others: the editor for the text of a journey. */
async function bundle(entry: string): Promise<Buffer> {
  const esbuild = await import('esbuild')
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'none' } as const
  // The packages are the project's own, wherever the sources stand.
  const where = { entryPoints: [entry], nodePaths: [modulesFolder()], write: false as const }
  const { outputFiles } = await esbuild.build({ ...options, ...where })
  const [made] = outputFiles
  if (!made) throw new Error(`nothing was made of ${entry}`)
  return Buffer.from(made.contents)
}

async function write(target: string, contents: Record<string, Buffer>): Promise<Record<string, string>> {
  const names = Object.entries(contents).map(async ([name, content]) => {
    const hashed = name.replace('.', `.${hashOf(content)}.`)
    writeFileSync(join(target, hashed), content)
    await writePacked(join(target, hashed), content)
    return [name, hashed] as const
  })
  return Object.fromEntries(await Promise.all(names))
}

async function writePacked(path: string, content: Buffer): Promise<void> {
  // woff2 is brotli inside already.
  if (path.endsWith('.woff2')) return
  writeFileSync(`${path}.br`, await promisify(brotliCompress)(content))
  writeFileSync(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
}

/** The manifest comes last and at once: until then the earlier files are the ones in use. */
function finish(target: string, manifest: Manifest): void {
  const half = join(target, `manifest.${process.pid}.tmp`)
  writeFileSync(half, `${JSON.stringify(manifest, null, 2)}\n`)
  renameSync(half, join(target, 'manifest.json'))

  const kept = Object.values(manifest.files)
  const isOld = (name: string) => NAMED_BY_CONTENT.test(name) && !kept.some((own) => name.startsWith(own))
  for (const name of readdirSync(target).filter(isOld)) rmSync(join(target, name), { force: true })
}

function font(subset: string): Buffer {
  return readFileSync(join(packageFile(FONTS), `../files/source-sans-3-${subset}-wght-normal.woff2`))
}

function packageFile(name: string): string {
  return join(modulesFolder(), name, 'package.json')
}

function modulesFolder(): string {
  return fileURLToPath(new URL('../node_modules', import.meta.url))
}

function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url').replaceAll(/[-_]/g, '').slice(0, 10)
}

if (import.meta.main) {
  const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
  await buildAssets({ sources: folder('views/assets'), target: folder('public') })
}
