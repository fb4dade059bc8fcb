import { afterEach, beforeEach, expect, test } from 'vitest'
import { signedIn } from '../review/staff.ts'
import { walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { formOf, readPage } from '../support/page.ts'

const CAT = MOVING_HOUSE_CAT.id
const PAGE = `/fi/review/journeys/${CAT}/statements`
let app: TestApp
let words: string
beforeEach(async () => {
  app = await testApp()
  const said = { step: 'home/milk', prompt: 'own', kind: 'statement', text: 'Naapuri voi ruokkia kissan.' } as const
  words = (await walked(app.deps, { journey: CAT, said: [said] })).ids[0] ?? ''
})
afterEach(() => app.close())

const approve = (state: 'visible' | 'hidden') =>
  app.deps.review.moderate({ id: words, seenAt: undefined, state, reason: undefined, by: 'r', at: 5 })
const text = async (response: Promise<Response>) => (await response).text()

test('a designer puts an approved statement into another language, and is named beside it', async () => {
  await approve('visible')
  const designer = await signedIn(app, 'designer')
  const page = readPage(await text(designer.get(PAGE)))
  expect(page.text).toContain('<blockquote class="govuk-inset-text" lang="fi">Naapuri voi ruokkia kissan.</blockquote>')
  const form = formOf(page, 'translate-statement')
  const sent = (more: Record<string, string>) =>
    designer.post(form.action, {
      statement: `added.${words}`,
      language: 'sv',
      text: 'Grannen kan mata katten.',
      ...more,
    })
  expect((await sent({})).status).toBe(303)
  expect(await text(designer.get(PAGE))).toContain('Kääntänyt')
  expect((await app.deps.walks.added(CAT, [`added.${words}`]))[0]?.words).toEqual({
    fi: 'Naapuri voi ruokkia kissan.',
    sv: 'Grannen kan mata katten.',
  })
  expect((await app.deps.accounts.audit({ limit: 5, before: undefined })).map(({ what }) => what)).toContain(
    'translate',
  )

  const tooLong = await sent({ text: 'a'.repeat(281) })
  expect([tooLong.status, await tooLong.text()]).toEqual([422, expect.stringContaining('liian pitkä')])
  expect((await sent({ text: ' ' })).status).toBe(422)
  expect((await sent({ language: 'fi' })).status).toBe(422)
})

test('what nobody has approved, or what has been hidden, stands on no such page', async () => {
  const designer = await signedIn(app, 'designer')
  expect(await text(designer.get(PAGE))).not.toContain('Naapuri')
  await approve('visible')
  await approve('hidden')
  expect(await text(designer.get(PAGE))).not.toContain('Naapuri')
})
