import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StepKey } from '#src/journey/definition.ts'
import { threadOfChange, threadOfResponse } from '#src/review/thread.ts'
import {
  CAT,
  MILK,
  nextCat,
  promised,
  published,
  REGISTER,
  speaksAtTheRegister,
  walkOf,
  words,
} from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { citizen } from '../support/citizen.ts'
import { all } from '../support/html.ts'
import { type Page, readPage, visible } from '../support/page.ts'
import { trialOf } from '../trial/plans.ts'
import { signedIn } from './staff.ts'
import { times, walked } from './walked.ts'

const STATEMENT = 'statement.letter'
const NEW_NAME = 'home/register-knows'
/** A first version in which walkers vote on a sentence about the letter. */
const FIRST = nextCat(([register]) => {
  if (register) Object.assign(register, { statements: [{ id: 'letter', text: words('Kirje on turha') }] })
})
let app: TestApp
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST] })
  await app.deps.trials.create(trialOf({ journey: CAT, stage: 'closed', closedAt: 1 }))
})
afterEach(() => app.close())

const open = async (path: string, browser = app.visitor()) => readPage(await (await browser.get(path)).text())
const brief = () => open(`/fi/journeys/${CAT}/brief`)
const marks = (page: Page, name: string) =>
  all(page.main, ({ attributes }) => name in attributes).map(({ attributes }) => attributes[name] ?? '')

/** Twelve vote that the letter is needless, Aino and Erik say so, the ministry promises, and the next version keeps it. */
async function loop() {
  await times(12, () =>
    walked(app.deps, {
      opened: [{ step: REGISTER, offered: [STATEMENT] }],
      said: [{ step: REGISTER, prompt: STATEMENT, kind: 'statement', option: 'agree' }],
    }),
  )
  const [aino, erik] = [citizen(app.visitor()), citizen(app.visitor(), 'sv')]
  const ids = [await speaksAtTheRegister(app, aino, 'Miksi kirje?'), await speaksAtTheRegister(app, erik, 'Inget brev')]
  const response = await promised(app, ids)
  const outcome = await published(app, renamed())
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return { ids, response, walks: [walkOf(aino), walkOf(erik)] }
}

/** The register's step under a new name, and told otherwise. */
function renamed() {
  return nextCat(([register]) => {
    if (register) Object.assign(register, { id: 'register-knows', was: REGISTER, title: words('Rekisteri tietää') })
  })
}

describe('from every sentence of the brief backwards', () => {
  test('an answer leads to the change that keeps it, to each contribution, its step, its version and its walk', async () => {
    const { ids, walks } = await loop()
    const sentences = [...new Set(marks(await brief(), 'data-response'))]
    expect(sentences).toHaveLength(1)
    for (const id of sentences) {
      const thread = await threadOfResponse(app.deps, id)
      expect(thread?.responses).toMatchObject([{ id, toVersion: 2, publishedOn: '2026-03-11' }])

      const { change } = thread ?? {}
      const stored = await app.deps.versions.find(CAT, change?.version ?? 0)
      expect(stored?.changes).toContainEqual(change?.change)
      expect(change?.change).toMatchObject({ step: NEW_NAME, responses: [id], contributions: ids })

      expect(thread?.spoken.map(({ contribution }) => contribution.id).toSorted()).toEqual(ids.toSorted())
      for (const { contribution, step, stepTitle, version, walk } of thread?.spoken ?? []) {
        expect(stepTitle).toEqual(stepOf((await app.deps.versions.find(CAT, version))?.definition, step)?.title)
        expect(await app.deps.walks.find(walk)).toMatchObject({ walk: { id: walk, version } })
        expect(await app.deps.walks.contributionsOf(walk)).toContainEqual(contribution)
        expect(walks).toContain(walk)
      }
      expect(thread?.withdrawn).toEqual([])
    }
  })

  test('from the change of the version it is the same thread', async () => {
    const { response } = await loop()
    const step: StepKey = NEW_NAME
    const thread = await threadOfChange(app.deps, { journey: CAT, version: 2, step })
    expect(thread).toEqual(await threadOfResponse(app.deps, response.id))
  })

  test('a line of what holds leads to the votes it counts, by version, step and question', async () => {
    await loop()
    const lines = marks(await brief(), 'data-thread')
    expect(lines).toEqual([`1/${REGISTER}/${STATEMENT}`])
    for (const line of lines) {
      const [version, track, step, prompt] = line.split('/')
      const counts = await app.deps.review.optionCounts({ journey: CAT, version: Number(version), modes: ['own'] })
      const votes = counts.filter((one) => one.step === `${track}/${step}` && one.prompt === prompt)
      expect(votes).toMatchObject([{ option: 'agree', n: 12 }])
    }
  })

  test('leads nowhere from an answer or a change that is not there', async () => {
    await loop()
    expect(await threadOfResponse(app.deps, 'nobody')).toBeUndefined()
    expect(await threadOfChange(app.deps, { journey: CAT, version: 2, step: MILK })).toBeUndefined()
    expect(await threadOfChange(app.deps, { journey: CAT, version: 9, step: NEW_NAME })).toBeUndefined()
    expect(await threadOfChange(app.deps, { journey: 'dog', version: 1, step: NEW_NAME })).toBeUndefined()
  })

  test('an answer that no version keeps yet leads to the words all the same', async () => {
    const aino = citizen(app.visitor())
    const { id } = await promised(app, [await speaksAtTheRegister(app, aino)])
    expect(await threadOfResponse(app.deps, id)).toMatchObject({
      change: undefined,
      spoken: [{ step: REGISTER, version: 1, walk: walkOf(aino) }],
    })
  })
})

describe('a step that a later version renames or leaves out', () => {
  const gone = () => nextCat((home) => home.shift())
  const headings = (page: Page) =>
    all(page.main, ({ name }) => /^h[1-6]$/.test(name)).map((heading) => visible(heading))

  test('keeps its name in the brief, beside what was said and answered about it', async () => {
    await loop()
    const page = await brief()
    expect(headings(page)).toContain('Kerro rekisterille')
    expect(headings(page)).not.toContain('')
    const [line] = all(page.main, ({ attributes }) => 'data-thread' in attributes)
    expect(line && visible(line)).toMatch(/Kirje on turha.* Kerro rekisterille:/)
    // What must be decided is decided of the step as it is now.
    expect(marks(page, 'data-step')).toEqual([NEW_NAME])
  })

  test('keeps its answers in public', async () => {
    const aino = citizen(app.visitor())
    const { id } = await promised(app, [await speaksAtTheRegister(app, aino)])
    const late = await promised(app, [], { publishedOn: undefined, dueOn: '2026-01-01', state: 'received' })
    expect(await published(app, gone())).toMatchObject({ ok: true })
    const page = await open(`/fi/journeys/${CAT}/answers`)
    expect(marks(page, 'data-response')).toEqual([id])
    expect(marks(page, 'data-answered-step')).toEqual([REGISTER])
    expect(headings(page)).toContain('Kerro rekisterille')
    const [overdue] = all(page.main, ({ attributes }) => attributes['data-overdue'] === late.id)
    expect(overdue && visible(overdue)).toContain('Kerro rekisterille')
    const register = await open(`/fi/review/journeys/${CAT}/answers`, await signedIn(app, 'reviewer'))
    expect(visible(register.main)).toContain('Kerro rekisterille')
    expect(visible(register.main)).not.toContain(REGISTER)
  })

  test('under a new name keeps them there, once', async () => {
    const { response } = await loop()
    const page = await open(`/fi/journeys/${CAT}/answers`)
    expect([marks(page, 'data-answered-step'), marks(page, 'data-response')]).toEqual([[NEW_NAME], [response.id]])
    expect(await published(app, gone())).toMatchObject({ ok: true })
    const after = await open(`/fi/journeys/${CAT}/answers`)
    expect([marks(after, 'data-answered-step'), marks(after, 'data-response')]).toEqual([[NEW_NAME], [response.id]])
  })
})

function stepOf(definition: typeof FIRST | undefined, key: StepKey) {
  const [track = '', id] = key.split('/')
  return definition?.tracks[track]?.steps.find((step) => step.id === id)
}
