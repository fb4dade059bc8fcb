import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { signedIn } from '../review/staff.ts'
import { formIn, open, press } from '../studio/forms.ts'
import { CAT, FIRST_CAT } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { textOf } from '../support/html.ts'
import { readPage } from '../support/page.ts'

let app: TestApp
let sari: Browser
let draft: string
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
  sari = await signedIn(app, 'designer')
  const list = await open(sari, '/en/studio/drafts')
  const begun = await press(sari, formIn(list, 'new-version'), { from: CAT })
  draft = begun.headers.get('location') ?? ''
})
afterEach(() => app.close())

const words = async (query = '') => textOf((await open(sari, `${draft}/words${query}`)).main)
const bring = async (file: string) => press(sari, formIn(await open(sari, `${draft}/words`), 'translations'), { file })

describe('the words of a draft', () => {
  test('are all there, in every language, and lack nothing at first', async () => {
    expect(await words()).toContain('Nothing to show.')
    const all = await words('?show=all')
    for (const text of Object.values(FIRST_CAT.title)) expect(all).toContain(text)
  })

  test('go out as a file and come back translated: then the Finnish is to be looked at again', async () => {
    const csv = await (await sari.get(`${draft}/words.csv`)).text()
    const [head = [], ...rows] = csvRows([csv])
    const title = rows.find(([place]) => place === 'title') ?? []
    const edited = [head, title.with(head.indexOf('sv'), 'Katten på nytt'), ['gone/away', 'x']]
    const back = await bring(edited.map((row) => row.join(',')).join('\n'))
    expect(back.status).toBe(303)
    const page = textOf((await open(sari, back.headers.get('location') ?? '')).main)
    expect(page).toContain('Katten på nytt')
    expect(page).toContain('look again')
    const text = await (await sari.get(back.headers.get('location') ?? '')).text()
    expect(text).toContain('1 text was changed.')
    expect(text).toContain('gone/away')
  })

  test('stay as they are when the file is none of ours, and the page says why', async () => {
    for (const [file, sentence] of [
      ['', 'Choose a file first.'],
      ['"x', 'could not be read as CSV'],
      ['a,b\n1,2', 'no column named place'],
    ] as const) {
      const response = await bring(file)
      expect([file, response.status]).toEqual([file, 422])
      expect(textOf(readPage(await response.text()).main)).toContain(sentence)
    }
  })
})
