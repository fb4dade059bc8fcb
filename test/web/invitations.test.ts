import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import { formOn, linkFor, signedIn } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { readPage } from '../support/page.ts'
import { wordsMissing } from '../support/words-missing.ts'

const CAT = 'cat-moves-house'
const DOG = 'dog-moves-house'
const PAGE = '/fi/staff'
const DAY = 24 * 60 * 60 * 1000
const MOVING_HOUSE_DOG = Definition.parse({
  ...MOVING_HOUSE_CAT,
  id: DOG,
  title: { fi: 'Koira', sv: 'Hund', en: 'Dog' },
})

let app: TestApp
let admin: Browser
beforeEach(async () => {
  app = await testApp({ definitions: [MOVING_HOUSE_CAT, MOVING_HOUSE_DOG] })
  admin = await signedIn(app, 'admin')
})
afterEach(() => app.close())

const text = async (browser: Browser, path = PAGE) => (await browser.get(path)).text()
const linkOn = (page: string) => /data-sign-in-address>([^<]*)</.exec(page)?.[1] ?? ''
const pathOf = (address: string) => new URL(address).pathname
const marks = (page: string, mark: string) =>
  [...page.matchAll(new RegExp(`data-${mark}="([^"]*)"`, 'g'))].map(([, it]) => it)
const auditOf = async () => app.deps.accounts.audit({ limit: 100, before: undefined })
const chosenOn = (page: string) =>
  [...page.matchAll(/<input[^>]*name="(\w+)"[^>]*value="([^"]*)" checked/g)].map(
    ([, name, value]) => `${name}=${value}`,
  )

/** Sends the form of inviting as the page has it. */
async function make(browser: Browser, fields: Record<string, string>): Promise<string> {
  const response = await browser.post(PAGE, { ...formOn(await text(browser), 'invite').fields, ...fields })
  expect(response.status).toBe(200)
  return response.text()
}

describe('an invitation made on the page', () => {
  test('shows its address once, says for how long it is good, and leads in', async () => {
    const page = await make(admin, { role: 'reviewer', journey: CAT })
    const address = linkOn(page)
    expect(address).toMatch(/^http:\/\/localhost:3000\/sign-in\/[\w-]{43}$/)
    expect(page).toContain('17.3.2026')
    expect(await text(admin)).not.toContain(address.slice(-43))

    const guest = app.visitor()
    expect(await text(guest, pathOf(address))).toContain('Kissa muuttaa')
    expect((await guest.post(pathOf(address))).headers.get('location')).toBe('/fi/review')
    expect((await guest.get(`/fi/review/journeys/${CAT}`)).status).toBe(200)
    expect((await guest.get(`/fi/review/journeys/${DOG}`)).status).toBe(403)
  })

  test('stands nowhere but in that one answer: no copy is kept, and neither storage nor log has the link', async () => {
    const response = await admin.post(PAGE, { role: 'designer', journey: '*' })
    expect(response.headers.get('cache-control')).toBe('no-store')
    const token = linkOn(await response.text()).slice(-43)
    const [entry] = await auditOf()
    expect(entry).toMatchObject({ what: 'invite', about: expect.stringMatching(/^designer-\w{6}$/) })
    expect(JSON.stringify(await app.deps.accounts.openInvitations(app.clock.now))).not.toContain(token)
    expect(JSON.stringify(await auditOf())).not.toContain(token)
    expect(app.logged.join()).not.toContain(token)
  })

  test('is listed with role, journey, when, by whom and until when, and never with its token', async () => {
    const made = await make(admin, { role: 'designer', journey: DOG })
    const page = await text(admin)
    const row = page.slice(page.indexOf('data-invitation="designer-'), page.indexOf('id="sessions"'))
    for (const said of ['suunnittelija', 'Koira', '10.3.2026', '17.3.2026', 'admin-']) expect(row).toContain(said)
    expect(page).not.toContain(linkOn(made).slice(-43))
  })

  test('asks which provider, of that journey alone, and keeps what was chosen', async () => {
    const asked = await make(admin, { role: 'provider', journey: CAT })
    expect(linkOn(asked)).toBe('')
    expect(asked).not.toContain('govuk-error-summary')
    expect(chosenOn(asked)).toEqual(['role=provider', `journey=${CAT}`])
    const { fields, action } = formOn(asked, 'invite')
    // The question came after the button: whoever pressed it is led to it.
    expect([action, asked.includes('id="provider"')]).toEqual([`${PAGE}#provider`, true])
    const without = await admin.post(PAGE, { asked: fields.asked ?? '', role: 'provider', journey: CAT })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('href="#provider"')

    const page = await make(admin, { role: 'provider', journey: CAT, asked: 'provider', provider: 'cat_register' })
    expect(page).toContain('rooliin palveluntuottaja (Kissarekisteri).')
    const guest = app.visitor()
    await guest.post(pathOf(linkOn(page)))
    expect((await guest.get(`/fi/provider/journeys/${CAT}`)).status).toBe(200)
  })

  test('that lacks something says what, leads there, and keeps the rest', async () => {
    for (const [fields, lacks] of [
      [{ journey: DOG }, ['role']],
      [{ role: 'reviewer' }, ['journey']],
      [{}, ['role', 'journey']],
      [{ role: 'king', journey: 'nowhere' }, ['role', 'journey']],
      [{ role: 'provider', journey: '*' }, ['journey']],
    ] as const) {
      const response = await admin.post(PAGE, fields)
      expect(response.status).toBe(422)
      const page = await response.text()
      const led = [...page.matchAll(/<a href="#(\w+)"/g)].map(([, field]) => field)
      expect(led).toEqual(expect.arrayContaining([...lacks]))
      expect(page).toContain('<title>Virhe')
      const kept = Object.entries(fields).filter(([, value]) => !['king', 'nowhere'].includes(value))
      expect(chosenOn(page)).toEqual(kept.map(([name, value]) => `${name}=${value}`))
    }
    expect(await app.deps.accounts.openInvitations(app.clock.now)).toEqual([])
  })

  test.each(['fi', 'sv', 'en'])('has all its words in %s', async (language) => {
    const browser = await signedIn(app, 'admin')
    for (const fields of [{}, { role: 'provider', journey: CAT }, { role: 'designer', journey: '*' }]) {
      const page = readPage(await (await browser.post(`/${language}/staff`, fields)).text())
      expect(wordsMissing(page)).toEqual([])
    }
  })
})

describe('a link of an invitation', () => {
  test('has 256 random bits, is stored only as a keyed hash, and no neighbour of it opens anything', async () => {
    const address = linkOn(await make(admin, { role: 'admin', journey: '*' }))
    const token = address.slice(-43)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const [invitation] = await app.deps.accounts.openInvitations(app.clock.now)
    expect(invitation?.tokenHash).toBe(app.deps.secrets.tokenHash(token))
    // What the list of invitations shows to other staff must not sign anybody in.
    for (const guess of [
      invitation?.tokenHash ?? '',
      token.slice(0, 42),
      `${token}A`,
      token.toUpperCase(),
      flipped(token),
    ]) {
      for (const response of [await app.get(`/sign-in/${guess}`), await app.post(`/sign-in/${guess}`)]) {
        expect(response.status).toBe(404)
        expect(await response.text()).not.toContain('data-form="sign-in"')
      }
    }
    expect(app.cookies.size).toBe(0)
  })

  test('is not used up by looking, and a second who presses is refused kindly', async () => {
    const path = pathOf(linkOn(await make(admin, { role: 'facilitator', journey: CAT })))
    for (let i = 0; i < 3; i++) expect((await app.visitor().get(path)).status).toBe(200)
    expect((await app.visitor().post(path)).status).toBe(303)
    const second = await app.visitor().post(path)
    expect(second.status).toBe(410)
    expect(await second.text()).toContain('Pyydä uusi siltä, joka kutsui sinut')
    expect(second.headers.getSetCookie()).toEqual([])
  })

  test('lasts a week and not longer, however often it is looked at', async () => {
    const path = pathOf(linkOn(await make(admin, { role: 'reviewer', journey: CAT })))
    for (let day = 0; day < 7; day++) {
      expect((await app.get(path)).status).toBe(200)
      app.clock.now += DAY
    }
    expect((await app.get(path)).status).toBe(410)
    expect((await app.post(path, { days: '9', expiresAt: '9999999999999' })).status).toBe(410)
  })

  test('cannot be stretched to another role, journey or provider by what is sent with it', async () => {
    const path = pathOf(linkOn(await make(admin, { role: 'facilitator', journey: CAT })))
    const guest = app.visitor()
    const more = { role: 'admin', journey: DOG, provider: 'cat_register' }
    expect((await guest.post(`${path}?role=admin`, more)).status).toBe(303)
    expect((await guest.get('/fi/audit')).status).toBe(403)
    expect((await guest.get(`/fi/review/journeys/${DOG}`)).status).toBe(403)
  })
})

describe('taking back', () => {
  const firstId = (page: string, form: string) => formOn(page, form).fields

  test('an invitation ends its link at once, is logged, and can be pressed twice', async () => {
    const path = pathOf(linkOn(await make(admin, { role: 'reviewer', journey: CAT })))
    const fields = firstId(await text(admin), 'cancel-invitation')
    const cancelled = await admin.post(`${PAGE}/cancel`, fields)
    expect(cancelled.headers.get('location')).toBe(`${PAGE}?note=cancelled`)
    expect(marks(await text(admin, `${PAGE}?note=cancelled`), 'invitation')).toEqual([])
    for (const response of [await app.get(path), await app.post(path)]) {
      expect(response.status).toBe(410)
      expect(await response.text()).toContain('Kutsu on peruttu')
    }
    expect((await auditOf())[0]).toMatchObject({ what: 'invite:cancel', about: expect.stringContaining(CAT) })
    const again = await admin.post(`${PAGE}/cancel`, fields)
    expect(again.headers.get('location')).toBe(`${PAGE}?note=late`)
    expect((await auditOf()).filter(({ what }) => what === 'invite:cancel')).toHaveLength(1)
  })

  test('an invitation that was used says so, and ends no session', async () => {
    const link = await linkFor(app, 'reviewer', { journey: CAT })
    const fields = firstId(await text(admin), 'cancel-invitation')
    const guest = app.visitor()
    await guest.post(link)
    expect((await admin.post(`${PAGE}/cancel`, fields)).headers.get('location')).toBe(`${PAGE}?note=late`)
    expect((await guest.get('/fi/review')).status).toBe(200)
  })

  test('a session ends it at once wherever it is, and is logged', async () => {
    app.clock.now += 1000
    const guest = await signedIn(app, 'designer', { journey: CAT })
    const page = await text(admin)
    expect(marks(page, 'session')).toEqual([expect.stringMatching(/^designer-/), expect.stringMatching(/^admin-/)])
    const ended = await admin.post(`${PAGE}/end`, firstId(page, 'end-session'))
    expect(ended.headers.get('location')).toBe(`${PAGE}?note=ended`)
    expect((await guest.get('/fi/studio')).status).toBe(403)
    expect((await auditOf())[0]).toMatchObject({ what: 'session:end', about: expect.stringMatching(/^designer-/) })
    const again = await admin.post(`${PAGE}/end`, firstId(page, 'end-session'))
    expect(again.headers.get('location')).toBe(`${PAGE}?note=gone`)
  })

  test('shows only sessions that still open something, and no way to end one’s own', async () => {
    await signedIn(app, 'reviewer')
    app.clock.now += 20 * 60_000
    await text(admin)
    app.clock.now += 11 * 60_000
    const page = await text(admin)
    expect(marks(page, 'session')).toEqual([expect.stringMatching(/^admin-/)])
    expect(page).not.toContain('data-form="end-session"')
    const own = app.deps.secrets.tokenHash(admin.cookies.get('polku-staff') ?? '')
    expect((await admin.post(`${PAGE}/end`, { id: own })).status).toBe(403)
  })

  test('what is shown of a session does not let anyone into it', async () => {
    await signedIn(app, 'admin')
    const { id } = firstId(await text(admin), 'end-session')
    const thief = await app.send('/fi/audit', { headers: { cookie: `polku-staff=${id}` } })
    expect(thief.status).toBe(403)
  })
})

describe('within one journey', () => {
  test('a designer invites other designers of it and nobody else', async () => {
    const designer = await signedIn(app, 'designer', { journey: CAT })
    const page = await text(designer)
    expect([...page.matchAll(/name="role"[^>]*value="(\w+)"/g)].map(([, role]) => role)).toEqual(['designer'])
    expect([...page.matchAll(/name="journey"[^>]*value="([^"]+)"/g)].map(([, id]) => id)).toEqual([CAT])
    expect(linkOn(await make(designer, { role: 'designer', journey: CAT }))).not.toBe('')
    for (const fields of [
      { role: 'designer', journey: DOG },
      { role: 'designer', journey: '*' },
      { role: 'reviewer', journey: CAT },
      { role: 'facilitator', journey: CAT },
      { role: 'admin', journey: CAT },
      { role: 'provider', journey: CAT },
      { role: 'provider', journey: CAT, asked: 'provider', provider: 'cat_register' },
    ])
      expect([fields, (await designer.post(PAGE, fields)).status]).toEqual([fields, 403])
  })

  test('a designer neither sees nor takes back what reaches further', async () => {
    const designer = await signedIn(app, 'designer', { journey: CAT })
    for (const [role, journey] of [
      ['designer', DOG],
      ['reviewer', CAT],
      ['designer', undefined],
    ] as const)
      await linkFor(app, role, journey === undefined ? {} : { journey })
    await signedIn(app, 'reviewer', { journey: CAT })
    const page = await text(designer)
    expect(marks(page, 'invitation')).toEqual([])
    expect(marks(page, 'session')).toEqual([expect.stringMatching(/^designer-/)])
    for (const { tokenHash } of await app.deps.accounts.openInvitations(app.clock.now))
      expect((await designer.post(`${PAGE}/cancel`, { id: tokenHash })).status).toBe(403)
    const others = (await app.deps.accounts.sessionsSince(0)).filter(({ role }) => role !== 'designer')
    expect(others).toHaveLength(2)
    for (const { id } of others) expect((await designer.post(`${PAGE}/end`, { id })).status).toBe(403)
    expect(await app.deps.accounts.openInvitations(app.clock.now)).toHaveLength(3)
  })

  test('the page is linked only for those who may invite', async () => {
    for (const [role, home] of [
      ['designer', 'studio'],
      ['reviewer', 'review'],
      ['admin', 'review'],
      ['facilitator', 'review'],
    ] as const) {
      const browser = await signedIn(app, role)
      const isLinked = (await text(browser, `/fi/${home}`)).includes('href="/fi/staff"')
      expect([role, isLinked, (await browser.get(PAGE)).status]).toEqual([
        role,
        role !== 'facilitator',
        role === 'facilitator' ? 403 : 200,
      ])
    }
  })
})

/** The token with its last but one letter changed: the last one carries bits that are not of the token. */
function flipped(token: string): string {
  return `${token.slice(0, 41)}${token[41] === 'A' ? 'B' : 'A'}${token.slice(42)}`
}
