import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { findChromium, HOW_TO_GET_CHROMIUM } from './chromium.ts'

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})
const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 }
const NOT_EVEN_STARTED: Count = { passed: 0, failed: 1, skipped: 0 }

/** more broken files than these are no accident of a busy machine */
const FEW = 5
const told: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'polku-tests-'))
if (process.argv.includes('--long')) process.env.POLKU_LONG = '1'

const counts = [unitTests(), await browserTests()]
rmSync(folder, { recursive: true, force: true })
// Said once more at the end: of a long log often only the end is kept.
for (const line of told) console.log(line)
const sum = (what: keyof Count) => counts.reduce((total, count) => total + count[what], 0)
if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped: the lists above say which and why`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0

/** Rules, pages and both storage engines. What fails in company is tried once more alone: it is told, and counts if it fails again. */
function unitTests(): Count {
  const first = unitRun('vitest')
  if (!first) return NOT_EVEN_STARTED
  const files = [...new Set(first.broken.flatMap(({ file }) => file || []))]
  const again = files.length > 0 && files.length <= FEW ? unitRun('vitest-again', files) : undefined
  const stillBroken = again?.broken ?? first.broken
  const shaky = first.broken.filter(({ test }) => !stillBroken.some((one) => one.test === test))
  told.push(...shaky.map(({ test, why }) => `SHAKY, failed in company and passed alone: ${test}\n  ${why}`))
  told.push(...stillBroken.map(({ test, why }) => `FAILED ${test}\n  ${why}`))
  return { passed: first.passed + shaky.length, failed: stillBroken.length, skipped: first.skipped }
}

function unitRun(name: string, files: readonly string[] = []) {
  const file = join(folder, `${name}.json`)
  const isClean = run('vitest', ['run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  const report = readReport(file, VitestReport)
  if (!report) return undefined
  const broken = report.testResults.flatMap(brokenIn)
  if (broken.length === 0 && !isClean) broken.push({ file: '', test: 'the run itself', why: 'its log above says why' })
  return { passed: report.numPassedTests, skipped: report.numPendingTests, broken }
}

/** A file that cannot be loaded has no tests to count: it counts as one that failed. */
function brokenIn({ name, status, message, assertionResults }: z.infer<typeof VitestReport>['testResults'][number]) {
  const failed = assertionResults.filter((one) => one.status === 'failed')
  if (status === 'failed' && failed.length === 0) return [{ file: name, test: name, why: beginning(message) }]
  return failed.map(({ fullName, failureMessages }) => ({
    file: name,
    test: `${name}: ${fullName}`,
    why: beginning(failureMessages?.[0]),
  }))
}

async function browserTests(): Promise<Count> {
  if (!(await findChromium())) {
    console.log(`\nSKIPPED: all browser tests, for no browser starts here. Mend it with:\n  ${HOW_TO_GET_CHROMIUM}\n`)
    return process.env.CI ? NOT_EVEN_STARTED : { ...NOTHING, skipped: 1 }
  }
  const file = join(folder, 'playwright.json')
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = file
  const isClean = run('playwright', ['test', '--reporter=list,json'])
  const report = readReport(file, PlaywrightReport)
  if (!report) return NOT_EVEN_STARTED
  const { expected, unexpected, flaky, skipped } = report.stats
  if (flaky > 0) told.push(`SHAKY: ${flaky} browser tests passed only when tried again; the list above says which`)
  return { passed: expected + flaky, failed: unexpected === 0 && !isClean ? 1 : unexpected, skipped }
}

function beginning(message = ''): string {
  return message.slice(0, 600).replaceAll('\n', '\n  ')
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' }).status === 0
}

function readReport<Report>(file: string, shape: z.ZodType<Report>): Report | undefined {
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}
