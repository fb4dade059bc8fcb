import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import { words } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { all, type Element } from '../support/html.ts'
import { formOf, visible } from '../support/page.ts'

const NEXT = 'dog-moves-in'
/** The dog's journey asks the colour of the fur, whether there is a cat, and something it would rather not say. */
const DOG = Definition.parse({
  ...MOVING_HOUSE_CAT,
  id: NEXT,
  title: { fi: 'Koira muuttaa', sv: 'Hunden flyttar', en: 'The dog moves in' },
  facts: {
    ...MOVING_HOUSE_CAT.facts,
    cat_colour: MOVING_HOUSE_CAT.facts.colour,
    dark: { type: 'boolean', sensitive: true, ask: words('Onko kissa tumma?') },
  },
  tracks: {
    ...MOVING_HOUSE_CAT.tracks,
    situation: {
      title: words('Tilanne'),
      steps: [
        { id: 'who-moved', kind: 'question', asks: ['moved_on', 'cat_colour', 'dark'], title: words('Kuka muutti') },
      ],
    },
  },
})
const CAT = Definition.parse({
  ...MOVING_HOUSE_CAT,
  leads_to: [
    {
      journey: NEXT,
      when: { fact: 'colour', is: 'black' },
      why: words('Musta kissa saa seuraa'),
      facts: [
        { fact: 'colour', as: 'cat_colour' },
        { fact: 'colour', as: 'dark', values: { black: true, white: false } },
      ],
    },
    { journey: 'nobody-published-this', why: words('Ei näy') },
  ],
})

let app: TestApp
let aino: Citizen
beforeEach(async () => {
  app = await testApp({ definitions: [CAT, DOG] })
  aino = citizen(app.visitor())
})
afterEach(() => app.close())

const marked = (element: Element, name: string, value?: string) =>
  all(element, ({ attributes }) => name in attributes && (value === undefined || attributes[name] === value))
const idOf = (path: string) => path.split('/').at(-1) ?? ''
const answer = (values: Record<string, string>) => aino.send(formOf(aino.page, 'answer'), { ...values, go: 'on' })

async function withCat(colour: string) {
  await aino.start(CAT.id)
  await answer({ 'moved_on-day': '1', 'moved_on-month': '3', 'moved_on-year': '2026', colour })
  return aino.walkPath()
}

describe('a journey that leads into another', () => {
  test('says so on the overview where its condition holds, and not otherwise', async () => {
    const walk = await withCat('white')
    await aino.open(`${walk}?all=1`)
    expect(marked(aino.page.main, 'data-leads-to')).toEqual([])
    await aino.open(`${walk}/steps/situation/who-moved`)
    await answer({ colour: 'black' })
    await aino.open(`${walk}?all=1`)
    expect(marked(aino.page.main, 'data-leads-to').map(({ attributes }) => attributes['data-leads-to'])).toEqual([NEXT])
    expect(visible(aino.page.main)).toContain('Musta kissa saa seuraa')
  })

  test('shows what carries over, in the words of the other journey, and a sensitive answer is not chosen beforehand', async () => {
    const walk = await withCat('black')
    await aino.open(`${walk}/next`)
    const { fields } = formOf(aino.page, 'start-next')
    const facts = fields.filter(({ name }) => name === 'fact').map(({ value, isChecked }) => [value, isChecked])
    expect(facts).toEqual([
      ['cat_colour', true],
      ['dark', false],
    ])
    expect(visible(aino.page.main)).toContain('Minkä värinen kissa on? – Musta')
    expect(visible(aino.page.main)).toContain('Onko kissa tumma? – Kyllä')
  })

  test('starts the other with what the walker takes along, shown to be checked, and nothing that names the walk before', async () => {
    const walk = await withCat('black')
    await aino.open(`${walk}/next`)
    await aino.send(formOf(aino.page, 'start-next'))
    const next = idOf(aino.walkPath())
    expect(next).not.toBe(idOf(walk))
    const [notice] = marked(aino.page.main.parent!, 'data-carried-facts')
    expect(visible(notice ?? aino.page.main)).toContain('Minkä värinen kissa on? – Musta')

    const state = await app.deps.walks.find(next)
    expect(state?.told).toEqual({ cat_colour: 'black' })
    expect(state?.walk).toMatchObject({ journey: NEXT, mode: 'own', persona: undefined })
    const events = await app.deps.walks.events(next)
    expect(events).toEqual([{ kind: 'opened' }, { kind: 'carried', names: ['cat_colour'] }])
    expect(JSON.stringify([state, events])).not.toContain(idOf(walk))
    const field = formOf(aino.page, 'answer').fields.find(
      ({ name, value }) => name === 'cat_colour' && value === 'black',
    )
    expect(field?.isChecked).toBe(true)
    await aino.walk()
    expect(aino.page.name).toBe('outcome')
  })

  test('takes a sensitive answer along only where it is ticked, and no name of the sender’s own making', async () => {
    const walk = await withCat('black')
    await aino.open(`${walk}/next`)
    const form = formOf(aino.page, 'start-next')
    const token = form.fields.find(({ name }) => name === 'token')?.value ?? ''
    const fields = { token, key: 'k', journey: NEXT, fact: ['dark', 'wants_milk', 'constructor'] }
    const response = await aino.browser.post(form.action, fields)
    const next = /walks\/([^/?]+)/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
    expect((await app.deps.walks.find(next))?.told).toEqual({ dark: true })
  })

  test('an answer that came along and is put right is no change of an earlier answer', async () => {
    const walk = await withCat('black')
    await aino.open(`${walk}/next`)
    await aino.send(formOf(aino.page, 'start-next'))
    const next = idOf(aino.walkPath())
    await answer({
      'moved_on-day': '2',
      'moved_on-month': '3',
      'moved_on-year': '2026',
      cat_colour: 'white',
      dark: 'false',
    })
    expect((await app.deps.walks.events(next)).map(({ kind }) => kind)).not.toContain('changed')
    expect((await app.deps.walks.find(next))?.told).toMatchObject({ cat_colour: 'white' })
  })

  test('is offered at the outcome too, and leads nowhere but where it says', async () => {
    const walk = await withCat('black')
    await aino.walk()
    expect(aino.page.name).toBe('outcome')
    const form = formOf(aino.page, 'start-next')
    const token = form.fields.find(({ name }) => name === 'token')?.value ?? ''
    for (const journey of ['nobody-published-this', CAT.id, ''])
      expect((await aino.browser.post(`${walk}/next`, { token, key: journey, journey })).status).toBe(404)
  })
})
