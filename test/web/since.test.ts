import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { threadOfChange, threadOfResponse } from '#src/review/thread.ts'
import { figuresOn, signedIn } from '../review/staff.ts'
import {
  CAT,
  FIRST_CAT,
  MILK,
  NEW_WORDS,
  nextCat,
  promised,
  published,
  REGISTER,
  speaksAtTheRegister,
  walkOf,
  words,
} from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Citizen, citizen, required } from '../support/citizen.ts'
import { all } from '../support/html.ts'
import { formOf, visible } from '../support/page.ts'

const QUESTION = 'answers-this.v2'
const ANSWER = { [`p.${QUESTION}.answer`]: 'partly', [`p.${QUESTION}.text`]: 'Entä vahvistus?' }
let app: TestApp
let aino: Citizen
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
  aino = citizen(app.visitor())
})
afterEach(() => app.close())

/** Aino walks v1 and speaks, is answered, and v2 keeps the answer. */
async function loop() {
  const contribution = await speaksAtTheRegister(app, aino)
  const response = await promised(app, [contribution])
  const outcome = await published(app)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return { contribution, response, walk: walkOf(aino) }
}

/** A newcomer goes to the register's step of whatever is offered now. */
async function newcomer(): Promise<Citizen> {
  const erik = citizen(app.visitor())
  await erik.start(CAT)
  await erik.forward()
  await erik.open(`${erik.walkPath()}/steps/${REGISTER}`)
  return erik
}

const mine = (who: Citizen) => who.open(`${who.walkPath()}/mine`)
const said = async (walk: string) =>
  (await app.deps.walks.contributionsOf(walk)).filter(({ kind }) => kind === 'answers-this')

describe('a walk and the next version', () => {
  test('a walk underway stays on its version, says so calmly, and tells nothing before there is a newer one', async () => {
    await speaksAtTheRegister(app, aino)
    const before = await aino.open(`${aino.walkPath()}?all=1`)
    expect(before.text).not.toContain('data-newer-version')
    await published(app)
    const after = await aino.open(`${aino.walkPath()}?all=1`)
    expect(after.main.attributes['data-version']).toBe('1')
    const [told] = all(after.main, ({ attributes }) => 'data-newer-version' in attributes)
    expect(told && all(told, ({ name }) => name === 'a').map(({ attributes }) => attributes.href)).toEqual([
      `${aino.walkPath()}/newer`,
      `${aino.walkPath()}/mine`,
    ])
    expect(after.text).toContain('Sinun läpikäyntisi jatkuu sellaisena kuin aloitit sen.')
    const step = await aino.open(`${aino.walkPath()}/steps/${REGISTER}`)
    expect(step.main.attributes['data-version']).toBe('1')
    expect(step.text).not.toContain(NEW_WORDS)
    expect(step.text).not.toContain('data-changed=')
  })

  test('a walk begun later is on the new one, reads why the step changed, and is asked first whether that answers it', async () => {
    await loop()
    const { page } = await newcomer()
    expect(page.main.attributes['data-version']).toBe('2')
    const [section] = all(page.main, ({ attributes }) => attributes['data-changed'] === `2/${REGISTER}`)
    const text = section ? visible(section) : ''
    expect(text).toContain('Muutettu sen vuoksi, mitä sanottiin')
    expect(text).toContain('Muutokseen johti muutama kannanotto.')
    expect(text).toContain('Ministeriö: Toteutetaan, 11. maaliskuuta 2026')
    expect(text).toMatch(/Ennen\s*Ei mitään/)
    expect(text).toContain(NEW_WORDS)
    expect(page.prompts.filter(({ isFolded }) => !isFolded)).toEqual([
      { id: QUESTION, kind: 'answers-this', isFolded: false },
    ])
  })

  test('what is answered at the step is kept like everything else, and skipping is told as skipped', async () => {
    await loop()
    const erik = await newcomer()
    const form = formOf(erik.page, 'answer')
    await erik.send(form, { ...required(form), ...ANSWER, go: 'on' })
    expect(await said(walkOf(erik))).toMatchObject([
      { version: 2, prompt: QUESTION, option: 'partly', text: 'Entä vahvistus?' },
    ])
    const mika = await newcomer()
    await mika.send(formOf(mika.page, 'answer'), { go: 'skip' })
    expect(mika.page.prompts.some(({ id }) => id === QUESTION)).toBe(false)
    const counts = await app.deps.review.promptCounts({ journey: CAT, version: 2, modes: ['own'] })
    expect(counts.find(({ prompt }) => prompt === QUESTION)).toMatchObject({ shown: 2, answered: 1, skipped: 1 })
  })

  test('the question counts among the seven that one walk is asked', async () => {
    await loop()
    const erik = citizen(app.visitor())
    await erik.start(CAT)
    await erik.forward()
    const used = Array.from(
      { length: 7 },
      (_, i) => ({ step: MILK, prompt: `p${i}`, offered: true, skipped: false }) as const,
    )
    const state = await app.deps.walks.find(walkOf(erik))
    const { rev = 0, progress = { value: {}, record: {} } } = state?.walk ?? {}
    const nothing = { key: undefined, events: [], told: {}, contributions: [], ran: [], outcome: false, at: 1 }
    await app.deps.walks.append({ ...nothing, walk: walkOf(erik), rev, progress: progress as never, exposures: used })
    const page = await erik.open(`${erik.walkPath()}/steps/${REGISTER}`)
    expect(page.prompts.map(({ id }) => id)).toEqual(['open'])
    expect(page.text).toContain('data-changed=')
  })

  test('a change that nobody asked for is not told as if somebody had, and asks nobody who did not speak', async () => {
    await speaksAtTheRegister(app, aino)
    await published(app)
    const { page } = await newcomer()
    expect(page.text).not.toContain('data-changed=')
    expect(page.prompts.some(({ id }) => id === QUESTION)).toBe(false)
  })
})

describe('whoever spoke and returns by code', () => {
  test('finds the step old and new beside their words, and the same question', async () => {
    await loop()
    const code = await aino.code()
    const back = citizen(app.visitor())
    await back.resume(code)
    const page = await mine(back)
    const [since] = all(page.main, ({ attributes }) => attributes['data-since'] === `2/${REGISTER}`)
    const text = since ? visible(since) : ''
    expect(text).toContain('Tämä askel on muuttunut versiossa 2. Läpikäyntisi pysyy ennallaan.')
    expect(text).toMatch(/Ennen\s*Ei mitään/)
    expect(text).toContain(NEW_WORDS)
    expect(page.text.indexOf('Miksi kirje?')).toBeLessThan(page.text.indexOf('data-since='))
    expect(page.prompts).toEqual([{ id: QUESTION, kind: 'answers-this', isFolded: false }])
    // The answer stands beside their words already, once.
    expect(page.text.split('Luovumme kirjeestä').length).toBe(2)
  })

  test('what they answer is kept under the new version, once however often the form comes, and moves nothing', async () => {
    const { walk } = await loop()
    const before = await app.deps.walks.find(walk)
    const form = formOf(await mine(aino), 'contribution')
    await aino.send(form, ANSWER)
    expect(aino.page.text).toContain('Kiitos. Vastauksesi on tallennettu.')
    await aino.send(form, ANSWER)
    const [one, ...others] = await said(walk)
    expect(one).toMatchObject({
      walk,
      version: 2,
      step: REGISTER,
      prompt: QUESTION,
      option: 'partly',
      state: 'pending',
    })
    expect(others).toEqual([])
    const { walk: after } = (await app.deps.walks.find(walk)) ?? {}
    expect(after).toMatchObject({ version: 1, progress: before?.walk.progress, lastStep: before?.walk.lastStep })
    const [again] = formOf(await mine(aino), 'contribution').fields.filter(({ isChecked }) => isChecked)
    expect(again?.value).toBe('partly')
  })

  test('it can be changed, and taken back like everything else', async () => {
    const { walk } = await loop()
    await aino.send(formOf(await mine(aino), 'contribution'), ANSWER)
    await aino.send(formOf(await mine(aino), 'contribution'), { ...ANSWER, [`p.${QUESTION}.answer`]: 'yes' })
    const [one] = await said(walk)
    expect(one?.option).toBe('yes')
    const forms = (await mine(aino)).forms.filter(({ kind }) => kind === 'withdraw')
    const own = forms.find(({ fields }) => fields.some(({ value }) => value === one?.id))
    if (!own) throw new Error('no way to take it back')
    await aino.send(own)
    expect(await said(walk)).toEqual([])
    expect(await app.deps.walks.contributionsOf(walk)).toHaveLength(1)
  })

  test('answers the ministry can read under the version that was asked about', async () => {
    const { walk } = await loop()
    await aino.send(formOf(await mine(aino), 'contribution'), ANSWER)
    const mika = await signedIn(app, 'reviewer')
    const step = `/en/review/journeys/${CAT}/steps/${REGISTER}`
    const second = await (await mika.get(`${step}?version=2`)).text()
    expect(second).toContain('Does the change answer what was said?')
    expect(second).toContain('Entä vahvistus?')
    expect(figuresOn(second).get(`2/${REGISTER}/${QUESTION}/yes`)).toBe('0')
    expect(await (await mika.get(`${step}?version=1`)).text()).not.toContain('Entä vahvistus?')
    const filter = { journey: CAT, version: 2, modes: ['own'] } as const
    expect(await app.deps.review.optionCounts(filter)).toEqual([
      { step: REGISTER, prompt: QUESTION, option: 'partly', n: 1 },
    ])
    expect(await app.deps.review.walks(filter)).toEqual({ started: 0, finished: 0 })
    expect((await app.deps.walks.contributionsOf(walk)).map(({ version }) => version).toSorted()).toEqual([1, 2])
  })

  test('whoever has seen the question has been asked it, also when they say nothing', async () => {
    await loop()
    await mine(aino)
    await mine(aino)
    const counts = await app.deps.review.promptCounts({ journey: CAT, version: 2, modes: ['own'] })
    expect(counts).toEqual([{ step: REGISTER, prompt: QUESTION, shown: 1, answered: 0, skipped: 0 }])
  })

  test('a text too long comes back as it was typed, and nothing is lost or stored', async () => {
    const { walk } = await loop()
    const long = 'pitkä '.repeat(100)
    const page = await aino.send(formOf(await mine(aino), 'contribution'), { ...ANSWER, [`p.${QUESTION}.text`]: long })
    expect(page.text).toContain('Perustelu on liian pitkä')
    expect(page.text).toContain(long.trim())
    expect(await said(walk)).toEqual([])
  })

  test('details that point to a person are taken out, and that is told', async () => {
    const { walk } = await loop()
    await aino.send(formOf(await mine(aino), 'contribution'), { ...ANSWER, [`p.${QUESTION}.text`]: 'aino@example.fi' })
    expect((await said(walk))[0]?.text).not.toContain('aino@example.fi')
    expect(aino.page.text).toContain('sähköpostiosoite')
  })

  test('only what the page asks can be answered, and only by the walk’s own person', async () => {
    const { walk } = await loop()
    const form = formOf(await mine(aino), 'contribution')
    const fields = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))
    expect((await aino.browser.post(form.action, { ...fields, ...ANSWER, step: MILK })).status).toBe(404)
    expect((await app.visitor().post(form.action, { ...fields, ...ANSWER })).status).toBe(404)
    expect(await said(walk)).toEqual([])
  })

  test('they are asked also where nobody’s words are credited, and of a step that is gone it is told that it is gone', async () => {
    await speaksAtTheRegister(app, aino)
    await published(app)
    expect((await mine(aino)).prompts).toHaveLength(1)
    await published(
      app,
      nextCat((home) => home.shift()),
    )
    const page = await mine(aino)
    expect(page.text).toContain('Versiossa 3 tätä askelta ei enää ole.')
    expect(page.prompts).toEqual([])
  })

  test('a step is followed through a new name, and what was changed back is no change', async () => {
    await speaksAtTheRegister(app, aino)
    await published(app)
    await published(
      app,
      nextCat(([register]) => {
        if (register) Object.assign(register, { id: 'register-knows', was: REGISTER, title: words('Rekisteri tietää') })
      }),
    )
    const page = await mine(aino)
    expect(page.text).toContain(`data-since="3/${REGISTER}"`)
    expect(page.prompts.map(({ id }) => id)).toEqual(['answers-this.v3'])
    await aino.send(formOf(page, 'contribution'), { 'p.answers-this.v3.answer': 'no' })
    expect(await said(walkOf(aino))).toMatchObject([{ version: 3, step: 'home/register-knows', option: 'no' }])
    await published(
      app,
      nextCat(() => {}),
    )
    expect((await mine(aino)).text).not.toContain('data-since=')
    // What was said is still theirs to see and to take back.
    expect(aino.page.text).toContain('Vastaako muutos siihen, mitä sanottiin?')
  })
})

describe('the thread backwards', () => {
  test('leads from the version’s change to the answer, the contribution, its step and its walk, by the same ids', async () => {
    const { contribution, response, walk } = await loop()
    const thread = await threadOfChange(app.deps, { journey: CAT, version: 2, step: REGISTER })
    expect(thread?.change).toMatchObject({
      version: 2,
      change: { responses: [response.id], contributions: [contribution] },
    })
    expect(thread?.responses.map(({ id, toVersion }) => [id, toVersion])).toEqual([[response.id, 2]])
    expect(thread?.spoken).toMatchObject([{ contribution: { id: contribution }, step: REGISTER, version: 1, walk }])
    expect(thread?.spoken[0]?.stepTitle?.fi).toBe('Kerro rekisterille')
    expect((await app.deps.walks.find(walk))?.walk.version).toBe(1)
    expect(await threadOfResponse(app.deps, response.id)).toEqual(thread)
  })

  test('of words that were withdrawn only the id is left, they are credited no more, and the count explains itself', async () => {
    const { contribution, walk } = await loop()
    await app.deps.walks.withdraw({ walk, contribution, at: app.clock.now })
    const thread = await threadOfChange(app.deps, { journey: CAT, version: 2, step: REGISTER })
    expect(thread).toMatchObject({ spoken: [], withdrawn: [contribution] })
    const { page } = await newcomer()
    expect(page.text).toContain('Sanat, jotka johtivat muutokseen, on sittemmin poistettu.')
    expect(page.text).not.toContain('muutama kannanotto')
  })

  test('five people may be counted, however much each of them said; four with the most words may not', async () => {
    const speakers = Array.from({ length: 5 }, () => citizen(app.visitor()))
    const ids: string[] = []
    for (const speaker of speakers) ids.push(await speaksAtTheRegister(app, speaker))
    await promised(app, ids)
    await published(app)
    expect(figuresOn((await newcomer()).page.text).get(`2/${REGISTER}/credited`)).toBe('5')
    await app.deps.walks.withdraw({ walk: walkOf(speakers[0] ?? aino), contribution: undefined, at: 1 })
    const { text } = (await newcomer()).page
    expect(figuresOn(text).get(`2/${REGISTER}/credited`)).toBeUndefined()
    expect(text).toContain('Osa sanoista on sittemmin poistettu')
  })
})
