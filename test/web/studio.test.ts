import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#src/account/roles.ts'
import type { Definition } from '#src/journey/definition.ts'
import { readDefinition, writeDefinition } from '#src/journey/notation.ts'
import { signedIn } from '../review/staff.ts'
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
  words,
} from '../studio/promised.ts'
import { ORIGIN, type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { citizen, sent } from '../support/citizen.ts'
import { all, type Element } from '../support/html.ts'
import { formOf, type Page, readPage, visible } from '../support/page.ts'
import { wordsMissing } from '../support/words-missing.ts'

const PAGE = `/fi/studio/journeys/${CAT}`
const TEXT = writeDefinition(nextCat())
const MIRRI = {
  ...{ id: 'mirri', name: 'Mirri', introduction: words('Kissa') },
  facts: { moved_on: '2026-03-01', colour: 'black' },
}
let app: TestApp
let sari: Browser
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT, { ...FIRST_CAT, id: 'dog-moves' }], personas: [MIRRI] })
  sari = await signedIn(app, 'designer')
})
afterEach(() => app.close())

const open = async (path = PAGE, browser = sari) => readPage(await (await browser.get(path)).text())
const numbers = async (journey = CAT) => (await app.deps.versions.list(journey)).map(({ number }) => number)
const marked = (page: Page, name: string): readonly Element[] => all(page.main, (one) => name in one.attributes)
const values = (page: Page, name: string) => marked(page, name).map(({ attributes }) => attributes[name])
const written = (page: Page, name: string) =>
  formOf(page, 'publish')
    .fields.find((field) => field.name === name)
    ?.value.trim()

type Sent = Readonly<Record<string, string | Blob | readonly string[]>>

/** Sends the form of a page as a browser does: with a file as a file, and the fields of the page where nothing else is given. */
async function send(
  fields: Sent,
  { page, browser = sari, path = PAGE }: { page?: Page; browser?: Browser; path?: string } = {},
) {
  const body = new FormData()
  const own = page ? sent(formOf(page, 'publish')) : {}
  for (const [name, value] of Object.entries({ ...own, ...fields }))
    for (const one of [value].flat()) {
      if (one instanceof Blob) body.append(name, one, 'journey.yaml')
      else body.append(name, one)
    }
  const { headers, ...bytes } = await encoded(body)
  return browser.send(path, { method: 'POST', headers: { origin: ORIGIN, ...headers }, ...bytes })
}

/** As bytes: Node's own stream of a form breaks when whoever reads it has had enough. */
async function encoded(form: FormData) {
  const whole = new Response(form)
  return { headers: { 'content-type': whole.headers.get('content-type') ?? '' }, body: await whole.arrayBuffer() }
}

async function shown(response: Response, status = 200): Promise<Page> {
  expect(response.status).toBe(status)
  return readPage(await response.text())
}

const file = (definition: Definition) => new Blob([writeDefinition(definition)], { type: 'text/yaml' })
const preview = async (definition = nextCat(), more: Sent = {}) =>
  shown(await send({ file: file(definition), go: 'preview', ...more }))
const closesOf = (page: Page) => formOf(page, 'publish').fields.filter(({ name }) => name === 'closes')

/** Presses "publish" on a preview, leaving every answer as it is chosen. */
const publishOn = (page: Page, more: Sent = {}) =>
  send(
    {
      closes: closesOf(page)
        .filter(({ isChecked }) => isChecked)
        .map(({ value }) => value),
      go: 'publish',
      ...more,
    },
    { page },
  )

describe('the page of a journey’s versions', () => {
  test('lists what is published and takes the next file', async () => {
    const page = await open()
    expect([page.name, page.main.attributes['data-journey'], page.main.attributes['data-version']]).toEqual([
      'studio',
      CAT,
      '1',
    ])
    expect(values(page, 'data-version-line')).toEqual(['1'])
    expect(formOf(page, 'publish').buttons).toEqual(['preview'])
    const [form] = all(page.main, ({ attributes }) => attributes['data-form'] === 'publish')
    expect(form?.attributes.enctype).toBe('multipart/form-data')
  })

  test('of a journey that is not there is not found, nor is a version', async () => {
    for (const path of [
      '/fi/studio/journeys/horse',
      `${PAGE}/versions/9/journey.yaml`,
      `${PAGE}/versions/01/journey.yaml`,
    ])
      expect((await sari.get(path)).status, path).toBe(404)
    expect((await send({ text: TEXT }, { path: '/fi/studio/journeys/horse' })).status).toBe(404)
  })
})

describe('a changed file', () => {
  test('is shown first with what it changes, old and new, and publishes nothing', async () => {
    const page = await preview()
    expect(values(page, 'data-change')).toEqual([REGISTER])
    expect(values(page, 'data-kind')).toContain('changed')
    const [change] = marked(page, 'data-change')
    expect(change && visible(change)).toMatch(/Kerro rekisterille.*muuttunut.*Ennen\s*Ei mitään/)
    expect(change && visible(change)).toContain(NEW_WORDS)
    expect(page.text).toContain('Mikään julkaistu vastaus ei odota näitä muutoksia.')
    expect(formOf(page, 'publish').buttons).toEqual(['publish', 'preview'])
    expect(written(page, 'text')).toBe(TEXT.trim())
    expect(await numbers()).toEqual([1])
  })

  test('is published by the next press, and then stands in the list with who, when and what is new', async () => {
    const response = await publishOn(await preview(), { 'note-fi': 'Kirje jäi pois' })
    expect([response.status, response.headers.get('location')]).toEqual([303, `${PAGE}?published=2`])
    const page = await open(`${PAGE}?published=2`)
    expect(visible(page.main)).toContain('Versio 2 on julkaistu.')
    expect(visible((await open(`${PAGE}?published=3`)).main)).not.toContain('on julkaistu.')
    expect(values(page, 'data-version-line')).toEqual(['2', '1'])
    const [newest] = marked(page, 'data-version-line')
    expect(newest && visible(newest)).toMatch(
      /Versio 2.*Julkaistu.*2026.*designer-\w+.*Kirje jäi pois.*Kerro rekisterille/,
    )
    const erik = citizen(app.visitor())
    expect((await erik.start(CAT)).main.attributes['data-version']).toBe('2')
  })

  test('tells which answers it would carry out, and marks those that stay chosen', async () => {
    const spoken = await speaksAtTheRegister(app, citizen(app.visitor()))
    const [kept, left] = [await promised(app, [spoken]), await promised(app, [], { said: words('Rekisteri on hidas') })]
    await promised(app, [], { step: MILK })
    const page = await preview()
    const offered = closesOf(page).map(({ value, isChecked }) => `${value} ${isChecked}`)
    expect(offered.toSorted()).toEqual([`${kept.id} true`, `${left.id} true`].toSorted())
    expect(visible(page.main)).toContain('Kirje on turha')
    expect((await publishOn(page, { closes: kept.id })).status).toBe(303)
    const versions = (await app.deps.responses.ofJourney(CAT)).map(({ id, toVersion }) => [id, toVersion] as const)
    expect(new Map(versions).get(kept.id)).toBe(2)
    expect(versions.filter(([, toVersion]) => toVersion !== undefined)).toHaveLength(1)
    expect((await app.deps.versions.latest(CAT))?.changes).toMatchObject([{ contributions: [spoken] }])
  })

  test('with no answer left chosen carries out none, also when it is looked at once more', async () => {
    const { id } = await promised(app, [])
    const again = await shown(await send({ go: 'preview' }, { page: await preview() }))
    expect(closesOf(again).map(({ isChecked }) => isChecked)).toEqual([true])
    const none = await shown(await send({ go: 'preview', closes: [] }, { page: again }))
    expect(closesOf(none).map(({ isChecked }) => isChecked)).toEqual([false])
    expect((await send({ go: 'publish', closes: [] }, { page: none })).status).toBe(303)
    expect((await app.deps.responses.find(id))?.toVersion).toBeUndefined()
  })

  test('tells also what is no step: the number of help before all else, what it was and what it is', async () => {
    const [help] = FIRST_CAT.help ?? []
    const next = {
      ...nextCat(() => undefined),
      summary: words('Lyhyesti'),
      help: [{ ...help, phone: '113' }],
    } as Definition
    const page = await preview(next)
    expect(values(page, 'data-other').slice(0, 2)).toEqual(['help/phone', 'summary'])
    expect(visible(page.main)).toContain('Apu, Apu: puhelinnumero Ennen: 112 Nyt: 113')
    expect(visible(page.main)).toContain('Palvelupolku: tiivistelmä Ennen: ei mitään Nyt: suomeksi: Lyhyesti')
    expect((await publishOn(page)).status).toBe(303)
    expect(visible((await open()).main)).toContain('Lisäksi muuttui 2 kohtaa, jotka eivät ole askelia.')
  })

  test('can be pasted instead of chosen, and larger than any other form', async () => {
    const remark = `# ${'x'.repeat(200 * 1024)}\n`
    const page = await shown(await send({ text: remark + TEXT, file: new Blob([]), go: 'preview' }))
    expect(values(page, 'data-change')).toEqual([REGISTER])
    expect((await publishOn(page)).status).toBe(303)
  })

  test('says so in every language of the staff', async () => {
    await promised(app, [])
    for (const language of ['fi', 'sv', 'en']) {
      const path = `/${language}/studio/journeys/${CAT}`
      const page = await shown(await send({ file: file(nextCat()), go: 'preview' }, { path }))
      expect(page.language).toBe(language)
      // The fields for the note are each in a language of their own, and remarks are not written in Swedish.
      expect(wordsMissing(page).filter((one) => !one.startsWith('in '))).toEqual([])
    }
  })
})

describe('what cannot be published', () => {
  afterEach(async () => {
    expect(await numbers()).toEqual([1])
  })
  const findings = (page: Page) =>
    marked(page, 'data-finding').map(({ attributes }) => [attributes['data-severity'], attributes['data-line']])

  test('broken YAML is told with its line, and what was written is kept', async () => {
    const broken = TEXT.replace('fi: Maito', 'fi: "Maito')
    const page = await shown(await send({ text: broken, 'note-fi': 'Uutta', go: 'preview' }), 422)
    const [severity, line] = findings(page)[0] ?? []
    expect(severity).toBe('error')
    expect(Number(line)).toBeGreaterThanOrEqual(broken.slice(0, broken.indexOf('"Maito')).split('\n').length)
    expect(visible(page.main)).toContain(`Rivi ${line}, virhe:`)
    expect([written(page, 'text'), written(page, 'note-fi')]).toEqual([broken.trim(), 'Uutta'])
    const linked = all(page.main, ({ name, attributes }) => name === 'a' && attributes.href === '#text')
    expect(linked).toHaveLength(1)
  })

  test('a file with check errors is told line by line, a chosen file kept as text', async () => {
    const text = TEXT.replaceAll('provider: cat_register', 'provider: dog_register')
    const page = await shown(await send({ file: new Blob([text]), go: 'publish' }), 422)
    const lines = text
      .split('\n')
      .flatMap((line, i) => (line.includes('dog_register') ? [['error', String(i + 1)]] : []))
    expect(findings(page)).toEqual(expect.arrayContaining(lines))
    expect(visible(page.main)).toContain('dog_register')
    expect(written(page, 'text')).toBe(text.trim())
    expect(formOf(page, 'publish').buttons).toEqual(['preview'])
  })

  test('of more errors than a page should hold the first hundred are told, and how many more there are', async () => {
    const many = nextCat((home) => {
      const [one] = home
      for (let i = 0; i < 120; i++) home.push({ ...structuredClone(one), id: `step-${i}`, provider: 'nobody' } as never)
    })
    const page = await shown(await send({ file: file(many), go: 'preview' }), 422)
    expect(findings(page)).toHaveLength(100)
    const more = Number(/Lisäksi (\d+) muuta\./.exec(visible(page.main))?.[1])
    expect(more).toBeGreaterThanOrEqual(20)
  })

  test('whoever’s example people no longer fit sees them, to mend them', async () => {
    const { colour: _, ...facts } = FIRST_CAT.facts
    const draft = structuredClone({ ...FIRST_CAT, facts })
    const [who] = draft.tracks.situation?.steps ?? []
    if (who?.kind === 'question') who.asks = ['moved_on']
    const page = await shown(await send({ file: file(draft), go: 'preview' }), 422)
    const people = written(page, 'personas') ?? ''
    expect(people).toContain('"colour": "black"')
    const line = people.split('\n').findIndex((one) => one.includes('colour')) + 1
    expect(visible(page.main)).toContain(`personas.yaml, Rivi ${line}, virhe:`)
  })

  test('another journey’s file is told as that before anything else that is wrong with it', async () => {
    const other = { ...nextCat(), id: 'dog-moves', help: undefined } as Definition
    const page = await shown(await send({ file: file(other), go: 'preview' }), 422)
    expect(visible(page.main)).toContain('Tämä on toisen palvelupolun tiedosto: Kissa muuttaa (dog-moves).')
    expect(values(page, 'data-finding')).toEqual([])
  })

  test('errors come before what is only worth a look', async () => {
    const text = TEXT.replace('112', '12').replace('cat_register', 'dog_register')
    const severities = values(await shown(await send({ text, go: 'preview' }), 422), 'data-severity')
    expect(severities).toEqual(severities.toSorted((one, other) => Number(one !== 'error') - Number(other !== 'error')))
    expect(severities[0]).toBe('error')
  })

  test('nothing, the same again, another journey’s file and an endless note are refused with a sentence', async () => {
    const sentences: [Sent, string][] = [
      [{ text: ' \n ' }, 'Valitse tiedosto tai liitä sen sisältö'],
      [{ file: file(FIRST_CAT) }, 'Tiedosto on sama kuin julkaistu versio 1.'],
      [{ file: file({ ...nextCat(), id: 'dog-moves' }) }, 'Tämä on toisen palvelupolun tiedosto: '],
      [{ file: file(nextCat()), 'note-sv': 'o'.repeat(501) }, 'Selitys on liian pitkä.'],
    ]
    for (const [fields, sentence] of sentences) {
      const page = await shown(await send({ ...fields, go: 'preview' }), 422)
      expect(visible(page.main)).toContain(sentence)
    }
    expect(await numbers('dog-moves')).toEqual([1])
  })

  test('what has not been seen is shown first, also when somebody asks to publish it at once', async () => {
    const at = await shown(await send({ file: file(nextCat()), go: 'publish' }))
    expect(formOf(at, 'publish').buttons).toEqual(['publish', 'preview'])
    const other = nextCat(([, milk]) => {
      if (milk) milk.title = words('Kerma')
    })
    const page = await shown(await publishOn(at, { file: file(other) }), 409)
    expect(visible(page.main)).toContain('Tiedosto ei ole se, jonka muutokset näit.')
    expect(values(page, 'data-change')).toEqual([MILK])
  })

  test('two megabytes are refused with a page', async () => {
    const page = await shown(await send({ file: new Blob(['# '.repeat(1024 * 1024)]), go: 'preview' }), 413)
    expect(page.name).toBe('error')
  })

  test.each(['file', 'personas-file'])('what is no text is refused at its field: %s', async (field) => {
    const picture = new Blob([new Uint8Array([0xff, 0xfe, 0x00])])
    const page = await shown(await send({ text: writeDefinition(nextCat()), [field]: picture, go: 'preview' }), 422)
    expect(visible(page.main)).toContain('Tiedosto ei ole tekstiä (UTF-8).')
    expect(values(page, 'href')).toContain(`#${field}`)
    expect(written(page, 'text')).toContain(NEW_WORDS)
  })
})

describe('publishing twice', () => {
  test('by pressing twice at once, or once more later, gives one version and the same page', async () => {
    const { id } = await promised(app, [])
    const page = await preview()
    const both = await Promise.all([publishOn(page), publishOn(page)])
    const later = await publishOn(page)
    for (const { status, headers } of [...both, later])
      expect([status, headers.get('location')]).toEqual([303, `${PAGE}?published=2`])
    expect(await numbers()).toEqual([1, 2])
    expect((await app.deps.responses.find(id))?.toVersion).toBe(2)
    const log = await app.deps.accounts.audit({ limit: 50, before: undefined })
    expect(log.filter(({ what }) => what === 'publish')).toHaveLength(1)
  })

  test('after trouble in between completes the answers of the version', async () => {
    const { id } = await promised(app, [])
    const page = await preview()
    const { responses } = app.deps
    const { save } = responses
    Object.assign(responses, { save: () => Promise.reject(new Error('gone')) })
    expect((await publishOn(page)).status).toBe(500)
    Object.assign(responses, { save })
    expect((await responses.find(id))?.toVersion).toBeUndefined()
    expect((await publishOn(page)).status).toBe(303)
    expect((await responses.find(id))?.toVersion).toBe(2)
    expect(await numbers()).toEqual([1, 2])
  })

  test('somebody who was overtaken sees what would change now, and loses nothing of what they wrote', async () => {
    const page = await preview()
    await published(
      app,
      nextCat(([, milk]) => {
        if (milk) milk.title = words('Kerma')
      }),
    )
    const again = await shown(await publishOn(page, { 'note-fi': 'Uutta' }), 409)
    expect(visible(again.main)).toContain('Joku muu julkaisi version sillä välin.')
    const [form] = marked(again, 'data-form')
    const changes = form ? all(form, ({ attributes }) => 'data-change' in attributes) : []
    expect(changes.map(({ attributes }) => attributes['data-change'])).toEqual([REGISTER, MILK])
    expect(written(again, 'note-fi')).toBe('Uutta')
    expect(await numbers()).toEqual([1, 2])
    expect((await publishOn(again)).headers.get('location')).toBe(`${PAGE}?published=3`)
  })
})

test('a version is downloaded as it was published, and can be published nowhere a second time', async () => {
  await publishOn(await preview())
  const response = await sari.get(`${PAGE}/versions/2/journey.yaml`)
  expect(response.headers.get('content-type')).toContain('text/yaml')
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${CAT}-v2.yaml"`)
  const text = await response.text()
  expect(text).toBe(TEXT)
  expect(readDefinition(text)).toMatchObject({ ok: true, definition: nextCat() })
  const page = await shown(await send({ text, go: 'preview' }), 422)
  expect(visible(page.main)).toContain('Tiedosto on sama kuin julkaistu versio 2.')
})

describe('whoever may not', () => {
  const LARGE = `# ${'x'.repeat(100 * 1024)}\n${TEXT}`

  test.each<[Role, object]>([
    ['reviewer', {}],
    ['facilitator', {}],
    ['provider', { journey: CAT, provider: 'cat_register' }],
    ['designer', { journey: 'dog-moves' }],
  ])('%s %o publishes nothing and reads no version', async (role, bound) => {
    const browser = await signedIn(app, role, bound)
    expect((await browser.get(PAGE)).status).toBe(403)
    expect((await browser.get(`${PAGE}/versions/1/journey.yaml`)).status).toBe(403)
    expect((await send({ text: TEXT, go: 'preview' }, { browser })).status).toBe(403)
    expect((await send({ text: LARGE, go: 'preview' }, { browser })).status).not.toBe(200)
    expect(await numbers()).toEqual([1])
  })

  test('a stranger learns only how to sign in, and no other site publishes for somebody', async () => {
    const stranger = app.visitor()
    expect((await stranger.get(PAGE)).status).toBe(403)
    expect((await send({ text: TEXT }, { browser: stranger })).status).toBe(403)
    const body = new FormData()
    body.append('text', TEXT)
    const { headers, ...bytes } = await encoded(body)
    const foreign = { ...headers, origin: 'https://evil.example' }
    expect((await sari.send(PAGE, { method: 'POST', headers: foreign, ...bytes })).status).toBe(403)
    expect(await numbers()).toEqual([1])
  })

  test('a designer of this journey alone and an admin may', async () => {
    for (const browser of [await signedIn(app, 'designer', { journey: CAT }), await signedIn(app, 'admin')])
      expect(values(await open(PAGE, browser), 'data-version-line')).toEqual(['1'])
  })
})
