import { afterEach, beforeEach, expect, test } from 'vitest'
import { signedIn } from '../review/staff.ts'
import { after, formIn, open, press } from '../studio/forms.ts'
import { CAT, FIRST_CAT, MILK, nextCat, published } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { all, textOf } from '../support/html.ts'
import { readPage } from '../support/page.ts'
import { wordsMissing } from '../support/words-missing.ts'

let app: TestApp
let sari: Browser
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
  sari = await signedIn(app, 'designer')
})
afterEach(() => app.close())

const COMPARE = `/fi/studio/journeys/${CAT}/compare`

async function catDraft(): Promise<string> {
  const list = await open(sari, '/fi/studio/drafts')
  const response = await press(sari, formIn(list, 'new-version'), { from: CAT })
  return response.headers.get('location') ?? ''
}
const differing = (page: Awaited<ReturnType<typeof open>>) =>
  all(page.main, ({ attributes }) => attributes['data-difference'] !== undefined)

test('two published versions are told step by step with their words marked, drawn, listed and as lines', async () => {
  await published(app)
  const page = await open(sari, `${COMPARE}?from=v1&to=v2`)
  const [step] = differing(page)
  expect(step?.attributes).toMatchObject({ 'data-difference': 'home/tell-the-register', 'data-kind': 'changed' })
  expect(all(page.main, ({ name }) => name === 'ins').length).toBeGreaterThan(0)
  const [twin] = all(page.main, ({ attributes }) => attributes['data-twin'] === 'compared')
  const marked = twin && all(twin, ({ attributes }) => attributes['data-kind'] === 'changed')
  expect(marked?.map(({ attributes }) => attributes['data-drawn'])).toEqual(['home/tell-the-register'])
  expect(textOf(page.main)).toContain('~ muuttunut')
  expect(all(page.main, ({ attributes }) => attributes.class === 'polku-line--added').length).toBeGreaterThan(0)
})

test('a draft, each of its saves and a version can be set beside each other, and nothing asked for is the newest change', async () => {
  const address = await catDraft()
  const draft = address.split('/').at(-1) ?? ''
  const milk = await open(sari, `${address}/steps/${MILK}`)
  await after(sari, press(sari, formIn(milk, 'draft'), { 'title.fi': 'Maito: lämmin' }, 'save'))
  for (const query of ['', `?from=v1&to=${draft}`, `?from=${draft}.1&to=${draft}.2`, `?from=v1&to=${draft}.2`])
    expect(differing(await open(sari, COMPARE + query)).map(({ attributes }) => attributes['data-difference'])).toEqual(
      [MILK],
    )
  const same = await open(sari, `${COMPARE}?from=v1&to=${draft}.1`)
  expect(all(same.main, ({ attributes }) => attributes['data-same'] !== undefined).length).toBe(1)
})

test('a text that is no journey is compared as text, and what is not there is not found', async () => {
  const address = await catDraft()
  const draft = address.split('/').at(-1) ?? ''
  const source = await open(sari, `${address}/source`)
  await press(sari, formIn(source, 'source'), { text: 'title: [' }, 'save')
  const page = await open(sari, `${COMPARE}?from=v1&to=${draft}`)
  expect(textOf(page.main)).toContain('Ero näkyy vain tekstinä')
  for (const odd of ['v9', 'v0', `${draft}.99`, 'ei-ole', '..%2F', '__proto__', `v1${'0'.repeat(300)}`])
    expect((await sari.get(`${COMPARE}?from=v1&to=${odd}`)).status).toBe(404)
  expect((await sari.get('/fi/studio/journeys/toString/compare')).status).toBe(404)
})

test('it is said in three languages, to designers alone', async () => {
  await published(
    app,
    nextCat((steps) => steps.reverse()),
  )
  for (const language of ['fi', 'sv', 'en']) {
    const page = await open(sari, COMPARE.replace('/fi/', `/${language}/`))
    // The journey's own words stand in each of its languages, for that is where they differ.
    expect(wordsMissing(page).filter((words) => !/^in (fi|sv|en): /.test(words))).toEqual([])
    expect(differing(page).map(({ attributes }) => attributes['data-kind'])).toContain('moved')
  }
  const mika = await signedIn(app, 'reviewer')
  const refused = await mika.get(COMPARE)
  expect([refused.status, readPage(await refused.text()).name]).toEqual([403, 'error'])
})
