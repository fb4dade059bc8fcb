import { afterEach, beforeEach, expect, test } from 'vitest'
import { signedIn } from '../review/staff.ts'
import { after, formIn, open, press } from '../studio/forms.ts'
import { CAT, FIRST_CAT } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { all, textOf } from '../support/html.ts'
import { formOf, readPage } from '../support/page.ts'

const MILK = 'home/milk'
const VOICES = `/steps/${MILK}/voices`

let app: TestApp
let sari: Browser
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
  sari = await signedIn(app, 'designer')
})
afterEach(() => app.close())

async function atTheMilk(): Promise<Citizen> {
  const walker = citizen(app.visitor())
  await walker.start(CAT)
  await walker.walk()
  await walker.open(`${walker.walkPath()}/steps/${MILK}/suggest`)
  return walker
}
const suggests = (walker: Citizen, fields: Record<string, string>) =>
  walker.send(
    formOf(walker.page, 'contribution'),
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [`p.edit.${name}`, value])),
  )
const walkOf = (walker: Citizen) => walker.walkPath().split('/').at(-1) ?? ''

/** A suggestion that a moderator has let through. */
async function readSuggestion(fields: Record<string, string>): Promise<{ walker: Citizen; id: string }> {
  const walker = await atTheMilk()
  await suggests(walker, fields)
  const [said] = await app.deps.walks.contributionsOf(walkOf(walker))
  if (!said) throw new Error('nothing was kept')
  await app.deps.review.moderate({
    ...{ id: said.id, seenAt: said.at, seenState: said.state, state: 'visible', reason: undefined },
    ...{ by: 'mika', at: app.deps.now() },
  })
  return { walker, id: said.id }
}
async function draft(): Promise<string> {
  const list = await open(sari, '/fi/studio/drafts')
  return (await press(sari, formIn(list, 'new-version'), { from: CAT })).headers.get('location') ?? ''
}
const states = async (path: string) =>
  all((await open(sari, path)).main, ({ attributes }) => attributes['data-suggestion'] !== undefined).map(
    ({ attributes }) => attributes['data-state'],
  )

test('other words are kept as they were written, without a choice too, and can be changed and taken back', async () => {
  const walker = await atTheMilk()
  await suggests(walker, { words: 'Lämmin maito', why: 'Kylmä ei maistu' })
  const stored = async () =>
    (await app.deps.walks.contributionsOf(walkOf(walker))).map(({ kind, option, text, state }) => [
      kind,
      option,
      text,
      state,
    ])
  expect(await stored()).toEqual([['suggested-edit', 'other', 'Lämmin maito\n\nKylmä ei maistu', 'pending']])
  await suggests(walker, { part: 'title', words: 'Lämmin maito', why: '' })
  expect(await stored()).toEqual([['suggested-edit', 'title', 'Lämmin maito', 'pending']])
  await suggests(walker, { part: 'title', words: '', why: '' })
  expect(await stored()).toEqual([])
})

test('a designer takes the words into the draft by one press, and the author is told, credited and asked again', async () => {
  const { walker } = await readSuggestion({ part: 'title', words: 'Lämmintä maitoa', why: '' })
  const address = await draft()
  const page = await open(sari, address + VOICES)
  expect(textOf(page.main)).toContain('Lämmintä maitoa')
  await after(sari, press(sari, formIn(page, 'suggestion-accept'), {}, 'accept'))
  expect(await states(address + VOICES)).toEqual(['accepted'])
  const head = (await app.deps.drafts.find(address.split('/').at(-1) ?? ''))?.head ?? 0
  expect((await app.deps.drafts.revision(address.split('/').at(-1) ?? '', head))?.text).toContain('fi: Lämmintä maitoa')
  expect(textOf((await walker.open(`${walker.walkPath()}/mine`)).root)).toContain('otettiin luonnokseen sellaisenaan')

  await published(address)
  expect(textOf((await walker.open(`${walker.walkPath()}/mine`)).root)).toContain('mukana versiossa 2')
  const second = await app.deps.library.version(CAT, 2)
  expect(second?.version.changes.find(({ step }) => step === MILK)?.contributions).toHaveLength(1)
  expect(second?.prompts.get(MILK)?.[0]).toMatchObject({ kind: 'answers-this', isCredited: true })
})

test('what is not taken needs a reason, which its author reads; a second decision changes nothing', async () => {
  const { walker } = await readSuggestion({ part: 'order', words: 'Ensin ruoka', why: '' })
  const address = await draft()
  const page = await open(sari, address + VOICES)
  const refused = await press(sari, formIn(page, 'suggestion-decline'), {}, 'decline')
  expect(refused.status).toBe(422)
  await after(sari, press(sari, formIn(page, 'suggestion-decline'), { reason: 'Ruoka ei riipu muutosta.' }, 'decline'))
  expect(textOf((await walker.open(`${walker.walkPath()}/mine`)).root)).toContain('Ruoka ei riipu muutosta.')
  const again = await press(sari, formIn(page, 'suggestion-done'), {}, 'done')
  expect(again.status).toBe(409)
  expect(readPage(await again.text()).name).toBe('studio-draft-outline')
})

test('words in other words go into the draft as the designer wrote them', async () => {
  await readSuggestion({ part: 'title', words: 'Maitoo', why: '' })
  const address = await draft()
  const page = await open(sari, address + VOICES)
  expect((await press(sari, formIn(page, 'suggestion-adapt'), { words: ' ' }, 'adapt')).status).toBe(422)
  await after(sari, press(sari, formIn(page, 'suggestion-adapt'), { words: 'Maitoa kissalle' }, 'adapt'))
  expect(await states(address + VOICES)).toEqual(['adapted'])
})

test('what nobody has read yet is not shown to designers, but counted', async () => {
  const walker = await atTheMilk()
  await suggests(walker, { part: 'title', words: 'Lukematta' })
  const text = textOf((await open(sari, (await draft()) + VOICES)).main)
  expect(text).not.toContain('Lukematta')
  expect(text).toContain('Yksi ehdotus odottaa')
})

async function published(address: string) {
  await after(sari, press(sari, formIn(await open(sari, `${address}/publish`), 'ask'), {}, 'ask'))
  const rauha = await signedIn(app, 'reviewer')
  const id = address.split('/').at(-1) ?? ''
  const review = await open(rauha, `/fi/review/drafts/${id}`)
  await press(rauha, formIn(review, 'review-draft'), { verdict: 'approved' })
  const ready = await open(sari, `${address}/publish`)
  const done = await press(sari, formIn(ready, 'publish-draft'), { 'note-fi': 'Sanat' }, 'publish')
  if (done.status !== 303) throw new Error(`${done.status} ${await done.text()}`)
}
