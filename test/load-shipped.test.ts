import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import { contentHash } from '#src/journey/version.ts'
import { loadShipped } from '#src/load-shipped.ts'
import { MOVING_HOUSE_CAT } from './support/fixture-journey.ts'
import { type TemporaryStorage, temporaryStorage } from './support/storage.ts'

const NEXT: Definition = {
  ...MOVING_HOUSE_CAT,
  title: { fi: 'Kissa muutti', sv: 'Katten flyttade', en: 'The cat moved' },
}
const { id } = MOVING_HOUSE_CAT
let storage: TemporaryStorage
let folder: string
beforeEach(async () => {
  storage = await temporaryStorage()
  folder = join(storage.folder, 'journeys')
})
afterEach(() => storage.cleanup())

function ship(definition: Definition, personas = '[]') {
  mkdirSync(join(folder, definition.id), { recursive: true })
  writeFileSync(join(folder, definition.id, 'journey.yaml'), writeDefinition(definition))
  writeFileSync(join(folder, definition.id, 'personas.yaml'), personas)
}
const load = () => loadShipped({ folder, versions: storage.versions, now: () => 1 })
const numbers = async () => (await storage.versions.list(id)).map(({ number }) => number)

describe('a shipped journey', () => {
  it('is version 1 of a new installation, with its example people', async () => {
    ship(MOVING_HOUSE_CAT, '- { id: aino, name: Aino, introduction: { fi: Kissa. }, facts: { colour: black } }')
    expect(await load()).toEqual([{ journey: id, outcome: 'added', findings: [] }])
    expect(await storage.versions.latest(id)).toMatchObject({
      number: 1,
      author: 'shipped',
      hash: contentHash(MOVING_HOUSE_CAT),
      definition: MOVING_HOUSE_CAT,
      personas: [{ id: 'aino' }],
    })
  })

  it('is not added again at the next start, but its example people may be mended', async () => {
    ship(MOVING_HOUSE_CAT)
    await load()
    ship(MOVING_HOUSE_CAT, '- { id: eino, name: Eino, introduction: { fi: Kissa. }, facts: {} }')
    expect(await load()).toMatchObject([{ outcome: 'same' }])
    expect(await numbers()).toEqual([1])
    expect((await storage.versions.latest(id))?.personas).toMatchObject([{ id: 'eino' }])
  })

  it('that comes changed with a new release is the next version', async () => {
    ship(MOVING_HOUSE_CAT)
    await load()
    ship(NEXT)
    expect(await load()).toMatchObject([{ outcome: 'added' }])
    expect(await numbers()).toEqual([1, 2])
  })

  it('does not come back as the newest when an older release is started', async () => {
    for (const definition of [MOVING_HOUSE_CAT, NEXT, MOVING_HOUSE_CAT]) {
      ship(definition)
      await load()
    }
    expect(await numbers()).toEqual([1, 2])
  })

  it('never covers what people have published since', async () => {
    ship(MOVING_HOUSE_CAT)
    await load()
    const theirs = { ...MOVING_HOUSE_CAT, summary: { fi: 'Meidän', sv: 'Vår', en: 'Ours' } }
    await storage.versions.add({
      journey: id,
      hash: contentHash(theirs),
      definition: theirs,
      personas: [],
      author: 'Aino',
      note: undefined,
      publishedAt: 2,
      changes: [],
    })
    ship(NEXT)
    expect(await load()).toMatchObject([{ outcome: 'theirs' }])
    expect((await storage.versions.latest(id))?.author).toBe('Aino')
  })

  it('that cannot be read is told of, and does not keep the others away', async () => {
    ship(MOVING_HOUSE_CAT)
    mkdirSync(join(folder, 'a-broken-one'))
    writeFileSync(join(folder, 'a-broken-one', 'journey.yaml'), 'format: 1\nid: [')
    const [broken, whole] = await load()
    expect(broken).toMatchObject({ journey: 'a-broken-one', outcome: 'refused' })
    expect(broken?.findings.length).toBeGreaterThan(0)
    expect(whole).toMatchObject({ journey: id, outcome: 'added' })
  })
})
