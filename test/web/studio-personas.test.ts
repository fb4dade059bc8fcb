import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signedIn } from '../review/staff.ts'
import { after, formIn, open, press, valuesIn } from '../studio/forms.ts'
import { CAT, FIRST_CAT } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { all, textOf } from '../support/html.ts'
import { readPage } from '../support/page.ts'

let app: TestApp
let sari: Browser
let address: string
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
  sari = await signedIn(app, 'designer')
  const begun = await press(sari, formIn(await open(sari, '/fi/studio/drafts'), 'new-version'), { from: CAT })
  address = begun.headers.get('location') ?? ''
})
afterEach(() => app.close())

const list = () => open(sari, `${address}/personas`)
const add = async (name: string) => after(sari, press(sari, formIn(await list(), 'add-persona'), { name }, 'add'))
const personas = async () => {
  const id = address.split('/').at(-1) ?? ''
  const draft = await app.deps.drafts.find(id)
  return (await app.deps.drafts.revision(id, draft?.head ?? 0))?.personas
}
const MISSE = {
  'introduction.fi': 'Mustan kissan ihminen.',
  'introduction.sv': 'Människan till en svart katt.',
  'introduction.en': 'The person of a black cat.',
  'facts.moved_on': '1.3.2026',
  'facts.colour': 'black',
}

describe('the example people of a draft', () => {
  test('are added by name, told who they are and what they answer, and the draft is walked as them', async () => {
    const page = await add('Misse')
    const saved = await after(sari, press(sari, formIn(page, 'draft'), MISSE, 'save'))
    expect(valuesIn(formIn(saved, 'draft'))).toMatchObject({
      'facts.moved_on': ['2026-03-01'],
      'facts.colour': ['black'],
    })
    const trying = await press(sari, formIn(await list(), 'try', { 'data-persona': 'misse' }))
    expect(trying.headers.get('location')).toContain('/walks/')
  })

  test('without a name are not added, and the page says so', async () => {
    const response = await press(sari, formIn(await list(), 'add-persona'), { name: ' ' }, 'add')
    expect(response.status).toBe(422)
    expect(textOf(readPage(await response.text()).main)).toContain('Kirjoita henkilölle nimi')
    expect(await personas()).toBeUndefined()
  })

  test('are told what is wrong on their own page, and a day that is none is kept as it was typed', async () => {
    const page = await add('Misse')
    expect(textOf((await list()).main)).toContain('misse')
    const response = await press(sari, formIn(page, 'draft'), { 'facts.moved_on': '31.2.2026' }, 'save')
    expect(response.status).toBe(422)
    expect(valuesIn(formIn(readPage(await response.text()), 'draft'))['facts.moved_on']).toEqual(['31.2.2026'])
  })

  test('are taken out and brought back by undo', async () => {
    await add('Misse')
    const before = await personas()
    const without = await after(
      sari,
      press(sari, formIn(await list(), 'remove-persona', { 'data-persona': 'misse' }), {}, 'remove:misse'),
    )
    expect(all(without.main, ({ attributes }) => attributes['data-persona'] === 'misse')).toEqual([])
    await after(sari, press(sari, formIn(without, 'undo'), {}, 'undo'))
    expect(await personas()).toBe(before)
  })

  test('written by two at once lose nothing: whoever comes later chooses', async () => {
    await add('Misse')
    const liisa = await signedIn(app, 'designer')
    const [mine, theirs] = [
      await open(sari, `${address}/personas/misse`),
      await open(liisa, `${address}/personas/misse`),
    ]
    await press(sari, formIn(mine, 'draft'), { 'introduction.fi': 'Sarin sanat', 'facts.colour': 'white' }, 'save')
    const later = await press(liisa, formIn(theirs, 'draft'), { 'introduction.fi': 'Liisan sanat' }, 'save')
    expect(later.status).toBe(409)
    const text = await later.text()
    expect(text).toContain('Sarin sanat')
    expect(text).toContain('Liisan sanat')
    expect(await personas()).toContain('white')
  })
})
