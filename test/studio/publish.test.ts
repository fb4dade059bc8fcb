import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import type { Version } from '#src/journey/version-store.ts'
import { closeAnswers } from '#src/studio/close-answers.ts'
import { planPublishing, publish } from '#src/studio/publish.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { CAT, FIRST_CAT, NEW_WORDS, nextCat, promised, published, REGISTER, words } from './promised.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
})
afterEach(() => app.close())

const numbers = async (journey = CAT) => (await app.deps.versions.list(journey)).map(({ number }) => number)
const log = async () =>
  (await app.deps.accounts.audit({ limit: 50, before: undefined })).map(({ who, what, about }) => [who, what, about])
const answer = (id: string) => app.deps.responses.find(id)
const draftOf = (definition: Definition) => ({ text: writeDefinition(definition), personas: undefined })

describe('the next version', () => {
  test('is stored with its author, its note, its moment and what it changes, and the log says so', async () => {
    const note = { fi: 'Kirje jäi pois' }
    const at = app.clock.now
    expect(await published(app, nextCat(), { note })).toMatchObject({ ok: true, version: { number: 2 } })
    const stored = await app.deps.versions.latest(CAT)
    expect(stored).toMatchObject({ number: 2, author: 'Sari', note, publishedAt: at, definition: nextCat() })
    expect(stored?.changes).toEqual([
      { step: REGISTER, kind: 'changed', parts: ['proposed'], responses: [], contributions: [] },
    ])
    expect((await app.deps.versions.find(CAT, 1))?.definition).toEqual(FIRST_CAT)
    expect(await log()).toEqual([['Sari', 'publish', `${CAT} v2`]])
  })

  test('of a journey that nobody has published is its first, and changes nothing', async () => {
    const dog = { ...FIRST_CAT, id: 'dog-moves' }
    expect(await published(app, dog)).toMatchObject({ ok: true, version: { journey: 'dog-moves', number: 1 } })
    expect(await numbers(CAT)).toEqual([1])
  })

  test('is what a newcomer meets, while the library still knows the one before', async () => {
    await published(app)
    const newest = await app.deps.library.latest(CAT)
    expect(newest?.version.number).toBe(2)
    expect(JSON.stringify(newest?.version.definition)).toContain(NEW_WORDS)
    expect((await app.deps.library.version(CAT, 1))?.version.definition).toEqual(FIRST_CAT)
  })
})

describe('refused, with nothing stored and nothing in the log,', () => {
  afterEach(async () => {
    expect(await numbers()).toEqual([1])
    expect(await log()).toEqual([])
    const open = (await app.deps.responses.ofJourney(CAT)).map(({ toVersion }) => toVersion)
    expect(open.every((toVersion) => toVersion === undefined)).toBe(true)
  })

  test('is a file with errors, each with its line', async () => {
    await promised(app, [])
    const text = writeDefinition(nextCat()).replace('provider: cat_register', 'provider: dog_register')
    const outcome = await publish(app.deps, { draft: { text, personas: undefined }, author: 'Sari', note: undefined })
    const line = text.split('\n').findIndex((one) => one.includes('dog_register')) + 1
    expect(outcome).toMatchObject({ ok: false, refused: 'findings' })
    expect(outcome).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({ line })]) })
  })

  test('is what is published already', async () => {
    await promised(app, [])
    expect(await published(app, FIRST_CAT)).toMatchObject({ ok: false, refused: 'unchanged', version: { number: 1 } })
  })

  test('is the file of another journey, where the place says which one it must be', async () => {
    const dog = { ...nextCat(), id: 'dog-moves' }
    expect(await published(app, dog, { journey: CAT })).toEqual({
      ok: false,
      refused: 'other-journey',
      journey: 'dog-moves',
      title: FIRST_CAT.title,
    })
    expect(await numbers('dog-moves')).toEqual([])
  })

  test('is one that was planned on an older version than the newest', async () => {
    await promised(app, [])
    expect(await published(app, nextCat(), { basedOn: 7 })).toEqual({ ok: false, refused: 'overtaken' })
  })
})

describe('two who publish at once', () => {
  const milky = nextCat(([, milk]) => {
    if (milk) milk.title = words('Kerma')
  })

  test('one is refused, and its answers stay open', async () => {
    const { id } = await promised(app, [])
    const both = [nextCat(), milky].map((definition, i) =>
      publish(app.deps, { draft: draftOf(definition), author: `author ${i}`, note: undefined, basedOn: 1 }),
    )
    const outcomes = await Promise.all(both)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.refused === 'overtaken')).toHaveLength(1)
    expect(await numbers()).toEqual([1, 2])
    expect(await log()).toHaveLength(1)
    expect((await answer(id))?.toVersion).toBe(outcomes[0]?.ok ? 2 : undefined)
  })

  test('the later one, who saw the version before, is told and overwrites nothing', async () => {
    await published(app, milky, { basedOn: 1 })
    expect(await published(app, nextCat(), { basedOn: 1 })).toEqual({ ok: false, refused: 'overtaken' })
    expect((await app.deps.versions.latest(CAT))?.definition).toEqual(milky)
    expect(await published(app, nextCat(), { basedOn: 2 })).toMatchObject({ ok: true, version: { number: 3 } })
  })
})

describe('the answers that a version keeps', () => {
  test('name it from then on, with the words they answer credited by id', async () => {
    const { id } = await promised(app, ['c1', 'c2'])
    await published(app)
    expect(await answer(id)).toMatchObject({ toVersion: 2, rev: 1, state: 'accepted' })
    expect((await app.deps.versions.latest(CAT))?.changes).toMatchObject([
      { responses: [id], contributions: ['c1', 'c2'] },
    ])
  })

  test('are only those that were chosen', async () => {
    const [kept, open] = [await promised(app, ['c1']), await promised(app, ['c2'])]
    await published(app, nextCat(), { closes: [kept.id] })
    expect((await answer(kept.id))?.toVersion).toBe(2)
    expect((await answer(open.id))?.toVersion).toBeUndefined()
    expect((await app.deps.versions.latest(CAT))?.changes).toMatchObject([{ contributions: ['c1'] }])
  })

  test('cannot be chosen where no change of theirs is in the file', async () => {
    const { id } = await promised(app, ['c1'], { step: 'home/milk' })
    await published(app, nextCat(), { closes: [id] })
    expect((await answer(id))?.toVersion).toBeUndefined()
  })

  test('keep what somebody writes at them meanwhile', async () => {
    const { id } = await promised(app, [])
    const { responses } = app.deps
    let writes = 1
    const save: typeof responses.save = async (response, rev) => {
      const now = await responses.find(id)
      if (writes-- > 0 && now) await responses.save({ ...now, evidence: 'kissalaki' }, now.rev)
      return responses.save(response, rev)
    }
    await publish(
      { ...app.deps, responses: { ...responses, save } },
      { draft: draftOf(nextCat()), author: 'Sari', note: undefined },
    )
    expect(await answer(id)).toMatchObject({ toVersion: 2, evidence: 'kissalaki', rev: 2 })
  })

  test('are not closed once they were taken back or name another version', async () => {
    const taken = await promised(app, [], { state: 'declined' })
    const other = await promised(app, [], { toVersion: 1 })
    const changes: Version['changes'] = [
      { step: REGISTER, kind: 'changed', parts: [], responses: [taken.id, other.id, 'gone'], contributions: [] },
    ]
    await closeAnswers(app.deps, { journey: CAT, number: 2, changes })
    expect((await answer(taken.id))?.toVersion).toBeUndefined()
    expect((await answer(other.id))?.toVersion).toBe(1)
  })

  test('are completed by publishing the same again, should the process have ended in between', async () => {
    const { id } = await promised(app, ['c1'])
    const save = () => Promise.reject(new Error('the process ended'))
    const dying = { ...app.deps, responses: { ...app.deps.responses, save } }
    const wish = { draft: draftOf(nextCat()), author: 'Sari', note: undefined }
    await expect(publish(dying, wish)).rejects.toThrow('ended')
    expect(await numbers()).toEqual([1, 2])
    expect((await answer(id))?.toVersion).toBeUndefined()
    expect(await publish(app.deps, wish)).toMatchObject({ ok: false, refused: 'unchanged' })
    expect((await answer(id))?.toVersion).toBe(2)
    expect(await numbers()).toEqual([1, 2])
  })
})

test('planning stores nothing, however often', async () => {
  const { id } = await promised(app, [])
  const before = await answer(id)
  for (const _ of [1, 2]) {
    const plan = await planPublishing(app.deps, draftOf(nextCat()), CAT)
    expect(plan).toMatchObject({ ok: true, newest: { number: 1 }, changes: [{ step: REGISTER, responses: [{ id }] }] })
  }
  expect(await numbers()).toEqual([1])
  expect(await answer(id)).toEqual(before)
})
