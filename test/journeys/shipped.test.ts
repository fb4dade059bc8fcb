import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkPersonas, checkText } from '#src/journey/check.ts'
import { compile } from '#src/journey/compile.ts'
import type { Definition, Persona } from '#src/journey/definition.ts'
import { createLibrary } from '#src/journey/library.ts'
import { prove } from '#src/journey/prove.ts'
import { textsOf } from '#src/journey/texts.ts'
import { contentHash } from '#src/journey/version.ts'
import { carryOn, happened, isAllDone, NOTHING_YET, nextDue, onTheClock, settle, stepsOf } from '#src/walk/progress.ts'
import { namesOf } from '#src/walk/read-told.ts'
import type { Told } from '#src/walk/walk.ts'
import { startServer } from '../support/server.ts'
import { SHIPPED, shippedJourney } from '../support/shipped.ts'
import { temporaryFolder, temporaryStorage } from '../support/storage.ts'

const PROOF_LIMIT = 150
const FIRST_ANSWER_LIMIT = 2000
const MOST_MOVES = 300
/** the rows of the reference list: first days and notices, estate, money and survivors, home and special cases */
const ROWS = [...rows(1, 16), ...rows(20, 35), ...rows(40, 49)]

const { text, personasText, definition, personas } = shippedJourney()
const steps = Object.values(definition.tracks).flatMap((track) => track.steps)

function rows(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `k${String(first + i).padStart(2, '0')}`)
}

/** Milliseconds of the quickest of five proofs, each of a definition never seen before. */
function quickestProof(): number {
  const each = Array.from({ length: 5 }, () => {
    const fresh = structuredClone(definition)
    const began = performance.now()
    prove(fresh)
    return performance.now() - began
  })
  return Math.min(...each)
}

describe('the shipped journey', () => {
  it('has no error in notation, lints or proof, and neither have its people', () => {
    const errors = [...checkText(text), ...checkPersonas(personasText, text)]
    expect(errors.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is in plain Finnish throughout, and so are its people', () => {
    const findings = [...checkText(text), ...checkPersonas(personasText, text)]
    expect(findings.filter(({ code }) => code === 'missing-plain-words')).toEqual([])
    expect(textsOf(definition).every(({ words }) => words['fi-x-selko'])).toBe(true)
  })

  it(`is proved in under ${PROOF_LIMIT} ms`, () => {
    const milliseconds = quickestProof()
    console.info(`proof: ${milliseconds.toFixed(1)} ms`)
    expect(milliseconds).toBeLessThan(PROOF_LIMIT)
  })

  it('covers every row of the reference list', () => {
    const covered = new Set(steps.flatMap(({ ref }) => (ref === undefined ? [] : [ref].flat())))
    expect(ROWS.filter((row) => !covered.has(row))).toEqual([])
  })

  it('has at least forty-two steps and eight example people', () => {
    expect(steps.length).toBeGreaterThanOrEqual(42)
    expect(personas.length).toBeGreaterThanOrEqual(8)
  })

  it('says everything in three languages', () => {
    expect(definition.languages).toEqual(['fi', 'sv', 'en'])
    expect([...halfSaid(definition, 'journey'), ...halfSaid(personas, 'personas')]).toEqual([])
  })
})

/** Where words stand in some of the languages only, or empty. */
function halfSaid(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const isWords = entries.some(([key, words]) => ['fi', 'sv', 'en'].includes(key) && typeof words === 'string')
  if (!isWords) return entries.flatMap(([key, one]) => halfSaid(one, `${path}/${key}`))
  const said = Object.fromEntries(entries)
  return ['fi', 'sv', 'en'].filter((key) => !String(said[key] ?? '').trim()).map((key) => `${path} in ${key}`)
}

describe.each(personas.map((persona) => [persona.id, persona] as const))('%s', (_id, persona) => {
  it('reaches the end', () => {
    expect(movesToTheEnd(definition, persona)).toBeGreaterThan(30)
  })
})

/** Walks as the person, step after step, letting time pass where nothing is open. */
function movesToTheEnd(shape: Definition, { facts }: Persona): number {
  const journey = compile(shape)
  let told: Told = {}
  let { progress } = settle(journey, { told, tracks: undefined }, NOTHING_YET)
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const here = stepsOf(journey, { told, tracks: undefined, progress })
    if (isAllDone(here)) return moves
    const open = here.find(({ status }) => status === 'todo')
    if (open) {
      const names = namesOf(open.place.step)
      told = {
        ...told,
        ...Object.fromEntries(names.map((name) => [name, facts[name] ?? (name.startsWith('share-') ? 'yes' : null)])),
      }
    }
    const clock = onTheClock(journey, told, progress.record)
    const events = open
      ? [{ kind: 'done', step: open.place.key, on: clock.today } as const]
      : (nextDue(here, progress.record)?.events ?? [])
    if (events.length === 0) throw new Error('nothing is open and nothing waits')
    progress = carryOn(journey, { told, tracks: undefined }, progress, events.reduce(happened, clock)).progress
  }
  throw new Error(`not at the end after ${MOST_MOVES} moves`)
}

it('a version is compiled once, however often it is asked for', async () => {
  const { cleanup, versions } = await temporaryStorage()
  const hash = contentHash(definition)
  await versions.add({
    journey: SHIPPED,
    hash,
    definition,
    personas,
    author: 'shipped',
    note: undefined,
    publishedAt: 0,
    changes: [],
  })
  let now = 0
  const library = createLibrary(versions, () => now)
  const first = await library.latest(SHIPPED)
  now += 60_000
  expect((await library.latest(SHIPPED))?.journey).toBe(first?.journey)
  expect((await library.version(SHIPPED, 1))?.journey).toBe(first?.journey)
  expect((await library.allLatest())[0]?.journey).toBe(first?.journey)
  await cleanup()
})

it('a server answers for the first time within two seconds of its start', async () => {
  const folder = temporaryFolder()
  const times: number[] = []
  for (let nth = 0; nth < 3; nth++) {
    const server = await startServer(folder)
    times.push(server.firstAnswerAfter)
    await server.stop()
  }
  rmSync(folder, { recursive: true, force: true })
  console.info(`first answer after ${times.map((one) => one.toFixed(0)).join(', ')} ms`)
  expect(Math.min(...times)).toBeLessThan(FIRST_ANSWER_LIMIT)
}, 120_000)
