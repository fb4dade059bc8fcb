import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { contentHash } from '#src/journey/version.ts'
import { OpinionKeeper } from '#src/review/opinion-keeper.ts'
import { type Computing, refreshMaps } from '#src/review/opinion-refresh.ts'
import { simulate } from '#src/simulation/simulate.ts'
import type { WalkStore } from '#src/walk/walk-store.ts'
import { figuresOn, signedIn } from '../review/staff.ts'
import { walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { shippedApp, shippedJourney } from '../support/shipped.ts'
import { trialOf } from '../trial/plans.ts'

const isLong = Boolean(process.env.POLKU_LONG)
const ID = isLong ? 'death-of-a-relative' : 'cat-moves-house'
const WALKERS = isLong ? 200 : 12
const MOST_PAGES = isLong ? 2000 : 60
const REPORT = `/fi/journeys/${ID}/report`
const REVIEW = `/fi/review/journeys/${ID}`
// The artificial range of individual numbers; a bank's own example; a domain that cannot exist.
const PLANTED = [
  '010190-900P',
  'FI2112345600000785',
  'raija@salainen.example',
  '040 123 4567',
  'Raija Salainen',
] as const

let app: TestApp
let mika: Browser
let pages: ReadonlyMap<string, string>
let files: readonly (readonly [name: string, figures: ReadonlyMap<string, string>])[]

beforeAll(async () => {
  app = isLong ? await shippedApp(shippedJourney(ID)) : await testApp()
  const trial = trialOf({ journey: ID, stage: 'mapping', openedAt: app.deps.now(), plan: planOf() })
  await app.deps.trials.create(trial)
  await walkAll(trial.id, 'first')
  await publishNext()
  await walkAll(trial.id, 'second')
  await plant()
  await refreshMaps({ ...app.deps, computing: computing(), owner: 'a test' }, ID)
  await app.deps.trials.save({ ...trial, stage: 'closed', closedAt: app.deps.now() }, 0)
  app.clock.now += 2000
  mika = await signedIn(app, 'reviewer')
  await mika.post(`${REVIEW}/releases`, { seen: '0' })
  pages = await crawled([REPORT, `/fi/journeys/${ID}`, `/fi/journeys/${ID}/brief`, REVIEW, `${REVIEW}/opinion`])
  files = await readFiles()
}, 3_600_000)
afterAll(() => app.close())

const planOf = () => ({
  ...{ ...trialOf().plan, opensOn: '2026-03-01', closesOn: '2027-02-01' },
  wanted: [{ trait: 'age', value: '75-', n: 6 } as const],
})

/** People who go as themselves, by the verbs of simulated walkers. */
async function walkAll(trial: string, seed: string) {
  const create: WalkStore['create'] = (input) => {
    const walk = { ...input.walk, mode: 'own' as const }
    return app.deps.walks.create({ ...input, walk })
  }
  const patiently = <T>(work: () => Promise<T>) => work()
  const deps = { ...app.deps, walks: { ...app.deps.walks, create }, patiently }
  for await (const _ of simulate(deps, { journey: ID, walkers: WALKERS, seed, trial })) app.clock.now += 1000
}

function computing(): Computing {
  const keeper = new OpinionKeeper()
  return {
    known: async (journey) => keeper.known(journey),
    add: async (journey, votes) => keeper.add(journey, votes),
    maps: async (journey, served) => keeper.maps(journey, served),
  }
}

async function publishNext() {
  const published = await app.deps.library.latest(ID)
  if (!published) throw new Error('nothing is published')
  const { definition, personas } = published.version
  const next = { ...definition, summary: { ...definition.summary, fi: 'Toinen versio' } }
  const about = { personas, author: 'designer-1', note: undefined, publishedAt: app.deps.now(), changes: [] }
  await app.deps.versions.add({ ...about, journey: ID, hash: contentHash(next), definition: next })
  app.clock.now += 2000
}

/** Words as people write them though they were asked not to: what redaction takes out goes in past it, and waits. */
async function plant() {
  const published = await app.deps.library.latest(ID)
  const [key] = [...(published?.journey.places.keys() ?? [])].slice(-1)
  if (!key) throw new Error('no step')
  const said = { step: key, prompt: 'open', kind: 'open', text: PLANTED.join(', '), state: 'pending' } as const
  await walked(app.deps, { journey: ID, version: 2, said: [said] })
}

const LEADS_ON = new RegExp(`^/fi(/journeys/${ID}(/|$)|/review($|/journeys/${ID}(/|$)))`)
const NO_PAGE = /\.(csv|json|pdf|svg)$|\/(start|export)$/

/** Every page a reader of the ministry comes to from these ones, by its address, each once. */
async function crawled(from: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined && found.size < MOST_PAGES; path = waiting.shift()) {
    if (found.has(path)) continue
    const response = await mika.get(path)
    const page = await response.text()
    expect([path, response.status]).toEqual([path, 200])
    found.set(path, page)
    const links = [...page.matchAll(/href="([^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    waiting.push(
      ...links.filter((href) => LEADS_ON.test(href.split('?')[0] ?? '') && !NO_PAGE.test(href.split('?')[0] ?? '')),
    )
  }
  return found
}

/** Each file with figures, by the names that pages mark them with; a withheld one is ''. */
async function readFiles() {
  const read = async (path: string) => (await mika.get(path)).text()
  const steps = (text: string) => {
    const [head = [], ...rows] = csvRows([text])
    return rows.flatMap((row) => {
      const at = (name: string) => row[head.indexOf(name)] ?? ''
      const columns = head.filter((name) => !['version', 'track', 'step', 'provider'].includes(name))
      return columns.map((one) => [`${at('version')}/${at('track')}/${at('step')}/${one}`, at(one)] as const)
    })
  }
  const prompts = (text: string) => {
    const [, ...rows] = csvRows([text])
    return rows.flatMap(([version, track, step, prompt, , option, n = '', of = '']) => {
      const path = `${version}/${track}/${step}/${prompt}`
      return [[`${path}/${option || 'wrote'}`, n] as const, [`${path}/of`, of] as const]
    })
  }
  const api = JSON.parse(await read(`/api/v1/journeys/${ID}/figures`)).steps as Record<string, string | number | null>[]
  const ofApi = api.flatMap(({ version, track, step, provider: _, ...figures }) =>
    Object.entries(figures).map(
      ([name, n]) => [`${version}/${track}/${step}/${name}`, n === null ? '' : String(n)] as const,
    ),
  )
  const [, ...report] = csvRows([await read(`${REPORT}.csv`)])
  const json = JSON.parse(await read(`${REPORT}.json`)).figures as { name: string; value: number | null }[]
  return [
    ['report.csv', new Map(report.map(([, name = '', value = '']) => [name, value] as const))],
    ['report.json', new Map(json.map(({ name, value }) => [name, value === null ? '' : String(value)] as const))],
    ['steps.csv of the review', new Map(steps(await read(`${REVIEW}/steps.csv`)))],
    ['prompts.csv of the review', new Map(prompts(await read(`${REVIEW}/prompts.csv`)))],
    ['steps.csv as released', new Map(steps(await read(`/data/journeys/${ID}/steps.csv`)))],
    ['prompts.csv as released', new Map(prompts(await read(`/data/journeys/${ID}/prompts.csv`)))],
    ['the API', new Map(ofApi)],
  ] as const
}

/** A page narrowed to somebody, or to other walks, tells other numbers under the same names. */
const isWhole = (path: string) => !/[?&](mode|situation|standpoint|language|channel|from|to|since|until)=/.test(path)

test('every number on every page is the number of the files, and no file has another', () => {
  let compared = 0
  const differing: string[] = []
  for (const [path, page] of pages)
    for (const [name, n] of isWhole(path) ? figuresOn(page) : [])
      for (const [file, figures] of files) {
        const written = figures.get(name)
        // What is published withholds more than the ministry's own pages do.
        if (written === undefined || written === '' || n === undefined) continue
        compared += 1
        if (written !== n) differing.push(`${path} ${name}: ${n}, ${file}: ${written}`)
      }
  console.log(`${pages.size} pages, ${2 * WALKERS} walkers, ${compared} comparisons of a page with a file`)
  expect(differing).toEqual([])
  expect(compared).toBeGreaterThan(200)
})

test('the page of the report withholds exactly what its files withhold', () => {
  const page = figuresOn(pages.get(REPORT) ?? '')
  expect(page.size).toBeGreaterThan(50)
  for (const [file, figures] of files.slice(0, 2))
    for (const [name, n] of page) expect([file, name, figures.get(name)]).toEqual([file, name, n ?? ''])
})

test('files that tell the same figure tell the same number', () => {
  for (const [one, figures] of files)
    for (const [other, others] of files)
      for (const [name, n] of figures) {
        const m = others.get(name)
        if (n !== '' && m !== undefined && m !== '') expect([one, other, name, m]).toEqual([one, other, name, n])
      }
})

test('no published file and no page for everyone holds what was planted', async () => {
  const paths = [
    ...['csv', 'json'].map((ending) => `${REPORT}.${ending}`),
    ...[...pages.keys()].filter((path) => !path.includes('/review')),
    ...(await app.deps.releases.files(ID, 1)).map((name) => `/data/journeys/${ID}/${name}`),
    `/api/v1/journeys/${ID}/figures`,
  ]
  for (const path of paths) {
    const text = await (await app.visitor().get(path)).text()
    for (const secret of PLANTED) expect([path, text.includes(secret)]).toEqual([path, false])
  }
  const wish = { diary: 'VN/1/2026', what: 'Kaikki', decidedBy: 'Mika', reason: 'Pyyntö' }
  for (const as of ['page', 'csv']) {
    const made = await (await mika.post(`${REVIEW}/extract`, { ...wish, as })).text()
    for (const secret of PLANTED) expect([as, made.includes(secret)]).toEqual([as, false])
  }
}, 600_000)
