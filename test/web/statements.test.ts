import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import { aTrial } from '../contract/cast.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { all, textOf } from '../support/html.ts'
import { formOf, type Page } from '../support/page.ts'
import { MOVED } from '../walk/world.ts'

const CAT = MOVING_HOUSE_CAT.id
let app: TestApp
beforeEach(async () => {
  app = await testApp({ definitions: [withStatements()] })
})
afterEach(() => app.close())

function withStatements(): Definition {
  const definition = structuredClone(MOVING_HOUSE_CAT)
  const register = definition.tracks.home?.steps[0]
  if (register) register.statements = [{ id: 's1', text: { fi: 'Rekisteri kysyy liikaa.' } }]
  return Definition.parse({ ...definition, statements: [{ id: 'all', text: { fi: 'Muutto on mukavaa.' } }] })
}

async function atTheRegister(): Promise<Citizen> {
  const one = citizen(app.visitor())
  await one.start(CAT)
  await one.send(formOf(one.page, 'answer'), { ...MOVED, go: 'on' })
  await one.open(`${one.walkPath()}/steps/home/tell-the-register`)
  return one
}

const statements = (one: Citizen, query = '') => one.open(`${one.walkPath()}/statements${query}`)
const promptOn = (page: Page) => page.prompts[0]?.id ?? ''
const votesOn = (page: Page) =>
  all(page.main, (one) => 'data-vote' in one.attributes).map((one) => one.attributes['data-vote'])
const vote = (one: Citizen, option: string, more: Record<string, string> = {}) =>
  one.send(formOf(one.page, 'contribution'), { [`p.${promptOn(one.page)}.vote`]: option, go: 'next', ...more })

describe('the page of statements', () => {
  test('serves one at a time without script, and tells when all are answered', async () => {
    const aino = await atTheRegister()
    await statements(aino)
    expect([aino.page.name, aino.page.prompts.map(({ kind }) => kind)]).toEqual(['statements', ['statement']])
    const first = promptOn(aino.page)
    await vote(aino, 'agree', { [`p.${first}.text`]: 'Kysyi kahdesti' })
    const second = promptOn(aino.page)
    expect(second).not.toBe(first)
    await vote(aino, 'pass')
    expect(aino.page.text).toContain('Olet vastannut kaikkiin')
    expect(votesOn(aino.page)).toHaveLength(2)
    expect(textOf(aino.page.main)).toContain('Kysyi kahdesti')
  })

  test('keeps a skip as a skip, and asks again where nothing was chosen', async () => {
    const aino = await atTheRegister()
    await statements(aino)
    const first = promptOn(aino.page)
    await aino.send(formOf(aino.page, 'contribution'), { go: 'next', [`p.${first}.text`]: 'Muistiin' })
    expect(aino.page.text).toContain('Valitse kantasi tai ohita väittämä')
    expect(aino.page.text).toContain('Muistiin')
    await aino.send(formOf(aino.page, 'contribution'), { go: 'skip' })
    expect(promptOn(aino.page)).not.toBe(first)
    expect(votesOn(aino.page)).toEqual([])
  })

  test('lets a vote be changed', async () => {
    const aino = await atTheRegister()
    await statements(aino)
    await vote(aino, 'agree')
    const [voted] = votesOn(await statements(aino))
    await statements(aino, `?again=${encodeURIComponent(voted ?? '')}`)
    await vote(aino, 'disagree', { go: 'keep' })
    expect(aino.page.text).toContain('Vastauksesi on tallessa')
    expect(
      (await app.deps.walks.contributionsOf(aino.walkPath().split('/')[3] ?? '')).map(({ option }) => option),
    ).toEqual(['disagree'])
  })

  test('takes an own statement with its state, offers one that is near instead and keeps what was typed', async () => {
    const aino = await atTheRegister()
    const add = async (text: string, more: Record<string, string> = {}) => {
      const form = aino.page.forms.find(({ action }) => action.endsWith('/statements/add'))
      if (!form) throw new Error('no form to add a statement')
      return aino.send(form, { place: 'home/tell-the-register', 'p.own.own': text, ...more })
    }
    await statements(aino)
    await add('Rekisteri kysyy aivan liikaa')
    expect(aino.page.text).toContain('joka sanoo melkein samaa')
    expect(promptOn(aino.page)).toBe('statement.s1')
    expect(aino.page.text).toContain('Rekisteri kysyy aivan liikaa')
    await add('Rekisteri kysyy aivan liikaa')
    expect(aino.page.text).toContain('Väittämäsi on tallessa')
    expect(aino.page.text).toContain('Odottaa, että ihminen lukee sen')
    await aino.send(formOf(aino.page, 'withdraw'))
    expect(aino.page.text).toContain('Et ole kirjoittanut väittämiä')
  })

  test('tells kindly that adding is over, and goes on taking votes', async () => {
    const trial = aTrial('t', { journey: CAT, stage: 'mapping' })
    await app.deps.trials.create({ ...trial, plan: { ...trial.plan, addingEndsOn: '2000-01-01' } })
    const aino = await atTheRegister()
    await statements(aino)
    expect(aino.page.text).toContain('data-adding-ended')
    expect(aino.page.forms.some(({ action }) => action.endsWith('/add'))).toBe(false)
    await vote(aino, 'agree')
    expect(votesOn(aino.page)).toHaveLength(1)
  })

  test('marks the author’s language, and has the original one press away from a translation', async () => {
    const trial = aTrial('t', { journey: CAT, stage: 'mapping' })
    await app.deps.trials.create({ ...trial, plan: { ...trial.plan, moderation: 'none' } })
    const [aino, ben] = [await atTheRegister(), await atTheRegister()]
    await statements(aino)
    const form = aino.page.forms.find(({ action }) => action.endsWith('/statements/add'))
    if (!form) throw new Error('no form to add a statement')
    await aino.send(form, { place: 'home/tell-the-register', 'p.own.own': 'Grannen kan mata katten' })
    const [added] = await app.deps.walks.allAdded(CAT)
    const translation = {
      contribution: added?.contribution ?? '',
      language: 'en',
      text: 'A neighbour can feed the cat',
      by: 'd',
      at: 1,
    } as const
    await app.deps.walks.translate(translation)
    const english = citizen(app.visitor(), 'en')
    await english.resume(await ben.code())
    for (let i = 0; i < 4 && promptOn(await english.open(`${english.walkPath()}/statements`)) !== added?.id; i++)
      await english.send(formOf(english.page, 'contribution'), { go: 'skip' })
    expect(english.page.text).toContain('A neighbour can feed the cat')
    expect(english.page.text).toContain('<p class="govuk-body" lang="fi">Grannen kan mata katten</p>')
  })
})

test('a short round is offered at the end, of at most ten, and never has to be walked', async () => {
  const aino = await atTheRegister()
  await aino.walk()
  expect(aino.page.name).toBe('outcome')
  expect(aino.page.text).toContain('data-round')
  await statements(aino, '?round=9')
  await vote(aino, 'agree')
  expect(aino.page.text).toContain('Siinä olivat tämän kierroksen väittämät')
  expect(aino.page.prompts).toEqual([])
})
