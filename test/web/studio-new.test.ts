import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readDefinition } from '#src/journey/notation.ts'
import { signedIn } from '../review/staff.ts'
import { after, formIn, open, press, valuesIn } from '../studio/forms.ts'
import { CAT, FIRST_CAT, nextCat, published } from '../studio/promised.ts'
import { ORIGIN, type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { all, textOf } from '../support/html.ts'
import { readPage } from '../support/page.ts'
import { shippedJourney } from '../support/shipped.ts'
import { wordsMissing } from '../support/words-missing.ts'

const KEYS = shippedJourney('marriage')
let app: TestApp
let sari: Browser
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT, KEYS.definition] })
  sari = await signedIn(app, 'designer')
})
afterEach(() => app.close())

/** Sends a form with a file, as a browser does. */
async function upload(way: string, file: Uint8Array | string, fields: Record<string, string> = {}): Promise<Response> {
  const form = formIn(await open(sari, `/fi/studio/drafts/new/${way}`), `new-${way}`)
  const body = new FormData()
  for (const [name, values] of Object.entries({ ...valuesIn(form), ...fields }))
    for (const value of [values].flat()) body.append(name, value)
  body.append('file', new Blob([typeof file === 'string' ? file : Buffer.from(file)]), 'a-file')
  const { headers, body: stream } = new Response(body)
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  const type = headers.get('content-type') ?? ''
  return sari.send(form.attributes.action ?? '', {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': type },
    body: bytes,
  })
}
const draftsNow = async () => (await app.deps.drafts.all()).length
const newest = async () => {
  const [draft] = await app.deps.drafts.all()
  return { draft, text: (await app.deps.drafts.revision(draft?.id ?? '', draft?.head ?? 0))?.text ?? '' }
}

test('every way to begin is a page in three languages, with all its words', async () => {
  for (const language of ['fi', 'sv', 'en'])
    for (const way of ['', '/template', '/copy', '/imported', '/spreadsheet', '/ptv']) {
      const page = await open(sari, `/${language}/studio/drafts/new${way}`)
      expect(wordsMissing(page).filter((words) => !/^in (fi|sv|en): /.test(words))).toEqual([])
    }
})

test('a template and a copy become drafts of their own names, and a name that is taken is told', async () => {
  const template = await open(sari, '/fi/studio/drafts/new/template')
  const form = formIn(template, 'new-template')
  await after(sari, press(sari, form, { template: 'hand-over', 'title-fi': 'Uusi koti', languages: ['fi'] }))
  expect((await newest()).draft?.journey).toBe('uusi-koti')
  expect((await press(sari, form, { 'title-fi': 'Kissa', id: CAT })).status).toBe(422)
  app.clock.now += 60_000
  const copy = formIn(await open(sari, '/fi/studio/drafts/new/copy'), 'new-copy')
  await after(sari, press(sari, copy, { source: `v:${CAT}`, 'title-fi': 'Toinen kissa' }))
  const { draft, text } = await newest()
  expect([draft?.journey, draft?.baseVersion, readDefinition(text).ok]).toEqual(['toinen-kissa', undefined, true])
  expect((await press(sari, copy, { source: 'd:nobody', 'title-fi': 'X' })).status).toBe(422)
})

describe('a file', () => {
  test('keeps its comments, and becomes the next version of the journey it names', async () => {
    const response = await upload('imported', `# oma\n${KEYS.text}`)
    expect(response.status).toBe(303)
    const { draft, text } = await newest()
    expect([draft?.journey, draft?.baseVersion, text.startsWith('# oma')]).toEqual(['marriage', 1, true])
    const address = response.headers.get('location') ?? ''
    const yaml = await sari.get(`${address}/journey.yaml`)
    expect([await yaml.text(), yaml.headers.get('content-disposition')]).toEqual([
      text,
      'attachment; filename="marriage.yaml"',
    ])
    const json: unknown = await (await sari.get(`${address}/journey.json`)).json()
    expect(json).toEqual(JSON.parse(JSON.stringify(KEYS.definition)))
  })

  test('that is no journey is told line by line, its text kept and nothing stored', async () => {
    const broken = KEYS.text.replace('format: 1', 'format: 2')
    for (const file of [broken, '{"__proto__": {}}', 'a: [', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), '']) {
      const response = await upload('imported', file)
      expect(response.status).toBe(422)
      const page = readPage(await response.text())
      if (file === broken) {
        expect(all(page.main, ({ attributes }) => attributes['data-line'] !== undefined).length).toBeGreaterThan(0)
        expect(valuesIn(formIn(page, 'new-imported')).text?.[0]?.trim()).toBe(broken.trim())
      }
    }
    expect(await draftsNow()).toBe(0)
  })

  test('that is not in order yet becomes a draft when that is wanted', async () => {
    const unfinished = KEYS.text.replace(/asks: \[/, 'asks: [no_such_fact, ')
    const response = await upload('imported', unfinished)
    expect([response.status, await draftsNow()]).toEqual([422, 0])
    const form = formIn(readPage(await response.text()), 'new-imported')
    expect((await press(sari, form, {}, 'anyway')).status).toBe(303)
    expect((await newest()).text.trim()).toBe(unfinished.trim())
  })

  test('larger than a megabyte is refused before it is read', async () => {
    expect((await upload('imported', 'x'.repeat(1_100_000))).status).toBe(413)
  })
})

test('a spreadsheet is read, asked for what it leaves open, and made into a draft', async () => {
  const rows = [
    ['Tehtävä', 'Kuka'],
    ['Soita pankkiin', 'Pankki'],
    ['', 'Kela'],
  ]
  const file = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer()
  const asked = await upload('spreadsheet', new Uint8Array(file))
  expect([asked.status, await draftsNow()]).toEqual([200, 0])
  const form = formIn(readPage(await asked.text()), 'new-spreadsheet')
  expect(Object.keys(valuesIn(form))).toEqual(
    expect.arrayContaining(['title-column', 'language', 'track', 'sector-0', 'sector-1']),
  )
  const noTitle = await press(sari, form, { 'title-column': '0', track: 'Raha', 'sector-0': 'private' })
  // Only now is it known which row has no name.
  expect([noTitle.status, await draftsNow()]).toEqual([200, 0])
  const again = formIn(readPage(await noTitle.text()), 'new-spreadsheet')
  const more = { 'title-column': '0', track: 'Raha', 'sector-0': 'private', 'title-fi': 'Rahat', 'row-3': 'Hae tukea' }
  expect((await press(sari, again, more)).status).toBe(303)
  const read = readDefinition((await newest()).text)
  expect(read.ok && read.definition).toMatchObject({
    providers: { pankki: { sector: 'private' } },
    tracks: {
      raha: {
        steps: [
          { id: 'soita-pankkiin', provider: 'pankki' },
          { id: 'hae-tukea', provider: 'kela' },
        ],
      },
    },
  })
  for (const odd of ['[]', '{', '[{"number":1,"cells":["__proto__"]}]', 'x'])
    expect((await press(sari, again, { ...more, rows: odd })).status).toBe(422)
  expect((await upload('spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).status).toBe(422)
})

test('a service collection becomes a draft under the name that it has there', async () => {
  const name = [{ language: 'fi', value: 'Muutto', type: 'Name' }]
  const file = JSON.stringify({ serviceCollectionNames: name, services: [{ id: 's', name }] })
  expect((await upload('ptv', file)).status).toBe(303)
  expect((await newest()).draft?.journey).toBe('muutto')
  expect((await upload('ptv', '{}')).status).toBe(422)
})

test('a track is borrowed after it was seen what comes along', async () => {
  const list = await open(sari, '/fi/studio/drafts')
  const address = (await press(sari, formIn(list, 'new-version'), { from: CAT })).headers.get('location') ?? ''
  const [track = ''] = Object.keys(KEYS.definition.tracks).slice(1)
  const seen = await open(sari, `${address}/borrow?track=marriage/${track}`)
  expect(textOf(seen.main)).toContain('Mukana tulee')
  await after(sari, press(sari, formIn(seen, 'borrow')))
  const read = readDefinition((await newest()).text)
  expect(read.ok && Object.keys(read.definition.tracks)).toContain(track)
  for (const odd of ['marriage/none', `${CAT}/home`, '__proto__/x', 'x'])
    expect((await sari.get(`${address}/borrow?track=${odd}`)).status).toBe(404)
})

test('a version comes back into a draft as a new save, and an archived draft is opened again', async () => {
  await published(app, nextCat())
  const list = await open(sari, '/fi/studio/drafts')
  const address = (await press(sari, formIn(list, 'new-version'), { from: CAT })).headers.get('location') ?? ''
  const before = (await newest()).text
  const history = await open(sari, `${address}/history`)
  const first = all(history.main, ({ attributes }) => attributes['data-form'] === 'restore-version').at(-1)
  await after(sari, press(sari, first!, {}, 'restore-version'))
  expect((await newest()).text).not.toBe(before)
  const publishing = await open(sari, `${address}/publish`)
  const archive = all(
    publishing.main,
    ({ name, attributes }) => name === 'form' && attributes['data-form'] === 'archive',
  )[0]
  await press(sari, archive ?? formIn(publishing, 'ask'), {}, 'archive')
  expect((await newest()).draft?.state).toBe('archived')
  await after(sari, press(sari, formIn(await open(sari, `${address}/history`), 'reopen'), {}, 'reopen'))
  expect((await newest()).draft?.state).toBe('draft')
})
