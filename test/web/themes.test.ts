import { afterEach, describe, expect, test } from 'vitest'
import type { StepKey } from '#src/journey/definition.ts'
import type { Drafting } from '#src/review/draft-sentences.ts'
import { readSynthesis } from '#src/review/read-synthesis.ts'
import { CAT_AND_VET } from '../review/cat-and-vet.ts'
import { formOn, signedIn } from '../review/staff.ts'
import { walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'

const THEMES = `/en/review/journeys/${CAT_AND_VET.id}/themes`
const SYNTHESIS = `/en/review/journeys/${CAT_AND_VET.id}/synthesis`
const WAITS = [
  'Odotin pankin todistusta kolme viikkoa.',
  'Todistuksen odottaminen pankista kesti kauan.',
  'Pankki vastasi vasta kuukauden odotuksen jälkeen.',
  'En saanut todistusta ilman soittoa 0401234567.',
  'Odotus oli pitkä eikä pankki kertonut syytä.',
  'Jonotin pankin puhelimessa ja odotin todistusta.',
]
/** Under no theme, and enough people that their number may be told with one theme of few beside it. */
const OTHERS = ['Aurinko paistoi.', 'Kiitos.', 'Hyvä kokeilu.', 'Ei muuta.', 'Kaikki sujui.']
const FORMS = ['Lomakkeen kieli oli vaikeaa.', 'Sama lomake piti täyttää kahdesti.']

let app: TestApp | undefined
afterEach(async () => app?.close())

async function world(drafting?: Drafting): Promise<{ app: TestApp; mika: Browser; ids: readonly string[] }> {
  app = await testApp({ definitions: [CAT_AND_VET], deps: { drafting } })
  return { app, mika: await signedIn(app, 'reviewer'), ids: await spoken(app, [...WAITS, ...FORMS, ...OTHERS]) }
}

/** Each text by a person of their own, approved already. */
async function spoken(
  { deps, clock }: TestApp,
  texts: readonly string[],
  { step = 'home/milk', state = 'visible' }: { step?: StepKey; state?: 'visible' | 'pending' } = {},
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const text of texts) {
    const said = [{ step, prompt: 'open', kind: 'open', text, state } as const]
    ids.push(...(await walked(deps, { said })).ids)
    clock.now += 1000
  }
  return ids
}

async function theme({ deps }: TestApp, mika: Browser, fi: string): Promise<string> {
  const { fields } = formOn(await (await mika.get(THEMES)).text(), 'make-theme')
  await mika.post(THEMES, { ...fields, fi })
  const made = (await deps.themes.themes(CAT_AND_VET.id)).find(({ name }) => name.fi === fi)
  if (!made) throw new Error('no theme was made')
  return made.id
}

async function place(mika: Browser, theme: string, contributions: readonly string[]) {
  for (const contribution of contributions) await mika.post(`${THEMES}/place`, { contribution, theme })
}

async function sign(mika: Browser, name = 'Mika Ministeri'): Promise<Response> {
  const { fields } = formOn(await (await mika.get(SYNTHESIS)).text(), 'sign-synthesis')
  return mika.post(SYNTHESIS, { ...fields, name })
}

describe('the codebook', () => {
  test('is begun with a theme that a person names, and a theme without a name is asked for one', async () => {
    const { app, mika } = await world()
    const { fields } = formOn(await (await mika.get(THEMES)).text(), 'make-theme')
    expect((await mika.post(THEMES, fields)).status).toBe(422)
    const id = await theme(app, mika, 'Odottaminen')
    const [made] = await app.deps.themes.themes(CAT_AND_VET.id)
    expect(made).toMatchObject({ id, state: 'open', name: { fi: 'Odottaminen' } })
    expect(made?.by).toMatch(/^reviewer/)
  })

  test('suggests themes for a text once examples stand, and one press places it', async () => {
    const { app, mika, ids } = await world()
    const waiting = await theme(app, mika, 'Odottaminen')
    const forms = await theme(app, mika, 'Lomakkeet')
    await place(mika, waiting, ids.slice(0, 3))
    await place(mika, forms, ids.slice(6, 7))
    const page = await (await mika.get(THEMES)).text()
    const fifth = page.slice(page.indexOf(`data-contribution="${ids[4]}"`))
    expect(/name="theme" value="([^"]*)"|value="([^"]*)"[^>]*name="theme"/.exec(fifth)?.[0]).toContain(waiting)
    await place(mika, waiting, ids.slice(4, 5))
    expect(await (await mika.get(THEMES)).text()).not.toContain(`data-contribution="${ids[4]}"`)
    const own = await (await mika.get(`${THEMES}/${waiting}`)).text()
    expect(own).toContain(WAITS[4])
  })

  test('offers a text that says nearly the same, and counts both when they are joined', async () => {
    const { app, mika } = await world()
    const [one = '', other = ''] = await spoken(app, ['Lomake oli aivan liian pitkä.', 'lomake oli aivan liian pitkä'])
    const id = await theme(app, mika, 'Lomakkeet')
    await place(mika, id, [other])
    const page = await (await mika.get(THEMES)).text()
    expect(formOn(page, 'same-words').fields).toMatchObject({ contribution: one, as: other })
    await mika.post(`${THEMES}/same`, { contribution: one, as: other })
    const codings = await app.deps.themes.codings(CAT_AND_VET.id)
    expect(codings.map((coding) => coding.contribution).sort()).toEqual([one, other].sort())
    await mika.post(`${THEMES}/apart`, { contribution: one, theme: id })
    expect(await app.deps.themes.sameWords(CAT_AND_VET.id)).toEqual([])
  })

  test('lets themes be renamed, merged and retired, and refuses what somebody has changed meanwhile', async () => {
    const { app, mika, ids } = await world()
    const one = await theme(app, mika, 'Odotus')
    const other = await theme(app, mika, 'Jonot')
    await place(mika, one, ids.slice(0, 2))
    await mika.post(`${THEMES}/${one}`, { do: 'rename', rev: '0', fi: 'Odottaminen', sv: 'Väntan' })
    expect((await app.deps.themes.theme(one))?.name).toEqual({ fi: 'Odottaminen', sv: 'Väntan' })
    const late = await mika.post(`${THEMES}/${one}`, { do: 'rename', rev: '0', fi: 'Myöhässä' })
    expect(late.headers.get('location')).toContain('note=changed')
    const nameless = await mika.post(`${THEMES}/${one}`, { do: 'rename', rev: '1' })
    expect(nameless.status).toBe(422)
    expect(await nameless.text()).toContain('govuk-error-summary')
    await mika.post(`${THEMES}/${one}`, { do: 'merge', rev: '1', into: other })
    expect((await app.deps.themes.codings(CAT_AND_VET.id)).map((coding) => coding.theme)).toEqual([other, other])
    await mika.post(`${THEMES}/${other}`, { do: 'retire', rev: '0' })
    const page = await (await mika.get(THEMES)).text()
    expect(page).toContain(`data-contribution="${ids[0]}"`)
  })

  test('takes only what others may read, and only into open themes of the journey', async () => {
    const { app, mika } = await world()
    const [waiting = ''] = await spoken(app, ['Odottaa vielä lukijaa'], { state: 'pending' })
    const id = await theme(app, mika, 'Odottaminen')
    await place(mika, id, [waiting])
    await place(mika, 'no-theme', [waiting])
    expect(await app.deps.themes.codings(CAT_AND_VET.id)).toEqual([])
    expect(await (await mika.get(THEMES)).text()).not.toContain('Odottaa vielä lukijaa')
  })

  test('is read by a designer and kept by nobody but those who decide on words', async () => {
    const { app } = await world()
    const sari = await signedIn(app, 'designer')
    const page = await sari.get(THEMES)
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('data-form="make-theme"')
    expect((await sari.post(THEMES, { fi: 'Oma' })).status).toBe(403)
  })
})

describe('the synthesis', () => {
  async function placed(drafting?: Drafting) {
    const made = await world(drafting)
    const waiting = await theme(made.app, made.mika, 'Odottaminen')
    const forms = await theme(made.app, made.mika, 'Lomakkeet')
    await place(made.mika, waiting, made.ids.slice(0, 6))
    await place(made.mika, forms, made.ids.slice(6, 8))
    return { ...made, waiting, forms }
  }

  test('has only numbers that can be counted, ids that exist and quotes letter by letter', async () => {
    const { app, mika, waiting } = await placed()
    const page = await (await mika.get(SYNTHESIS)).text()
    const texts = new Map((await app.deps.themes.texts(CAT_AND_VET.id)).map((said) => [said.id, said]))
    const claims = page.split('data-claim="').slice(1)
    expect(claims.length).toBeGreaterThan(0)
    for (const claim of claims) {
      const sources = [...claim.matchAll(/data-source="([^"]*)"/g)].map(([, id = '']) => id)
      const people = new Set(sources.map((id) => texts.get(id)?.walk))
      expect(Number(/data-people="(\d+)"/.exec(claim)?.[1])).toBe(people.size)
      expect(people.has(undefined)).toBe(false)
    }
    const quotes = [...page.matchAll(/data-quote="([^"]*)">([^<]*)</g)]
    expect(quotes).toHaveLength(3)
    for (const [, id = '', words] of quotes) expect(words).toBe(texts.get(id)?.text)
    expect(page).toContain(`data-claim="${waiting}/people" data-people="6"`)
  })

  test('names a theme of fewer than five people and tells nothing of it', async () => {
    const { mika, forms } = await placed()
    const page = await (await mika.get(SYNTHESIS)).text()
    expect(page).not.toContain(`data-theme="${forms}"`)
    expect(page).toContain('Lomakkeet')
    expect(page).not.toContain(FORMS[0])
  })

  test('stands as it was signed by a named person, and is marked stale when somebody says more', async () => {
    const { app, mika } = await placed()
    expect(await readSynthesis(app.deps, CAT_AND_VET.id)).toBeUndefined()
    expect((await sign(mika, ' ')).status).toBe(422)
    expect((await sign(mika)).status).toBe(303)
    const signed = await readSynthesis(app.deps, CAT_AND_VET.id)
    expect(signed?.signature).toEqual({ name: 'Mika Ministeri', at: app.clock.now, isStale: false })
    expect(await (await mika.get(`${SYNTHESIS}?signed=1`)).text()).not.toContain('data-stale')
    await spoken(app, ['Lisää sanottavaa'])
    expect((await readSynthesis(app.deps, CAT_AND_VET.id))?.signature?.isStale).toBe(true)
    expect(await (await mika.get(`${SYNTHESIS}?signed=1`)).text()).toContain('data-stale="yes"')
  })

  test('is not signed over what has changed since it was read', async () => {
    const { app, mika } = await placed()
    const { fields } = formOn(await (await mika.get(SYNTHESIS)).text(), 'sign-synthesis')
    await spoken(app, ['Ehti väliin'])
    expect((await mika.post(SYNTHESIS, { ...fields, name: 'Mika' })).status).toBe(422)
    expect(await app.deps.themes.signed(CAT_AND_VET.id)).toBeUndefined()
  })

  test('loses a quote that its writer takes back, keeps no words of theirs, and says that a quote has gone', async () => {
    const { app, mika } = await placed()
    await sign(mika)
    const before = await readSynthesis(app.deps, CAT_AND_VET.id)
    const quote = before?.themes[0]?.quotes[0]
    const said = quote && (await app.deps.review.contribution(quote.contribution))
    if (!said) throw new Error('nothing is quoted')
    expect(JSON.stringify(await app.deps.themes.signed(CAT_AND_VET.id))).not.toContain(said.text)
    await app.deps.walks.erase({ walk: said.walk, at: app.clock.now })
    const after = await readSynthesis(app.deps, CAT_AND_VET.id)
    expect(JSON.stringify(after)).not.toContain(said.text)
    expect(after?.leftOut.goneQuotes).toBe(1)
  })

  test('asks no model and shows no such form unless the settings name one', async () => {
    const { mika } = await placed()
    expect(await (await mika.get(SYNTHESIS)).text()).not.toContain('draft-synthesis')
    expect((await mika.post(`${SYNTHESIS}/draft`, {})).status).toBe(303)
    const audit = await app?.deps.accounts.audit({ limit: 100, before: undefined })
    expect(audit?.some(({ what }) => what === 'synthesis:send')).toBe(false)
  })
})
