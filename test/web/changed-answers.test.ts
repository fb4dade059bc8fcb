import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { all, type Element } from '../support/html.ts'
import { formOf, visible } from '../support/page.ts'

/** White cats are told of at the register, black ones get milk, and the register wants to know within three months. */
const CAT = conditional()

function conditional(): Definition {
  const draft = structuredClone(MOVING_HOUSE_CAT)
  const [register, milk] = draft.tracks.home?.steps ?? []
  if (!register || !milk) throw new Error('no home')
  milk.when = { fact: 'colour', is: 'black' }
  register.deadline = { from: 'moved_on', add: 'P3M' }
  return Definition.parse(draft)
}

const FIRST = { 'moved_on-day': '1', 'moved_on-month': '3', 'moved_on-year': '2026', colour: 'black' }
let app: TestApp
let aino: Citizen
beforeEach(async () => {
  app = await testApp({ definitions: [CAT] })
  aino = citizen(app.visitor())
})
afterEach(() => app.close())

const marked = (element: Element, name: string, value?: string) =>
  all(element, ({ attributes }) => name in attributes && (value === undefined || attributes[name] === value))
const part = (kind: string) => marked(aino.page.root, 'data-consequence', kind).map(visible).join(' ')

async function begun(language = 'fi') {
  aino = citizen(aino.browser, language)
  await aino.start(CAT.id)
  await aino.send(formOf(aino.page, 'answer'), { ...FIRST, go: 'on' })
  return aino.walkPath()
}

async function change(walk: string, values: Record<string, string>, from = '?return=check') {
  await aino.open(`${walk}/steps/situation/who-moved${from}`)
  await aino.send(formOf(aino.page, 'answer'), { ...values, go: 'on' })
}

describe('a changed answer', () => {
  test('tells what was set aside and why, in the words of the question and the condition', async () => {
    const walk = await begun()
    await change(walk, { colour: 'white' })
    expect(aino.page.name).toBe('overview')
    expect(part('gone')).toContain('Maito. Vastaat nyt: Minkä värinen kissa on? – Valkoinen.')
    expect(part('gone')).toContain('Minkä värinen kissa on? – Musta')
    expect(aino.path).not.toContain('white')
  })

  test.each([
    ['sv', 'Mjölken. Du svarar nu: Vilken färg har katten? – Svart.'],
    ['en', 'Milk. You now say: What colour is the cat? – Black.'],
  ])('tells what came in %s too', async (language, words) => {
    const walk = await begun(language)
    await change(walk, { colour: 'white' })
    await change(walk, { colour: 'black' })
    expect(part('came')).toContain(words)
  })

  test('names the deadline that moved with its old and new date', async () => {
    const walk = await begun()
    await change(walk, { 'moved_on-day': '5' })
    expect(part('dates')).toContain('Määräaika oli 1. kesäkuuta 2026, nyt se on 5. kesäkuuta 2026.')
  })

  test('is told on the check page where nothing is left to do', async () => {
    const walk = await begun()
    await aino.walk()
    await change(walk, { colour: 'white' })
    expect(aino.page.name).toBe('check')
    expect(part('gone')).toContain('Maito')
  })

  test('can be read again on the overview after something else has happened, until the next change', async () => {
    const walk = await begun()
    await change(walk, { colour: 'white' })
    await aino.open(`${walk}/steps/home/tell-the-register`)
    await aino.send(formOf(aino.page, 'answer'), { go: 'on' })
    await aino.open(`${walk}?all=1`)
    const [fold] = all(aino.page.main, ({ name }) => name === 'details')
    expect(fold && marked(fold, 'data-consequence', 'gone')).toHaveLength(1)
    await change(walk, { colour: 'black' })
    await aino.open(`${walk}?all=1`)
    expect(marked(aino.page.root, 'data-consequence', 'gone')).toEqual([])
    expect(marked(aino.page.root, 'data-consequence', 'came')).toHaveLength(1)
  })

  test('that changes nothing else says nothing, and leads back to where it was changed', async () => {
    const walk = await begun()
    await change(walk, {})
    expect(aino.page.name).toBe('check')
    expect(marked(aino.page.root, 'data-change')).toEqual([])
  })

  test('that is only kept says it on the step itself', async () => {
    const walk = await begun()
    await aino.open(`${walk}/steps/situation/who-moved`)
    await aino.send(formOf(aino.page, 'answer'), { colour: 'white', go: 'stay' })
    expect(aino.page.name).toBe('step')
    expect(part('gone')).toContain('Maito')
  })
})
