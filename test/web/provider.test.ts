import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROLES } from '#src/account/roles.ts'
import { contentHash } from '#src/journey/version.ts'
import { ANSWERED, DESK, deskOf, onDesk, open, read, send, takes } from '../review/answers.ts'
import { CAT_AND_VET, CHANGED_MILK } from '../review/cat-and-vet.ts'
import { figuresOn, formOn, signedIn } from '../review/staff.ts'
import { JOURNEY, times, walked } from '../review/walked.ts'
import { START, type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { citizen } from '../support/citizen.ts'

let app: TestApp
let register: Browser
let vet: Browser
beforeEach(async () => {
  app = await testApp({ definitions: [CAT_AND_VET] })
  register = await deskOf(app, 'cat_register')
  vet = await deskOf(app, 'vet')
})
afterEach(() => app.close())

const stepsOn = (page: string) => [...page.matchAll(/data-desk-step="([^"]*)"/g)].map(([, step]) => step)
const confirm = (browser: Browser, step: string, fields: Record<string, string>) =>
  browser.post(`${DESK}/steps/${step}/confirm`, { version: '1', ...fields })
/** What a walker reads at the step of the milk. */
async function atMilk(): Promise<string> {
  const aino = citizen(app.visitor())
  await aino.start(JOURNEY)
  await aino.forward()
  while (aino.page.step !== 'home/milk') await aino.forward()
  return aino.page.text
}

describe('the desk', () => {
  test('holds a provider’s own steps in order, and the hand-overs from or to it', async () => {
    expect(stepsOn(await read(register, DESK))).toEqual(['home/tell-the-register', 'home/milk', 'home/vaccine'])
    expect(stepsOn(await read(vet, DESK))).toEqual(['home/vaccine'])
    expect(await read(vet, '/fi/provider')).toContain('Eläinlääkäri, yksi askel')
  })

  test('tells a step in the very words a walker reads', async () => {
    const page = await read(register, DESK)
    for (const words of ['Kysyt', 'Päätät', 'Meidän ideamme', 'Suostumus']) expect(page).toContain(words)
    expect(await read(register, DESK.replace('/fi/', '/sv/'))).toContain('Du bestämmer')
  })

  test('shows approved words and nothing that waits or is hidden', async () => {
    const said = (text: string, state: 'visible' | 'pending' | 'hidden') =>
      walked(app.deps, { said: [{ step: 'home/milk', prompt: 'open', kind: 'open', text, state }] })
    await said('Maito on hyvää', 'visible')
    await said('Odottava sana', 'pending')
    await said('Piilotettu sana', 'hidden')
    const page = await read(register, DESK)
    expect(page).toContain('Maito on hyvää')
    expect(page).not.toContain('Odottava sana')
    expect(page).not.toContain('Piilotettu sana')
    expect(await read(vet, DESK)).not.toContain('Maito on hyvää')
  })

  test('at another’s step a provider hears only what is said of its own hand-over', async () => {
    const said = (text: string, share: string | undefined) =>
      walked(app.deps, {
        said: [
          {
            step: 'home/vaccine',
            prompt: 'share.vaccine-to-register',
            kind: 'data-sharing',
            option: 'yes',
            text,
            state: 'visible',
            share,
          },
        ],
      })
    await said('Rokotuksen saa kertoa', 'vaccine-to-register')
    await said('Lääkäri oli ystävällinen', undefined)
    const page = await read(register, DESK)
    expect(page).toContain('Rokotuksen saa kertoa')
    expect(page).not.toContain('Lääkäri oli ystävällinen')
    expect(page).not.toContain('data-figure="1/home/vaccine/reached"')
    expect(await read(vet, DESK)).toContain('Lääkäri oli ystävällinen')
  })

  test('its figures are withheld below five, as everywhere', async () => {
    await times(4, () => walked(app.deps, { opened: [{ step: 'home/milk' }] }))
    await times(6, () => walked(app.deps, { opened: [{ step: 'home/tell-the-register' }] }))
    const figures = figuresOn(await read(register, DESK))
    expect(figures.has('1/home/milk/reached')).toBe(true)
    expect(figures.get('1/home/milk/reached')).toBeUndefined()
    expect(figures.get('1/home/tell-the-register/reached')).toBe('6')
  })

  test('reading approved words leaves a mark in the log', async () => {
    await walked(app.deps, {
      said: [{ step: 'home/milk', prompt: 'open', kind: 'open', text: 'Maito', state: 'visible' }],
    })
    await read(register, DESK)
    const [last] = await app.deps.accounts.audit({ limit: 1, before: undefined })
    expect(last).toMatchObject({ what: 'read-words', about: 'cat-moves-house cat_register' })
  })
})

describe('confirming', () => {
  test('a condition that begins with "if" does not say it twice in public', async () => {
    await confirm(register, 'home/milk', { verdict: 'confirmed', condition: 'Jos saamme tiedon rekisteristä.' })
    expect(await atMilk()).toContain('voimme, jos saamme tiedon rekisteristä.')
  })

  test('a provider is not asked whether the proposal is our idea', async () => {
    const form = (page: string) => /data-form="confirm-step"[\s\S]*?<\/form>/.exec(page)?.[0]
    expect(form(await read(register, DESK))).toContain('Vasta idea')
    expect(form(await read(register, DESK))).not.toContain('Meidän ideamme')
    await confirm(register, 'home/milk', { verdict: 'confirmed', feasibility: 'idea' })
    expect(await read(register, DESK)).toContain('Toteutettavuus: Vasta idea.')
  })

  test('a correction stands on the studio’s page of the journey, with the way to its step', async () => {
    const designer = await signedIn(app, 'designer')
    const studio = `/fi/studio/journeys/${JOURNEY}`
    expect(await read(designer, studio)).not.toContain('data-correction')
    await confirm(register, 'home/milk', { verdict: 'corrected', text: 'Maito tulee itsestään' })
    const page = await read(designer, studio)
    expect(page).toMatch(/data-correction="home\/milk"[^>]*>.*Kissarekisteri.*Maito tulee itsestään/)
    const [, step = ''] = /data-correction="home\/milk"[^>]*><a class="govuk-link" href="([^"]*)"/.exec(page) ?? []
    expect((await designer.get(step)).status).toBe(200)
  })

  test('a walker reads that nobody has confirmed, then who did and when, and how feasible it is', async () => {
    expect(await atMilk()).toContain('Palveluntuottaja ei ole vielä vahvistanut tätä kuvausta.')
    const response = await confirm(register, 'home/milk', {
      verdict: 'confirmed',
      feasibility: 'needs_law',
      condition: 'laki sallii maidon',
    })
    expect(response.status).toBe(303)
    const page = await atMilk()
    expect(page).toContain('Kissarekisteri vahvisti tämän kuvauksen <time')
    expect(page).toContain('<time datetime="2026-03-10">')
    expect(page).toContain('Kissarekisteri: voimme, jos laki sallii maidon')
    expect(page).toContain('Vaatii lakimuutoksen')
    expect(page).not.toContain('ei ole vielä vahvistanut')
  })

  test('a correction is shown to designers, and walkers read that the description is not confirmed', async () => {
    await confirm(register, 'home/milk', { verdict: 'corrected', text: 'Maito tuodaan <b>kahdesti</b>' })
    const sari = await signedIn(app, 'designer')
    const page = await read(sari, `/fi/review/journeys/${JOURNEY}/steps/home/milk`)
    expect(page).toContain('data-verdict="corrected"')
    expect(page).toContain('Maito tuodaan &lt;b&gt;kahdesti&lt;/b&gt;')
    const step = await atMilk()
    expect(step).toContain('ehdotti kuvaukseen korjausta')
    expect(step).toContain('ei ole vielä vahvistanut')
    expect(step).not.toContain('kahdesti')
  })

  test('the newest counts, and a correction needs its words', async () => {
    expect((await confirm(register, 'home/milk', { verdict: 'corrected', text: ' ' })).status).toBe(422)
    await confirm(register, 'home/milk', { verdict: 'corrected', text: 'Toisin' })
    await confirm(register, 'home/milk', { verdict: 'confirmed' })
    expect(await atMilk()).toContain('vahvisti tämän kuvauksen')
    const all = await app.deps.accounts.audit({ limit: 9, before: undefined })
    expect(all.filter(({ what }) => what.startsWith('step:')).map(({ what }) => what)).toEqual([
      'step:confirmed',
      'step:corrected',
    ])
    expect(JSON.stringify(all)).not.toContain('Toisin')
  })

  test('what was typed stays in the form that needs another look', async () => {
    const response = await confirm(register, 'home/milk', { text: 'Kirjoitettu työ', condition: 'x'.repeat(501) })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('Kirjoitettu työ')
    expect(page).toContain('href="#verdict-home-milk"')
    expect(page).toContain('href="#condition-home-milk"')
  })

  test('a confirmation of an earlier version holds for a step that reads the same, and not for one that changed', async () => {
    await confirm(register, 'home/milk', { verdict: 'confirmed', feasibility: 'exists' })
    await confirm(register, 'home/tell-the-register', { verdict: 'confirmed' })
    await app.deps.versions.add({
      journey: JOURNEY,
      hash: contentHash(CHANGED_MILK),
      definition: CHANGED_MILK,
      personas: [],
      author: 'a test',
      note: undefined,
      publishedAt: START,
      changes: [],
    })
    app.clock.now += 2000
    const page = await atMilk()
    expect(page).toContain('vahvisti version 1 kuvauksen <time')
    expect(page).toContain('Meidän ideamme')
    const desk = await read(register, DESK)
    expect(desk.match(/Vahvistuksenne koskee versiota 1/g)).toHaveLength(1)
  })

  test('no provider confirms another’s step, an unknown step or an unknown version', async () => {
    const status = async (browser: Browser, step: string, fields = {}) =>
      (await confirm(browser, step, { verdict: 'confirmed', ...fields })).status
    expect(await status(vet, 'home/milk')).toBe(403)
    expect(await status(register, 'home/vaccine')).toBe(303)
    expect(await status(register, 'home/no-such')).toBe(404)
    expect(await status(register, 'home/milk', { version: '9' })).toBe(404)
  })

  test('what a provider writes is stored without personal data and shown without markup', async () => {
    await confirm(register, 'home/milk', { verdict: 'confirmed', condition: '<script>alert(1)</script> 131052-308T' })
    const page = await atMilk()
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; [hetu]')
    expect(page).not.toContain('<script>alert')
  })
})

describe('the share of an answer', () => {
  let mika: Browser
  beforeEach(async () => {
    mika = await signedIn(app, 'reviewer')
  })

  test('is taken, written, marked ready by the provider and published by the ministry', async () => {
    const path = await open(mika, ['cat_register'])
    const own = onDesk(path)
    expect(await read(register, DESK)).toContain(`href="${own}"`)
    expect((await takes(register, own)).headers.get('location')).toContain('note=accepted')
    await send(register, own, 'save-response', { ...ANSWERED, go: 'draft' })
    expect(await read(mika, path)).toContain('ei ole vielä merkinnyt vastausta valmiiksi')
    expect((await mika.post(`${path}/publish`, { rev: '2' })).headers.get('location')).toContain('note=missing')
    await send(register, own, 'save-response', { ...ANSWERED, go: 'ready' })
    await send(mika, path, 'publish')
    expect(await read(app, `/fi/journeys/${JOURNEY}/answers`)).toContain('Vähennämme maitoa')
  })

  test('is taken with what was written before it was taken', async () => {
    const own = onDesk(await open(mika, ['cat_register']))
    const taken = await takes(register, own, { ...ANSWERED, state: 'under-review' })
    expect(taken.headers.get('location')).toContain('note=accepted')
    expect(await read(register, own)).toContain(`${ANSWERED['reason-fi']}</textarea>`)
    const [response] = await app.deps.responses.ofJourney(JOURNEY)
    expect(response).toMatchObject({ reason: { fi: ANSWERED['reason-fi'] }, decidedOn: undefined })
    expect(response?.acceptedOn).toBeDefined()
  })

  test('is not taken while what was written cannot be kept', async () => {
    const own = onDesk(await open(mika, ['cat_register']))
    const refused = await takes(register, own, { state: 'under-review', evidence: 'javascript:alert(1)' })
    expect(refused.status).toBe(422)
    expect((await app.deps.responses.ofJourney(JOURNEY))[0]?.acceptedOn).toBeUndefined()
  })

  test('is published by the provider itself, but only once it is its own', async () => {
    const own = onDesk(await open(mika, ['cat_register']))
    const early = await send(register, own, 'save-response', ANSWERED)
    expect(early.status).toBe(422)
    await takes(register, own)
    await send(register, own, 'save-response', ANSWERED)
    await send(register, own, 'publish')
    expect(await read(app, `/fi/journeys/${JOURNEY}/answers`)).toContain('Kissarekisteri: Toteutetaan')
  })

  test('is read and written by no other provider', async () => {
    const own = onDesk(await open(mika, ['cat_register']))
    expect((await vet.get(own)).status).toBe(404)
    for (const part of ['', '/accept', '/publish'])
      expect([part, (await vet.post(own + part, { rev: '0', ...ANSWERED })).status]).toEqual([part, 404])
  })

  test('is decided by nobody else: the ministry writes no decision into it', async () => {
    const path = await open(mika, ['cat_register'])
    await mika.post(path, { rev: '0', ...ANSWERED, 'due-day': '1', 'due-month': '5', 'due-year': '2026' })
    const [response] = await app.deps.responses.ofJourney(JOURNEY)
    expect(response).toMatchObject({
      state: 'received',
      reason: {},
      dueOn: '2026-05-01',
      said: { fi: 'Maitoa annetaan liikaa' },
    })
  })

  test('is not promised unseen: a share that changed since it was read is not taken', async () => {
    const path = await open(mika, ['cat_register'])
    const page = await read(register, onDesk(path))
    await send(mika, path, 'save-response', { 'said-fi': 'Aivan muuta' })
    const { fields } = formOn(page, 'save-response')
    expect(page).toContain(`formaction="${onDesk(path)}/accept"`)
    const late = await register.post(`${onDesk(path)}/accept`, { rev: fields.rev ?? '' })
    expect(late.headers.get('location')).toContain('note=changed')
    const written = await register.post(`${onDesk(path)}/accept`, { ...fields, 'reason-fi': 'Ehdin kirjoittaa' })
    expect(written.status).toBe(409)
    expect(await written.text()).toContain('Ehdin kirjoittaa</textarea>')
    expect((await app.deps.responses.ofJourney(JOURNEY))[0]?.acceptedOn).toBeUndefined()
  })

  test('shows the provider approved words alone', async () => {
    const { ids } = await walked(app.deps, {
      said: [
        { step: 'home/milk', prompt: 'open', kind: 'open', text: 'Näkyvä sana', state: 'visible' },
        { step: 'home/milk', prompt: 'works', kind: 'rating', option: 'no', text: 'Odottava sana', state: 'pending' },
      ],
    })
    const path = await open(mika, ['cat_register'], ids)
    const page = await read(register, onDesk(path))
    expect(page).toContain('Näkyvä sana')
    expect(page).not.toContain('Odottava sana')
    expect(page).toContain('Lisäksi yksi teksti, jota ei näytetä.')
    expect(await read(mika, path)).toContain('Odottava sana')
  })
})

describe('who may', () => {
  test('the desk is the provider’s; the administrator looks and writes nothing', async () => {
    for (const role of ROLES) {
      const browser = await signedIn(
        app,
        role,
        role === 'provider' ? { journey: JOURNEY, provider: 'cat_register' } : {},
      )
      const path = role === 'admin' ? `${DESK}?provider=cat_register` : DESK
      const looks = role === 'provider' || role === 'admin'
      expect([role, (await browser.get(path)).status]).toEqual([role, looks ? 200 : 403])
      const writes = await confirm(browser, 'home/milk', { verdict: 'confirmed' })
      expect([role, writes.status]).toEqual([role, role === 'provider' ? 303 : 403])
    }
    const admin = await signedIn(app, 'admin')
    expect(await read(admin, `${DESK}?provider=cat_register`)).not.toContain('data-form="confirm-step"')
    expect((await admin.get(DESK)).status).toBe(404)
    const mika = await signedIn(app, 'reviewer')
    const own = onDesk(await open(mika, ['cat_register']))
    expect((await admin.get(`${own}?provider=cat_register`)).status).toBe(200)
    for (const part of ['', '/accept', '/publish'])
      expect((await admin.post(own + part, { rev: '0' })).status).toBe(403)
  })

  test('a provider reads no figures of others, decides on no words and sees no register', async () => {
    const { ids } = await walked(app.deps, {
      said: [{ step: 'home/milk', prompt: 'open', kind: 'open', text: 'Sana' }],
    })
    for (const path of [
      '/fi/review',
      '/fi/review/queue',
      `/fi/review/journeys/${JOURNEY}`,
      `/fi/review/journeys/${JOURNEY}/answers`,
      '/fi/studio',
      '/fi/audit',
    ])
      expect([path, (await register.get(path)).status]).toEqual([path, 403])
    expect((await register.post(`/fi/review/words/${ids[0]}/approve`, { seen: 'x' })).status).toBe(403)
  })

  test('a provider bound to no journey, to another one or to no provider has no desk here', async () => {
    const elsewhere = await signedIn(app, 'provider', { journey: 'moving-home', provider: 'cat_register' })
    expect((await elsewhere.get(DESK)).status).toBe(403)
    const nobody = await signedIn(app, 'provider')
    expect((await nobody.get(DESK)).status).toBe(403)
    const strange = await signedIn(app, 'provider', { journey: JOURNEY, provider: 'dog_register' })
    expect((await strange.get(DESK)).status).toBe(403)
    expect((await app.get(DESK)).status).toBe(403)
  })
})
