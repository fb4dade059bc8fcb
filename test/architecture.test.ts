import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = ['feedback', 'views', 'src', 'journeys', 'test', 'docs']

type File = { readonly path: string; readonly text: string }
type Allowed = {
  /** folders of ours it may know */
  readonly ours: readonly string[]
  /** folders of ours it may know by `import type` only */
  readonly types?: readonly string[]
  /** packages and parts of Node */
  readonly npm: readonly string[]
}

const FEATURES = ['src/journey', 'src/account', 'src/trial', 'src/walk', 'src/review', 'src/studio']
const HOST_FREE = ['src/make-id.ts', 'src/secrets.ts', 'src/config.ts']

/**
 * Arrows point inward: web and storage know the features, the features know journey and feedback, nobody knows web or
 * storage. The files directly in src/ put the service together and may know all; everything not named here is forbidden.
 */
const TABLE: Readonly<Record<string, Allowed>> = {
  feedback: { ours: [], npm: ['zod'] },
  views: { ours: ['feedback', 'src/i18n'], types: FEATURES, npm: ['hono/html', 'hono/utils/html', 'uqr'] },
  'src/i18n': { ours: [], npm: [] },
  'src/errors.ts': { ours: [], npm: [] },
  'src/make-id.ts': { ours: [], npm: [] },
  'src/secrets.ts': { ours: [], npm: ['node:crypto', 'node:fs', 'node:path'] },
  'src/config.ts': { ours: [], npm: ['zod', 'node:path'] },
  'src/journey': { ours: ['feedback'], npm: ['zod', 'xstate', 'yaml', 'diff', 'temporal-polyfill', 'node:crypto'] },
  'src/account': { ours: ['src/errors.ts'], npm: ['zod'] },
  'src/trial': { ours: ['src/journey', 'feedback', 'src/account', 'src/errors.ts'], npm: ['zod', 'xstate'] },
  'src/walk': {
    ours: ['src/journey', 'feedback', 'src/trial', 'src/account', 'src/errors.ts'],
    npm: ['zod', 'xstate'],
  },
  'src/simulation': {
    ours: ['src/walk', 'src/journey', 'feedback', 'src/trial', 'src/errors.ts', 'src/make-id.ts'],
    npm: ['node:crypto'],
  },
  'src/studio': {
    ours: ['src/journey', 'src/review', 'feedback', 'src/account', 'src/errors.ts'],
    npm: ['zod', 'yaml', 'csv-stringify/sync', 'csv-parse/sync', 'read-excel-file/node', 'node:crypto', 'node:zlib'],
  },
  'src/review': {
    ours: ['src/journey', 'feedback', 'src/walk', 'src/trial', 'src/account', 'src/errors.ts'],
    npm: ['zod', 'csv-stringify/sync'],
  },
  'src/storage': {
    ours: [...FEATURES, 'feedback', 'src/errors.ts'],
    npm: ['drizzle-orm', 'drizzle-kit', 'better-sqlite3', 'pg', 'node:fs', 'node:path', 'node:url', 'node:crypto'],
  },
  'src/web': {
    ours: [...FEATURES, 'feedback', 'views', 'src/i18n', 'src/errors.ts'],
    types: HOST_FREE,
    npm: [
      ...['hono', '@hono/node-server', 'zod', 'playwright-core'],
      ...['node:fs', 'node:path', 'node:net', 'node:http', 'node:crypto'],
    ],
  },
}

/** Longer than a screenful of screens, and why it is one thing. */
const LONG_FILES: Readonly<Record<string, string>> = {
  'src/storage/sqlite/schema.ts': 'one table after another, the same in both engines',
  'src/storage/postgres/schema.ts': 'one table after another, the same in both engines',
  'src/journey/definition.ts': 'the whole format, one part after another',
  'src/journey/finding-words.ts': 'one sentence for every finding',
  'src/i18n/fi/walk.ts': 'words',
  'src/i18n/sv/walk.ts': 'words',
  'src/i18n/en/walk.ts': 'words',
}
const LONGEST = 260

/** Places where markup is not escaped, each with what vouches for it. */
const RAW_MARKUP: Readonly<Record<string, string>> = {
  'views/studio/draft/apart.ts': 'markup that html made, set into another page under other ids',
}

/** Tests that need a clock of their own, and why that is no waiting for luck. */
const CLOCKS: Readonly<Record<string, string>> = {
  'test/faults/killed.test.ts': 'cuts the power at a chosen moment: the moment is the test',
  'test/browser/accessibility.spec.ts': 'gives up on a scan that never answers',
}

const files = [...FOLDERS.flatMap((folder) => filesIn(folder)), ...filesIn('.', false)]
const sources = files.filter(({ path }) => /^(feedback|views|src)\/.*\.ts$/.test(path))
const tests = files.filter(({ path }) => path.startsWith('test/') && path.endsWith('.ts'))

describe('arrows point inward', () => {
  test('no file imports what its folder may not know', () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([])
  })

  test('inside a folder imports are relative, across folders they begin with #', () => {
    expect(sources.flatMap(misplacedImports)).toEqual([])
  })

  test('every folder of sources has its row', () => {
    const known = (path: string) => unitOf(path) in TABLE || isTopOfSrc(path)
    expect(sources.map(({ path }) => path).filter((path) => !known(path))).toEqual([])
  })
})

describe('names and sizes', () => {
  test('no file or folder is named after nothing in particular', () => {
    expect(files.flatMap(({ path }) => (isVague(path) ? [path] : []))).toEqual([])
  })

  test('no source is long without a reason, and no reason outlives its file', () => {
    const long = sources.filter((file) => lines(file) > LONGEST).map(({ path }) => path)
    expect(long.filter((path) => !(path in LONG_FILES))).toEqual([])
    expect(Object.keys(LONG_FILES).filter((path) => !long.includes(path))).toEqual([])
  })

  test('what feedback and the journey offer to others says what it takes and gives', () => {
    const offered = sources.filter(({ path }) => /^(feedback|src\/journey)\//.test(path))
    expect(offered.flatMap(undocumented)).toEqual([])
  })
})

describe('what must not slip in', () => {
  test('markup is escaped everywhere but at named places', () => {
    expect(sources.filter(hasRawMarkup).map(({ path }) => path)).toEqual(Object.keys(RAW_MARKUP))
  })

  test('no test sleeps', () => {
    expect(
      tests
        .filter(sleeps)
        .map(({ path }) => path)
        .filter((path) => !(path in CLOCKS)),
    ).toEqual([])
  })

  test('nothing names a folder of somebody’s machine or a registry’s host', () => {
    expect(files.flatMap(machineNames)).toEqual([])
  })

  test('no page carries a script or a style of its own', () => {
    expect(sources.flatMap(inlineScripts)).toEqual([])
  })
})

describe('these checks can fail', () => {
  const file = (path: string, text: string): File => ({ path, text })

  test.each([
    ['feedback/tally.ts', "import { walk } from '#src/walk/walk.ts'"],
    ['feedback/tally.ts', "import { readFileSync } from 'node:fs'"],
    ['src/walk/here.ts', "import { app } from '#src/web/server.ts'"],
    ['src/walk/here.ts', "import type { Row } from '#src/storage/walks.ts'"],
    ['src/journey/graph.ts', "export { stepsOf } from '#src/walk/progress.ts'"],
    ['src/account/roles.ts', "import type { Walk } from '../walk/walk.ts'"],
    ['views/walk/step.ts', "import { stepsOf } from '#src/walk/progress.ts'"],
    ['views/walk/step.ts', "import { type Walk } from '#src/walk/walk.ts'"],
    ['views/walk/step.ts', "import { Hono } from 'hono'"],
    ['src/review/csv.ts', "const { readFile } = await import('node:fs/promises')"],
    ['src/web/walk.ts', "import 'drizzle-orm'"],
    ['src/i18n/translate.ts', "import {\n  type Walk,\n  WALK_MODES,\n} from '#src/walk/walk.ts'"],
  ])('%s may not say %s', (path, text) => {
    expect(forbiddenImports(file(path, text))).toHaveLength(1)
  })

  test.each([
    ['views/walk/step.ts', "import type { Walk } from '#src/walk/walk.ts'"],
    ['src/storage/sqlite/open.ts', "import { migrate } from 'drizzle-orm/better-sqlite3/migrator'"],
    ['src/main.ts', "import { start } from '#src/web/server.ts'"],
    ['src/walk/here.ts', "import { fits } from './replay.ts'"],
  ])('%s may say %s', (path, text) => {
    expect(forbiddenImports(file(path, text))).toEqual([])
  })

  test('the others find what they look for', () => {
    expect(misplacedImports(file('src/walk/here.ts', "import { compile } from '../journey/compile.ts'"))).toHaveLength(
      1,
    )
    expect(misplacedImports(file('src/walk/here.ts', "import { fits } from '#src/walk/replay.ts'"))).toHaveLength(1)
    for (const path of ['src/utils/a.ts', 'views/helpers.ts', 'src/walk/types.ts', 'src/session-manager.ts'])
      expect(isVague(path)).toBe(true)
    expect(isVague('src/trial/stages.ts')).toBe(false)
    expect(undocumented(file('feedback/a.ts', 'const b = 1\nexport function a() {}'))).toHaveLength(1)
    expect(undocumented(file('feedback/a.ts', '/** Says a. */\nexport function a() {}'))).toEqual([])
    expect(hasRawMarkup(file('views/a.ts', 'html`<p>` + raw(text)'))).toBe(true)
    expect(sleeps(file('test/a.test.ts', 'await new Promise((done) => setTimeout(done, 50))'))).toBe(true)
    expect(machineNames(file('README.md', `see ${['', 'work', 'main'].join('/')}/src`))).toHaveLength(1)
    expect(machineNames(file('journeys/a.yaml', 'needs: [home/work/tasks]'))).toEqual([])
    expect(inlineScripts(file('views/a.ts', 'html`<button onclick="go()">`'))).toHaveLength(1)
  })
})

function forbiddenImports({ path, text }: File): readonly string[] {
  const unit = unitOf(path)
  const allowed = TABLE[unit]
  if (!allowed) return []
  return importsOf(text).flatMap(({ from, isType }) => {
    if (!isOurs(from)) return allowed.npm.some((name) => isOf(from, name)) ? [] : [`${path}: ${from}`]
    const target = unitOf(pathOf(from, path))
    const may = target === unit || allowed.ours.includes(target) || (isType && allowed.types?.includes(target))
    return may ? [] : [`${path}: ${from}`]
  })
}

function misplacedImports({ path, text }: File): readonly string[] {
  return importsOf(text).flatMap(({ from }) => {
    if (!isOurs(from)) return []
    const isInside = unitOf(pathOf(from, path)) === unitOf(path)
    const isBeside = isTopOfSrc(path) && isTopOfSrc(pathOf(from, path))
    return isBeside || isInside === from.startsWith('.') ? [] : [`${path}: ${from}`]
  })
}

/** `import`, `export … from` and `import()`; a type only where the whole statement is one, since nothing is loaded then. */
function importsOf(text: string): readonly { readonly from: string; readonly isType: boolean }[] {
  const statements = /^(?:import|export)\s+(type\s+)?(?:[\w*{][^'"`;]*?\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm
  return [...text.matchAll(statements)].map(([, type, from, dynamic]) => ({
    from: from ?? dynamic ?? '',
    isType: type !== undefined,
  }))
}

function isOurs(from: string): boolean {
  return from.startsWith('#') || from.startsWith('.')
}

function pathOf(from: string, importer: string): string {
  return from.startsWith('#') ? from.slice(1) : posix.join(posix.dirname(importer), from)
}

function isOf(from: string, name: string): boolean {
  return from === name || from.startsWith(`${name}/`)
}

/** What has a row of its own: a folder in src, a file directly in src, or a folder beside it. */
function unitOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  return top === 'src' ? `${top}/${second}` : top
}

function isTopOfSrc(path: string): boolean {
  return /^src\/[^/]+$/.test(path)
}

function isVague(path: string): boolean {
  return /(^|[/-])(utils?|helpers?|common|managers?|misc|types)(\.ts)?(\/|$)/.test(path)
}

function undocumented({ path, text }: File): readonly string[] {
  const all = text.split('\n')
  return all.flatMap((line, i) => {
    const isOffered = /^export (async )?function\b/.test(line)
    return isOffered && !all[i - 1]?.endsWith('*/') ? [`${path}: ${line}`] : []
  })
}

function lines({ text }: File): number {
  return text.trimEnd().split('\n').length
}

function hasRawMarkup({ text }: File): boolean {
  return /(^|[^\w.])raw\(/m.test(text)
}

function sleeps({ text }: File): boolean {
  return /(^|[^.\w])setTimeout\(|waitForTimeout\(|timers\/promises|Atomics\.wait\b/m.test(text)
}

function machineNames({ path, text }: File): readonly string[] {
  const names = /(?<![\w.-])\/(?:work|tmp|root)\/|registry\.npmjs|registry\.yarnpkg|npmmirror/
  return text.split('\n').flatMap((line, i) => (names.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : []))
}

function inlineScripts({ path, text }: File): readonly string[] {
  if (!path.startsWith('views/')) return []
  return [...text.matchAll(/<script(?![^>]*\bsrc=)|<style|\son[a-z]+="|\sstyle="|hx-on|["'`]js:/g)].map(
    ([found]) => `${path}: ${found}`,
  )
}

function filesIn(folder: string, deep = true): readonly File[] {
  const at = join(ROOT, folder)
  if (!existsSync(at)) return []
  return readdirSync(at, { recursive: deep, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|js|json|md|ya?ml|scss|sql|html|txt|svg|npmrc|gitignore)$/.test(path))
    .filter((path) => path !== 'test/architecture.test.ts' && statSync(join(ROOT, path)).isFile())
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}
