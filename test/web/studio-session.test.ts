import { afterEach, beforeEach, expect, test } from 'vitest'
import { signedIn } from '../review/staff.ts'
import { after, formIn, open, press, valuesIn } from '../studio/forms.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { all, type Element, textOf } from '../support/html.ts'
import { type Page, readPage } from '../support/page.ts'

const MOST_INTERACTIONS = 150
type Fields = Readonly<Record<string, string | readonly string[]>>

let app: TestApp
beforeEach(async () => {
  app = await testApp({ definitions: [] })
})
afterEach(() => app.close())

/** Somebody at a browser without script: each field they fill in, each choice and each press is counted. */
class Session {
  count = 0
  readonly browser: Browser
  page: Page | undefined
  constructor(browser: Browser) {
    this.browser = browser
  }
  get here(): Page {
    if (!this.page) throw new Error('nothing is open')
    return this.page
  }
  async follow(text: string) {
    const links = all(this.here.main, ({ name }) => name === 'a')
    const found = links.find((one) => textOf(one).trim().startsWith(text))
    if (!found) throw new Error(`no link ${text} on ${this.here.name}`)
    return this.visit(found.attributes.href ?? '')
  }
  async visit(path: string) {
    this.count += 1
    this.page = await open(this.browser, path.split('#')[0] ?? '')
  }
  form(name: string, marks: Readonly<Record<string, string>> = {}): Element {
    return formIn(this.here, name, marks)
  }
  async send(form: Element, fields: Fields = {}, go?: string) {
    const before = valuesIn(form)
    const filled = Object.entries(fields).map(([name, value]) => differing(before[name] ?? [], [value].flat()))
    this.count += filled.reduce((sum, n) => sum + n, 0) + 1
    this.page = await after(this.browser, press(this.browser, form, fields, go))
  }
}

const differing = (before: readonly string[], after: readonly string[]) =>
  after.filter((value, index) => value !== (before[index] ?? '')).length

const three = (name: string, text: string) => ({
  [`${name}fi`]: text,
  [`${name}sv`]: `${text} (sv)`,
  [`${name}en`]: `${text} (en)`,
})

test('a new designer makes, reviews and publishes a journey without script, without YAML and without getting tired', async () => {
  const sari = new Session(await signedIn(app, 'designer'))
  await sari.visit('/fi/studio')
  await sari.follow('Luonnokset')
  await sari.send(sari.form('new-journey'), {
    'title-fi': 'Koira muuttaa',
    'title-sv': 'Hunden flyttar',
    'title-en': 'The dog moves',
  })
  const address = `/fi/studio/drafts/${sari.here.main.attributes['data-draft']}`

  for (const name of ['Kunta', 'Eläinlääkäri', 'Yhdistys']) {
    await sari.follow('Palveluntuottajat')
    await sari.send(sari.form('add-thing'), three('name-', name), 'add')
  }
  await sari.follow('Kysymykset')
  await sari.send(sari.form('add-thing'), three('name-', 'Onko koira iso?'), 'add')
  const fact = sari.here.main
  expect(fact.attributes['data-page']).toBe('studio-draft-facts')
  await sari.follow('Vaiheet ja askeleet')
  await sari.send(sari.form('add-track'), three('title-', 'Uusi koti'), 'add-track')
  const track =
    all(sari.here.main, ({ attributes }) => 'data-track' in attributes)
      .map(({ attributes }) => attributes['data-track'])
      .filter((id) => id !== 'situation')[0] ?? ''
  const lines = [
    'Kerro kunnalle',
    'Hae lupa',
    'Varaa rokotus',
    'Käy rokotuksessa',
    'Odota vastausta',
    'Hae pentukurssi',
    'Liity yhdistykseen',
  ]
  const written = lines.map((line) => `${line} | ${line} (sv) | ${line} (en)`).join('\n')
  await sari.send(sari.form('add-steps', { 'data-track': track }), { lines: written }, 'add-steps')

  await sari.follow('Mitä on tapahtunut?')
  const asked = valuesIn(sari.form('draft')).asks ?? []
  const bigDog = optionOf(sari.form('draft'), 'asks', 'Onko koira iso?')
  await sari.send(sari.form('draft'), { asks: ['happened_on', bigDog, ...asked.slice(2)] }, 'save')

  const providers = ['Kunta', 'Kunta', 'Eläinlääkäri', 'Eläinlääkäri', 'Kunta', 'Yhdistys', 'Yhdistys']
  for (const [index, line] of lines.entries()) {
    await sari.follow('Vaiheet ja askeleet')
    await sari.follow(line)
    const form = sari.form('draft')
    const words = { ...three('today.what.', `Nyt: ${line}`), ...three('proposed.what.', `Ehdotus: ${line}`) }
    const provider = { provider: [optionOf(form, 'provider', providers[index] ?? '')] }
    await sari.send(form, { ...words, ...provider, ...EXTRAS(form)[index] }, index === 6 ? 'add:prompts' : 'save')
  }
  await sari.send(sari.form('draft'), three('prompts.ask.ask.', 'Kelpaako tämä?'), 'save')

  await sari.follow('Tarkistus')
  expect(all(sari.here.main, ({ attributes }) => attributes['data-finding'] === 'error').map(textOf)).toEqual([])
  await sari.follow('Arviointi ja julkaisu')
  await sari.send(sari.form('ask'), {}, 'ask')
  const review = all(
    sari.here.main,
    ({ name, attributes }) => name === 'a' && /review\/drafts/.test(attributes.href ?? ''),
  )[0]
  await sari.follow('Kutsu kollega arvioimaan')
  const invited = await press(sari.browser, sari.form('invite'), { role: 'designer', journey: '*' })
  sari.count += 3
  const [link] = all(readPage(await invited.text()).main, ({ attributes }) => 'data-sign-in-address' in attributes)

  const mika = new Session(app.visitor())
  await mika.visit(new URL(textOf(link!)).pathname)
  await mika.send(mika.form('sign-in'))
  await mika.visit(new URL(review?.attributes.href ?? '').pathname)
  await mika.send(mika.form('review-draft'), { verdict: 'approved' })

  await sari.visit(`${address}/publish`)
  await sari.send(sari.form('publish-draft'), {}, 'publish')
  const version = await app.deps.versions.latest('the-dog-moves')
  expect(version?.number).toBe(1)
  const steps = Object.values(version?.definition.tracks ?? {}).flatMap((one) => one.steps)
  expect(steps).toHaveLength(8)
  expect(steps.some(({ when }) => when !== undefined)).toBe(true)
  expect(steps.some(({ deadline }) => deadline !== undefined)).toBe(true)
  expect(steps.some(({ waits }) => waits !== undefined)).toBe(true)
  expect(sari.count + mika.count).toBeLessThanOrEqual(MOST_INTERACTIONS)
})

/** What some of the steps get besides their words. */
const EXTRAS = (form: Element): readonly Fields[] => [
  { 'deadline.from': 'happened_on', 'deadline.add.n': '14' },
  {},
  { 'when.row': [optionOf(form, 'when.row', 'Onko koira iso? – Kyllä')] },
  {},
  { 'waits.from': 'happened_on', 'waits.add.n': '30' },
  {},
  {},
]

function optionOf(form: Element, name: string, text: string): string {
  const [field] = all(form, (one) => one.name === 'select' && one.attributes.name === name)
  const option =
    field &&
    all(field, (one) => one.name === 'option').find((one) => textOf(one).trim().toLowerCase() === text.toLowerCase())
  if (!option) throw new Error(`no option ${text} in ${name}`)
  return option.attributes.value ?? ''
}
