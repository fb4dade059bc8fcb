import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { FILE } from '#src/storage/sqlite/open.ts'
import { signedIn } from '../review/staff.ts'
import { JOURNEY } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'

/** The review’s pages with few and with many contributions behind them: processor time of one request, the best of some. */
const { values } = parseArgs({
  options: { few: { type: 'string', default: '10000' }, many: { type: 'string', default: '100000' } },
})
const SIZES = [Number(values.few), Number(values.many)] as const
const A_WALK = 10
const RUNS = 3
const STEPS = ['home/milk', 'home/tell-the-register'] as const
const HOME = '/en/review'
const PAGES = {
  home: HOME,
  journey: `${HOME}/journeys/${JOURNEY}`,
  'steps.csv': `${HOME}/journeys/${JOURNEY}/steps.csv`,
  heat: `${HOME}/journeys/${JOURNEY}/heat`,
  step: `${HOME}/journeys/${JOURNEY}/steps/home/milk`,
  reading: `${HOME}/journeys/${JOURNEY}/reading`,
  'journey, filtered': `${HOME}/journeys/${JOURNEY}?about.age=45-59`,
}

async function run() {
  const measured: Record<string, number>[] = []
  for (const size of SIZES) measured.push(await measuredAt(size))
  const [few, many] = measured
  const rows = Object.keys(PAGES).map((page) => {
    const [ms, more] = [few?.[page] ?? 0, many?.[page] ?? 0]
    return { page, [`${SIZES[0]}, ms`]: round(ms), [`${SIZES[1]}, ms`]: round(more), times: round(more / ms) }
  })
  console.log('Pages of the review, processor time of a request, SQLite')
  console.table(rows)
}

async function measuredAt(size: number): Promise<Record<string, number>> {
  const app = await testApp()
  try {
    seed(app, size)
    const mika = await signedIn(app, 'reviewer')
    const measured: Record<string, number> = {}
    for (const [name, path] of Object.entries(PAGES)) {
      await mika.get(path)
      const times: number[] = []
      for (let i = 0; i < RUNS; i++) {
        const before = process.cpuUsage()
        const answer = await mika.get(path)
        await answer.text()
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
        const { user, system } = process.cpuUsage(before)
        times.push((user + system) / 1000)
      }
      measured[name] = Math.min(...times)
    }
    return measured
  } finally {
    await app.close()
  }
}

/** Rows as the writes would leave them, put in at one go: a million walks' worth of requests would take hours. */
function seed({ deps, clock }: TestApp, contributions: number): void {
  const { folder } = deps as TestApp['deps'] & { readonly folder: string }
  const db = new Database(`${folder}/${FILE}`)
  const put = (table: string, row: Record<string, unknown>) =>
    insertOf(db, table, Object.keys(row)).run(Object.values(row))
  db.transaction(() => {
    for (let nth = 0; nth < contributions / A_WALK; nth++) walk(put, `w${nth}`, nth, clock.now)
  })()
  db.exec('analyze')
  db.close()
}

type Put = (table: string, row: Record<string, unknown>) => void

function walk(put: Put, id: string, nth: number, at: number): void {
  const [age, option] = [['45-59', '60-74'][nth % 2], ['yes', 'no', 'partly'][nth % 3]]
  const notice = { notice_hash: 'n', notice_language: 'fi', notice_at: at }
  put('participants', { id, code_hash: id, created_at: at, ...notice })
  put('walks', {
    ...{ id, participant: id, journey: JOURNEY, version: 1, hash: 'h', mode: 'own', language: 'fi', rev: 1 },
    ...{ progress: '{}', last_step: STEPS[0], opened_at: at, touched_at: at },
  })
  put('passages', { walk: id, version: 1 })
  put('backgrounds', { walk: id, trait: 'age', value: age, at })
  for (const step of STEPS) {
    put('visits', { walk: id, version: 1, step, opened: 1, first_at: at })
    for (let i = 0; i < A_WALK / STEPS.length; i++) {
      const prompt = ['works', 'open', `other-${i}`][Math.min(i, 2)]
      const isText = prompt === 'open' && nth % 10 === 0
      put('exposures', { walk: id, version: 1, step, prompt, offered: 1, skipped: 0, at })
      put('contributions', {
        ...{ id: `${id}.${step}.${i}`, walk: id, journey: JOURNEY, version: 1, step, prompt, at },
        ...{ kind: isText ? 'open' : 'rating', option: isText ? null : option, text: isText ? 'Maito' : null },
        ...{ language: 'fi', situation: '{}', state: isText ? 'visible' : 'none', important: 0 },
      })
    }
  }
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

function insertOf(db: Database.Database, table: string, names: readonly string[]): Database.Statement {
  const known = statements.get(db) ?? new Map<string, Database.Statement>()
  statements.set(db, known)
  const made =
    known.get(table) ??
    db.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
  known.set(table, made)
  return made
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}

await run()
