import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formOn, signedIn } from '../review/staff.ts'
import { JOURNEY } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Citizen, citizen } from '../support/citizen.ts'

const MILK = 'home/milk'
const QUEUE = '/fi/review/queue'
let app: TestApp
let mika: Browser
beforeEach(async () => {
  app = await testApp()
  mika = await signedIn(app, 'reviewer')
})
afterEach(() => app.close())

const walkOf = (walker: Citizen) => walker.walkPath().split('/').at(-1) ?? ''
const read = async (browser: Browser, path: string) => (await browser.get(path)).text()
const state = async (id: string) => (await app.deps.review.contribution(id))?.state
const trail = async () => (await app.deps.accounts.audit({ limit: 50, before: undefined })).map(({ what }) => what)

async function started(): Promise<Citizen> {
  const walker = citizen(app.visitor())
  await walker.start(JOURNEY)
  return walker
}

/** Somebody who has written this at the step of the milk. */
async function writer(text: string): Promise<{ walker: Citizen; id: string; mine: string }> {
  const walker = await started()
  const found = await app.deps.walks.find(walkOf(walker))
  if (!found) throw new Error('no walk')
  const { walk } = found
  const said = { step: MILK, prompt: 'open', kind: 'open', option: undefined, share: undefined, situation: {} } as const
  const id = app.deps.newId()
  const at = app.deps.now()
  const { journey, version } = walk
  const contribution = {
    ...said,
    id,
    walk: walk.id,
    journey,
    version,
    text,
    language: 'fi',
    reason: undefined,
    at,
  } as const
  await app.deps.walks.append({
    ...{ walk: walk.id, rev: walk.rev, key: undefined, events: [], progress: walk.progress, told: {} },
    ...{ contributions: [{ ...contribution, state: 'pending' }], exposures: [], ran: [], outcome: false, at },
  })
  return { walker, id, mine: `${walker.walkPath()}/mine` }
}

async function sent(browser: Browser, page: string, form: string, fields: Record<string, string>) {
  const { action, fields: own } = formOn(page, form)
  return browser.post(action, { ...own, ...fields })
}

describe('words returned to their author', () => {
  test('say what to mend, keep the original one press away, and come back to the queue when they are mended', async () => {
    const { walker, id, mine } = await writer('Virkailija Maija oli hidas')
    const back = { reason: 'Jätä nimi pois', wording: 'Asiointi oli hidasta' }
    const returned = await sent(mika, await read(mika, QUEUE), 'return', back)
    expect(returned.headers.get('location')).toBe(`${QUEUE}?note=returned`)

    const page = await read(walker.browser, mine)
    expect(page).toContain('Palautettu sinulle korjattavaksi. Syy: Jätä nimi pois')
    expect(page).toContain('<blockquote lang="fi">Virkailija Maija oli hidas</blockquote>')
    expect(page).toContain('Asiointi oli hidasta</textarea>')
    const again = await sent(walker.browser, page, 'resend', { text: 'Asiointi oli kovin hidasta' })
    expect(again.headers.get('location')).toBe(`${mine}?note=sent`)
    expect(await state(id)).toBe('pending')

    const queue = await read(mika, QUEUE)
    expect(queue).toContain('Kirjoittaja on muuttanut tekstiä')
    expect(queue).toContain('Virkailija Maija oli hidas')
    await sent(mika, queue, 'approve', {})
    expect((await app.deps.walks.visibleTexts({ journey: JOURNEY, step: MILK })).map(({ text }) => text)).toEqual([
      'Asiointi oli kovin hidasta',
    ])
  })

  test('that are sent again unchanged go nowhere, and a resent identity code is taken out', async () => {
    const { walker, id, mine } = await writer('Vanha')
    await sent(mika, await read(mika, QUEUE), 'return', { reason: 'Selitä' })
    const same = await sent(walker.browser, await read(walker.browser, mine), 'resend', { text: 'Vanha' })
    expect(same.headers.get('location')).toBe(`${mine}?note=same`)
    expect(await state(id)).toBe('hidden')
    await sent(walker.browser, await read(walker.browser, mine), 'resend', { text: 'Tunnus 010594Y9032' })
    expect((await app.deps.review.contribution(id))?.text).toBe('Tunnus [hetu]')
  })

  test('are not returned without saying what to mend', async () => {
    const { id } = await writer('Jotain')
    const response = await sent(mika, await read(mika, QUEUE), 'return', { reason: ' ' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(`href="#mend-${id}"`)
    expect(await state(id)).toBe('pending')
  })
})

describe('hidden words', () => {
  test('need a rule where the form asks for one, and the author reads which', async () => {
    const { walker, id, mine } = await writer('Jotain')
    const without = await sent(mika, await read(mika, QUEUE), 'hide', { reason: 'Nimi', rule: '' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain(`href="#rule-${id}"`)
    await sent(mika, await read(mika, QUEUE), 'hide', { reason: 'Nimi', rule: '1' })
    const page = await read(walker.browser, mine)
    expect(page).toContain('<a class="govuk-link" href="/fi/house-rules">Sääntö 1</a>')
    expect(await read(walker.browser, '/fi/house-rules')).toContain('1. Ketään ei voi tunnistaa')
  })

  test('can be appealed once, to somebody else than who hid them', async () => {
    const { walker, id, mine } = await writer('Jotain')
    await sent(mika, await read(mika, QUEUE), 'hide', { reason: 'Nimi', rule: '1' })
    const asked = await sent(walker.browser, await read(walker.browser, mine), 'appeal', { text: 'Ei siinä ole nimeä' })
    expect(asked.headers.get('location')).toBe(`${mine}?note=appealed`)
    expect(await read(walker.browser, mine)).not.toContain('data-form="appeal"')

    const his = await read(mika, QUEUE)
    expect(his).toContain('Ei siinä ole nimeä')
    expect(his).toContain('Piilotit tekstin itse')
    expect(his).not.toContain('data-form="decide-appeal"')
    const forced = await mika.post(`/fi/review/words/${id}/appeal`, { outcome: 'shown', reason: 'Siksi' })
    expect(forced.status).toBe(403)

    const sari = await signedIn(app, 'admin')
    const bare = await sent(sari, await read(sari, QUEUE), 'decide-appeal', { outcome: 'shown', reason: '' })
    expect(bare.status).toBe(422)
    await sent(sari, await bare.text(), 'decide-appeal', { outcome: 'shown', reason: 'Nimeä ei ole' })
    expect(await state(id)).toBe('visible')
    expect(await read(walker.browser, mine)).toContain('Toinen ihminen on lukenut tekstisi. Se näkyy nyt muille.')
    expect(await trail()).toEqual(expect.arrayContaining(['moderate:hidden', 'appeal', 'appeal:shown']))
  })
})

describe('a participant asks for a look', () => {
  test('the words stay in sight and come to the queue with the rule that was named', async () => {
    const { id } = await writer('Hidas palvelu')
    await sent(mika, await read(mika, QUEUE), 'approve', {})
    const reader = await started()
    const path = `${reader.walkPath()}/words/${id}/flag`
    const page = await read(reader.browser, path)
    expect(page).toContain('Hidas palvelu')
    const done = await reader.browser.post(path, { ...formOn(page, 'flag').fields, rule: '2' })
    expect(await done.text()).toContain('Kiitos. Ihminen lukee tekstin.')
    expect(await state(id)).toBe('visible')

    const queue = await read(mika, QUEUE)
    expect(queue).toContain('1 osallistuja pyysi katsomaan tekstiä. Sääntö 2')
    await sent(mika, queue, 'approve', {})
    expect(await read(mika, QUEUE)).toContain('data-waiting="0"')
    expect((await trail()).filter((what) => what === 'moderate:visible')).toHaveLength(2)
  })

  test('words that wait or are hidden are read by nobody under that address', async () => {
    const { id } = await writer('Vielä lukematta')
    const reader = await started()
    expect(await read(reader.browser, `${reader.walkPath()}/words/${id}/flag`)).not.toContain('Vielä lukematta')
  })
})

describe('whoever may be in need', () => {
  test('is shown help on their own page, is put first for moderators, and is never labelled in public', async () => {
    const { walker, mine } = await writer('En jaksa enää elää')
    expect(await read(walker.browser, mine)).toContain('data-help="distress"')
    const queue = await read(mika, QUEUE)
    expect(queue).toContain('Kirjoittaja voi tarvita apua')
    expect(queue).toContain('href="#text-1"')
    await sent(mika, queue, 'approve', {})
    const reader = await started()
    const [words] = await app.deps.walks.visibleTexts({ journey: JOURNEY, step: MILK })
    expect(await read(reader.browser, `${reader.walkPath()}/words/${words?.id}/flag`)).not.toContain('data-help')
  })

  test('nobody else is shown it', async () => {
    const { walker, mine } = await writer('Isä kuoli')
    expect(await read(walker.browser, mine)).not.toContain('data-help')
    expect(await read(mika, QUEUE)).not.toContain('voi tarvita apua')
  })
})

test('after a decision the keyboard goes on at the next text', async () => {
  await writer('Ensimmäinen')
  await writer('Toinen')
  const first = await read(mika, QUEUE)
  expect(first).not.toContain('autofocus')
  const response = await sent(mika, first, 'approve', {})
  const next = await read(mika, response.headers.get('location') ?? '')
  expect(next).toMatch(/<h2 [^>]*id="text-1" tabindex="-1" autofocus>/)
})
