import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILE } from '#src/storage/sqlite/open.ts'
import { type Citizen, citizen, required, sent, type Values } from '../support/citizen.ts'
import { formOf } from '../support/page.ts'
import { type RunningServer, startServer } from '../support/server.ts'
import { SHIPPED, shippedJourney } from '../support/shipped.ts'
import { temporaryFolder } from '../support/storage.ts'

const CYCLES = process.env.POLKU_LONG ? 100 : 12
const WALKERS = 8
/** how long the server lives once walkers are at it, in milliseconds */
const SHORTEST = 60
const LONGEST = 400

type Sent = { readonly action: string; readonly step: string; readonly words: string; readonly fields: Values }
/** one person through every kill: the browser is the same, the server is not */
type Person = {
  walker: Citizen
  walk: string
  code: string
  /** what the server said it had kept */
  readonly confirmed: { walk: string; said: Sent }[]
  /** sent, and never answered */
  unsure: Sent | undefined
}
type Exported = {
  readonly told: Record<string, unknown>
  readonly said: readonly { readonly step: string; readonly text?: string }[]
  readonly events: readonly { readonly kind: string; readonly step?: string }[]
}

const { personas } = shippedJourney()
const folder = temporaryFolder()
const people: Person[] = []
let server: RunningServer
let written = 0

beforeAll(async () => {
  server = await startServer(folder)
})
afterAll(async () => {
  await server.kill()
  rmSync(folder, { recursive: true, force: true })
})

/** No two alike, and nothing in them that could be taken for personal details. */
function newWords(): string {
  written += 1
  return `merkki ${[...String(written)].map((digit) => 'abcdefghij'[Number(digit)]).join('')} loppu`
}

async function begin(nth: number): Promise<Pick<Person, 'walker' | 'walk' | 'code'>> {
  const walker = citizen(server.visitor(), 'fi')
  await walker.start(SHIPPED, { as: personas[nth % personas.length]?.id })
  const { path } = walker
  const code = await walker.code()
  await walker.open(path)
  return { walker, walk: walker.walkPath(), code }
}

/** Answers step after step, with words of their own at each, until the server is gone. */
async function answerOn(person: Person, nth: number, isOver: () => boolean) {
  while (!isOver()) {
    const { walker } = person
    if (walker.page.name === 'outcome') Object.assign(person, await begin(nth))
    else if (walker.page.name === 'step') await answer(person)
    else await walker.forward()
  }
}

async function answer(person: Person) {
  const { walker, walk } = person
  const form = formOf(walker.page, 'answer')
  const words = newWords()
  const fields = { ...sent(form), ...required(form), 'p.open.text': words, go: 'on' }
  const said = { action: form.action, step: walker.page.step ?? '', words, fields }
  person.unsure = said
  const response = await walker.browser.post(form.action, fields)
  if (response.status !== 303) throw new Error(`${response.status} at ${form.action}`)
  person.confirmed.push({ walk, said })
  person.unsure = undefined
  await walker.open(response.headers.get('location') ?? '')
}

/** From another device, by nothing but the code. */
async function byCode({ code, walk }: Person): Promise<Citizen> {
  const walker = citizen(server.visitor(), 'fi')
  await walker.resume(code)
  expect(walker.walkPath()).toBe(walk)
  return walker
}

async function exported(walker: Citizen): Promise<Exported> {
  const form = formOf(await walker.open(`${walker.walkPath()}/mine`), 'export')
  return (await walker.browser.post(form.action, sent(form))).json() as Promise<Exported>
}

/** Every confirmed answer of the walk once, and the unsure one once or not at all. */
function expectKept({ walk, confirmed, unsure }: Person, { said, events, told }: Exported) {
  const own = confirmed.filter((one) => one.walk === walk).map((one) => one.said)
  const texts = said.map(({ text }) => text)
  const done = events.filter(({ kind }) => kind === 'done').map(({ step }) => step)
  for (const { words, step, fields } of own) {
    expect(texts.filter((text) => text === words)).toEqual([words])
    expect(done.filter((one) => one === step)).toEqual([step])
    for (const [name, value] of Object.entries(fields)) if (name in told) expect(told[name]).toEqual(storedAs(value))
  }
  const extra = texts.filter((text) => !own.some(({ words }) => words === text))
  expect(unsure ? [[], [unsure.words]] : [[]]).toContainEqual(extra)
}

function storedAs(value: string): unknown {
  if (value === 'unknown') return null
  return value === 'true' || value === 'false' ? value === 'true' : value
}

describe(`a server killed ${CYCLES} times while ${WALKERS} people answer`, () => {
  it(
    'has kept every confirmed answer once, and every walk goes on with its code',
    async () => {
      for (let nth = 0; nth < WALKERS; nth++) people.push({ ...(await begin(nth)), confirmed: [], unsure: undefined })

      for (let cycle = 0; cycle < CYCLES; cycle++) {
        await killedWhileAnswering(SHORTEST + ((cycle * 37) % (LONGEST - SHORTEST)))
        server = await startServer(folder)
        for (const person of people) await carryOn(person)
      }
      expect(written).toBeGreaterThan(CYCLES * WALKERS)
    },
    CYCLES * 30_000,
  )

  it('leaves a database without a fault, each confirmed answer in one row, the counts as the rows say', async () => {
    await server.kill()
    const db = new Database(join(folder, FILE))
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    const rows = db.prepare('select count(*) from contributions where text = ?').pluck()
    const confirmed = people.flatMap((person) => person.confirmed)
    expect(confirmed.filter(({ said }) => rows.get(said.words) !== 1)).toEqual([])
    const counted = db.prepare('select sum(answered) from prompt_counts').pluck().get()
    expect(counted).toBe(db.prepare('select count(*) from contributions').pluck().get())
    db.close()
    console.info(`${CYCLES} kills, ${confirmed.length} answers confirmed`)
  })
})

async function killedWhileAnswering(milliseconds: number) {
  let isOver = false
  const gone = (error: unknown) => {
    if (!isOver) throw error
  }
  const all = people.map((person, nth) => answerOn(person, nth, () => isOver).catch(gone))
  const cut = new Promise<void>((resolve) => setTimeout(resolve, milliseconds)).then(() => {
    isOver = true
    return server.kill()
  })
  await Promise.all([...all, cut])
}

/** The other device sees the same as is stored; then the unanswered form is sent again, as a browser would. */
async function carryOn(person: Person) {
  const walker = await byCode(person)
  expectKept(person, await exported(walker))
  const { unsure, walk } = person
  if (unsure) {
    expect((await walker.browser.post(unsure.action, unsure.fields)).status).toBe(303)
    person.confirmed.push({ walk, said: unsure })
    person.unsure = undefined
    expectKept(person, await exported(walker))
  }
  person.walker = walker
  await walker.open(walk)
}
