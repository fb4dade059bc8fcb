import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Persona } from '#src/journey/definition.ts'
import { loadAssets } from '#src/web/assets.ts'
import { signedIn } from '../review/staff.ts'
import { formIn, open, press, valuesIn } from '../studio/forms.ts'
import { CAT, FIRST_CAT } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser, Fields } from '../support/browser.ts'
import { all } from '../support/html.ts'
import { readPage } from '../support/page.ts'

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url))
const Told = z.object({
  findings: z.array(z.object({ severity: z.string(), line: z.number().optional() })),
  names: z.object({ steps: z.array(z.string()) }),
  keys: z.record(z.string(), z.array(z.string())),
})
const MILK = '/steps/home/milk'
const MOST_BYTES = 220_000
const MISU: Persona = {
  id: 'misu',
  name: 'Misu',
  introduction: { fi: 'Musta kissa', en: 'A black cat' },
  facts: { colour: 'black' },
}

let app: TestApp
let sari: Browser
let draft: string
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT], personas: [MISU] })
  sari = await signedIn(app, 'designer')
  const list = await open(sari, '/fi/studio/drafts')
  draft = (await press(sari, formIn(list, 'new-version'), { from: CAT })).headers.get('location') ?? ''
})
afterEach(() => app.close())

/** Sends the form of a step as a field does that is left, with what the page says it shows beside it. */
async function savedByItself(fields: Fields): Promise<string> {
  const page = await open(sari, draft + MILK)
  const beside = all(page.main, ({ attributes }) => attributes.form === 'draft-form' && attributes.name === 'has')
  const has = beside.map(({ attributes }) => attributes.value ?? '')
  const sent = { ...valuesIn(formIn(page, 'draft')), has, ...fields }
  return (await sari.post(draft + MILK, sent, { 'hx-request': 'true' })).text()
}
const renewed = (fragment: string) => [...fragment.matchAll(/id="pane-(\w+)" data-stamp/g)].map(([, pane]) => pane)

describe('what stands beside the form of a step', () => {
  test('is renewed by a save: the preview in its new words, and what the check finds', async () => {
    const fragment = await savedByItself({ 'title.fi': 'Lämmin maito' })
    expect(renewed(fragment)).toContain('preview')
    expect(fragment).toContain('Lämmin maito')
    const broken = await savedByItself({ 'title.sv': '' })
    expect(renewed(broken)).toContain('findings')
  })

  test('tells anew what the step costs as soon as the proposal costs otherwise', async () => {
    const fragment = await savedByItself({ 'proposed.contacts': '7' })
    expect(renewed(fragment)).toContain('burden')
  })

  test('stays as it is where nothing of it changed', async () => {
    const again = await savedByItself({})
    expect(renewed(again)).toEqual([])
  })

  test('is emptied when it is switched off, and stays so when the page is opened again, without script too', async () => {
    const fragment = await savedByItself({ beside: ['', 'findings'] })
    expect(fragment).toContain('<div id="pane-preview" data-off hx-swap-oob="true">')
    const page = await (await sari.get(draft + MILK)).text()
    expect(page).toContain('<div id="pane-preview" data-off>')
    expect(renewed(page)).toEqual(['findings'])
    await press(sari, formIn(readPage(page), 'draft'), { beside: ['', 'preview', 'burden'] }, 'save')
    expect(renewed(await (await sari.get(draft + MILK)).text())).toEqual(['preview', 'burden'])
  })
})

describe('the editor of the whole text', () => {
  test('is told what the check finds, by line, and what may be written; nothing is stored', async () => {
    const form = valuesIn(formIn(await open(sari, `${draft}/source`), 'source'))
    const text = `${form.text}wrong: true\n`
    const response = await sari.post(`${draft}/source/check`, { text })
    const told = Told.parse(await response.json())
    const lines = text.split('\n').indexOf('wrong: true') + 1
    expect(told.findings).toContainEqual(expect.objectContaining({ severity: 'error', line: lines }))
    expect(told.names.steps).toContain('home/milk')
    expect(told.keys.today).toContain('contacts')
    expect(valuesIn(formIn(await open(sari, `${draft}/source`), 'source')).text).toEqual(form.text)
  })

  test('stands aside for the plain field once that was chosen, and keeps what was written', async () => {
    const page = await open(sari, `${draft}/source`)
    const text = `# oma\n${valuesIn(formIn(page, 'source')).text}`
    await press(sari, formIn(page, 'source'), { text }, 'plain')
    const plain = await (await sari.get(`${draft}/source`)).text()
    expect(plain).toContain('# oma')
    expect(plain).not.toContain('source-editor.js')
  })
})

describe('the pages on which a journey is edited', () => {
  test('weigh less than 220 KB, with everything they load', async () => {
    const { urls, files } = loadAssets(PUBLIC)
    Object.assign(app.deps.assets, urls)
    for (const path of [MILK, '/source']) {
      const page = await (await sari.get(draft + path)).text()
      const linked = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url = '']) => url)
      const sizes = linked.map((url) => sizeOf(files.get(url)))
      expect(sizes.length, path).toBeGreaterThan(4)
      const whole = gzipSync(page).length + sizes.reduce((sum, size) => sum + size, 0)
      expect(whole, path).toBeLessThan(MOST_BYTES)
    }
  })
})

function sizeOf(file: { plain: Uint8Array; gzip?: Uint8Array | undefined } | undefined): number {
  if (!file) throw new Error('a file that is not there')
  return (file.gzip ?? file.plain).length
}
