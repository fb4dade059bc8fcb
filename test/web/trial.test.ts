import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { may, ROLES } from '#src/account/roles.ts'
import { Definition } from '#src/journey/definition.ts'
import { FILE } from '#src/storage/sqlite/open.ts'
import { openExample } from '#src/trial/example-trial.ts'
import { fieldsOf } from '#src/trial/plan-form.ts'
import type { Trial, TrialPlan } from '#src/trial/trial.ts'
import { figuresOn, formOn, linkFor, signedIn } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { citizen } from '../support/citizen.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { readPage, visible } from '../support/page.ts'
import { SHIPPED, shippedApp } from '../support/shipped.ts'
import { trialOf as aTrial, WHOLE } from '../trial/plans.ts'

const CAT = 'cat-moves-house'
const LIST = '/fi/studio/trials'
const DAY = 24 * 60 * 60 * 1000

let app: TestApp
let designer: Browser
beforeEach(async () => {
  app = await testApp()
  designer = await signedIn(app, 'designer')
})
afterEach(() => app.close())

async function text(browser: Browser, path: string, status = 200): Promise<string> {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, status])
  return response.text()
}

async function begin(journey = CAT): Promise<string> {
  const response = await designer.post(LIST, { journey })
  return response.headers.get('location')?.replace(/\?.*/, '') ?? ''
}

async function save(path: string, plan: Partial<TrialPlan> = {}, more: Record<string, string> = {}): Promise<Response> {
  const { fields } = formOn(await text(designer, path), 'plan')
  return designer.post(path, { rev: fields.rev ?? '', ...fieldsOf({ ...WHOLE, ...plan }), ...more })
}

async function move(path: string, event: string, browser = designer): Promise<Response> {
  const page = await text(browser, path)
  const rev =
    /data-event="\w[\w-]*">.*?name="rev" value="(\d+)"/.exec(page)?.[1] ?? formOn(page, 'plan').fields.rev ?? ''
  return browser.post(`${path}/stage`, { event, rev, sure: 'yes' })
}

async function opened(plan: Partial<TrialPlan> = {}): Promise<string> {
  const path = await begin()
  expect((await save(path, plan)).status).toBe(303)
  expect((await move(path, 'open')).status).toBe(303)
  return path
}

async function channel(path: string, name: string): Promise<string> {
  await designer.post(`${path}/channels`, { name })
  const page = await text(designer, path)
  return new RegExp(`${name}<br>[\\s\\S]*?data-channel-code>([^<]*)`).exec(page)?.[1] ?? ''
}

const trialOf = (path: string) => app.deps.trials.find(path.split('/').at(-1) ?? '') as Promise<Trial>
const missingOn = (page: string) => [...page.matchAll(/data-part="([^"]*)"/g)].map(([, part]) => part)
const auditOf = async () => (await app.deps.accounts.audit({ limit: 100, before: undefined })).map(({ what }) => what)

/** Somebody new who walks the cat's journey, coming by an address. */
async function walker(by = `/fi/journeys/${CAT}`, fields: Record<string, string> = {}) {
  const browser = app.visitor()
  const from = (await browser.get(by)).headers.get('location') ?? by
  const page = readPage(await text(browser, from))
  const start = page.forms.find(({ kind }) => kind === 'start')
  const hidden = Object.fromEntries(
    (start?.fields ?? []).flatMap(({ type, name, value }) => (type === 'hidden' ? [[name, value]] : [])),
  )
  const response = await browser.post(start?.action ?? '', { ...hidden, ...fields })
  const path = /^\/fi\/walks\/[^/]+/.exec(response.headers.get('location') ?? '')?.[0] ?? ''
  return { browser, path, id: path.split('/').at(-1) ?? '' }
}

async function walkers(n: number, by?: string) {
  const all = []
  for (let i = 0; i < n; i++) all.push(await walker(by))
  return all
}

describe('a trial opens only when it is whole', () => {
  test('a draft lacks everything, says so with ways to where it is said, and does not open', async () => {
    const path = await begin()
    const page = await text(designer, path)
    expect(missingOn(page)).toEqual([
      ...['mandate', 'mandate', 'mandate', 'owner', 'opens-on', 'closes-on', 'answers-due-on', 'rota', 'openness'],
    ])
    const links = [...page.matchAll(/href="#([^"]*)" data-part/g)].map(([, id]) => id)
    expect(links.filter((id) => !page.includes(`id="${id}"`))).toEqual([])

    const refused = await move(path, 'open')
    expect(refused.status).toBe(422)
    expect(missingOn(await refused.text())).toHaveLength(9)
    expect((await trialOf(path)).stage).toBe('draft')
    expect(await app.deps.trials.current(CAT)).toBeUndefined()
  })

  test.each([
    ['no mandate in one of its languages', { mandate: { fi: 'x', en: 'x' } }, 'mandate'],
    ['an owner without a name', { owner: { name: '', body: 'Kissaministeriö' } }, 'owner'],
    ['nobody who reads', { rota: [] }, 'rota'],
    ['answers due before the end', { answersDueOn: '2026-04-01' }, 'order-of-dates'],
    [
      'a law that is not named',
      { openness: { ...WHOLE.openness, 'home/milk': { level: 'fixed', law: undefined } } },
      'law',
    ],
  ] as const)('%s keeps it shut', async (_name, plan, part) => {
    const path = await begin()
    await save(path, plan)
    const refused = await move(path, 'open')
    expect(refused.status).toBe(422)
    expect(missingOn(await refused.text())).toEqual([part])
  })

  test('whole, it opens, and everyone sees who asks, who answers, by when and what can change', async () => {
    const path = await opened()
    expect((await trialOf(path)).stage).toBe('recruiting')
    const page = await text(app.visitor(), `/fi/journeys/${CAT}/trial`)
    expect(page).toContain('data-page="trial"')
    for (const told of ['Kysymme kissoista', 'Kaisa Katti, Kissaministeriö', 'Kissarekisteri', 'Mirri: arkisin 9–12'])
      expect(page).toContain(told)
    expect([...page.matchAll(/<time datetime="([^"]*)"/g)].map(([, date]) => date)).toEqual([
      '2026-03-01',
      '2026-05-01',
      '2026-06-01',
    ])
    expect(page).toContain('data-step="home/tell-the-register" data-openness="fixed"')
    expect(page).toContain('kissalaki 1 §')
    expect(page).toContain('data-step="home/milk" data-openness="open"')
    expect(page).not.toContain('data-example')
  })

  test('an open trial keeps what it promised: nothing of it can be taken away', async () => {
    const path = await opened()
    const refused = await save(path, { owner: undefined })
    expect(refused.status).toBe(422)
    expect(missingOn(await refused.text())).toEqual(['owner'])
    expect((await trialOf(path)).plan.owner).toEqual(WHOLE.owner)
    expect((await save(path, { answersDueOn: '2026-06-15' })).status).toBe(303)
  })

  test('one at a time: a second trial of the same journey stays shut', async () => {
    await opened()
    const second = await begin()
    await save(second)
    expect((await move(second, 'open')).status).toBe(422)
    expect((await trialOf(second)).stage).toBe('draft')
  })

  test('its stages follow one another, and none is jumped', async () => {
    const path = await opened()
    expect((await move(path, 'close')).status).toBe(422)
    for (const [event, stage] of [
      ['map', 'mapping'],
      ['answer', 'answering'],
      ['close', 'closed'],
    ] as const) {
      expect((await move(path, event)).status).toBe(303)
      expect((await trialOf(path)).stage).toBe(stage)
    }
    expect((await trialOf(path)).closedAt).toBe(app.clock.now)
    expect((await designer.post(path, { rev: '5', ...fieldsOf(WHOLE) })).status).toBe(409)
  })

  test('with walkers it does not go back to being prepared', async () => {
    const path = await opened()
    await walker()
    expect((await move(path, 'back-to-draft')).status).toBe(422)
    expect((await trialOf(path)).stage).toBe('recruiting')
  })

  test('every change leaves a mark in the log, dates with what they were', async () => {
    const path = await opened()
    await save(path, { answersDueOn: '2026-06-15' })
    await channel(path, 'Kirjasto')
    await designer.post(`${path}/contacts`)
    expect(await auditOf()).toEqual(
      expect.arrayContaining(['trial:create', 'trial:plan', 'trial:open', 'trial:channel', 'trial:contacts']),
    )
    const entries = await app.deps.accounts.audit({ limit: 100, before: undefined })
    expect(entries.map(({ why }) => why)).toContain('answersDueOn 2026-06-01 > 2026-06-15')
  })
})

describe('planning', () => {
  test('two designers save at once: the second loses nothing and overwrites nothing unseen', async () => {
    const path = await begin()
    const other = await signedIn(app, 'designer')
    const { rev = '' } = formOn(await text(other, path), 'plan').fields
    await save(path, { mandate: { fi: 'Ensimmäisen teksti' } })

    const typed = fieldsOf({ ...WHOLE, mandate: { fi: 'Toisen pitkä teksti' } })
    const late = await other.post(path, { rev, ...typed })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Toisen pitkä teksti')
    expect(page).toContain('data-stale')
    expect((await trialOf(path)).plan.mandate).toEqual({ fi: 'Ensimmäisen teksti' })

    const again = await other.post(path, { ...typed, rev: formOn(page, 'plan').fields.rev ?? '' })
    expect(again.status).toBe(303)
    expect((await trialOf(path)).plan.mandate).toEqual({ fi: 'Toisen pitkä teksti' })
  })

  test('the form shows what was saved, and saving it untouched changes nothing', async () => {
    const path = await begin()
    await save(path, { weights: { 'home/milk': 2 } })
    const before = await trialOf(path)
    expect(before.plan).toEqual({ ...WHOLE, weights: { 'home/milk': 2 } })
    const page = readPage(await text(designer, path))
    const form = page.forms.find(({ kind }) => kind === 'plan')
    const untouched = (form?.fields ?? []).filter(
      ({ type, isChecked }) => (type !== 'radio' && type !== 'checkbox') || isChecked,
    )
    await designer.post(path, Object.fromEntries(untouched.map(({ name, value }) => [name, value])))
    expect(await trialOf(path)).toEqual(before)
  })

  test('a date that is none is told at its field, and everything typed is still there', async () => {
    const path = await begin()
    const wrong = await save(
      path,
      {},
      { 'closes-on-day': '31', 'closes-on-month': '2', 'owner-name': 'Juuri kirjoitettu' },
    )
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('href="#closes-on"')
    expect(page).toContain('Juuri kirjoitettu')
    expect((await trialOf(path)).rev).toBe(0)
  })

  test('the openness that the journey itself tells is filled in where nothing is said yet', async () => {
    const path = await begin()
    await save(path, { openness: { 'home/milk': { level: 'partly', law: undefined } } }, { go: 'suggest' })
    expect((await trialOf(path)).plan.openness).toEqual({
      'home/milk': { level: 'partly', law: undefined },
      'home/tell-the-register': { level: 'open', law: undefined },
    })
  })

  test('the forecast says how many answers each step may expect, and that it is a guess', async () => {
    const path = await begin()
    await save(path, { walkers: 20 })
    const page = await text(designer, path)
    const figures = figuresOn(page)
    expect(figures.get('forecast/home/milk/walkers')).toBe('20')
    expect(Number(figures.get('forecast/home/milk/answers'))).toBeGreaterThan(4)
    expect(page).toContain('Oletus on arvaus')
  })

  test('the steps that matter most are the ones that go on asking', async () => {
    const offered = async () => {
      let shown = 0
      for (let i = 0; i < 16; i++) {
        const { browser, path } = await walker()
        const me = citizen(browser)
        await me.open(path)
        while (me.page.name !== 'outcome') {
          if (me.page.step === 'home/milk' && me.page.prompts.some(({ isFolded }) => !isFolded)) shown += 1
          await me.forward((_page, { fields }) => {
            const choice = fields.find(({ type, prompt }) => prompt && !prompt.isFolded && type === 'radio')
            return choice ? { [choice.name]: choice.value } : {}
          })
        }
      }
      return shown
    }
    await opened({ weights: { 'home/milk': 2 } })
    const weighed = await offered()
    await app.close()
    app = await testApp()
    designer = await signedIn(app, 'designer')
    await opened()
    const plain = await offered()
    expect([plain, weighed]).toEqual([10, 16])
  }, 60_000)
})

describe('coming in', () => {
  test('a channel’s reach is known, and nobody below five', async () => {
    const path = await opened()
    const [library, parish] = [await channel(path, 'Kirjasto'), await channel(path, 'Seurakunta')]
    expect(library).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
    await walkers(6, `/fi/join/${library}`)
    await walkers(2, `/fi/join/${parish.toUpperCase().replace('-', ' ')}`)
    await walkers(5)
    const figures = [...figuresOn(await text(designer, path))].filter(([name]) => name.endsWith('/started'))
    expect(figures.map(([, n]) => n)).toEqual(['6', undefined, '13'])
  })

  test('a second small channel cannot be worked out from the total', async () => {
    const path = await opened()
    const codes = [await channel(path, 'Aa'), await channel(path, 'Bb')]
    await walkers(3, `/fi/join/${codes[0]}`)
    await walkers(7, `/fi/join/${codes[1]}`)
    const figures = figuresOn(await text(designer, path))
    expect([...figures].filter(([name]) => name.startsWith('channel/')).map(([, n]) => n)).not.toContain('7')
  })

  test('a code that nobody made leads nowhere, and guessing is slowed down', async () => {
    await app.close()
    app = await testApp({ environment: { POLKU_LIMITS: 'on' } })
    const guesser = app.visitor()
    expect((await guesser.get('/fi/join/aaaaa-aaaaa')).status).toBe(404)
    for (let i = 0; i < 9; i++) await guesser.get(`/fi/join/aaaaa-aaaa${i}`)
    expect((await guesser.get('/fi/join/bbbbb-bbbbb')).status).toBe(429)
  })

  test('the way one came by is not lost on the page that tells who asks', async () => {
    const code = await channel(await opened(), 'Kirjasto')
    const page = await text(app.visitor(), `/fi/journeys/${CAT}?via=${code}`)
    expect(page).toContain(`/fi/journeys/${CAT}/trial?via=${code}`)
    expect(await text(app.visitor(), `/fi/journeys/${CAT}/trial?via=${code}`)).toContain(
      `href="/fi/journeys/${CAT}?via=${code}"`,
    )
  })

  test('an invitation says the same in each language of the trial, with the address as a square code', async () => {
    const path = await opened()
    const page = await text(app.visitor(), `/fi/journeys/${CAT}/invite`)
    expect([...page.matchAll(/<section lang="(\w+)"/g)].map(([, language]) => language)).toEqual(['fi', 'sv', 'en'])
    expect(page).toContain(`http://localhost:3000/fi/journeys/${CAT}`)
    expect(page).toMatch(/<svg [^>]*role="img" aria-label="[^"]+"/)
    expect(page).not.toContain('style=')

    const code = await channel(path, 'Kirjasto')
    const id = /invite\?channel=(\w+)/.exec(await text(designer, path))?.[1]
    expect(await text(designer, `/fi/journeys/${CAT}/invite?channel=${id}`)).toContain(
      `http://localhost:3000/join/${code}`,
    )
    expect((await app.visitor().get(`/fi/journeys/${CAT}/invite?channel=${id}`)).status).toBe(403)
  })

  test('a pilot in one language is fine, and says so', async () => {
    await opened({ languages: ['sv'], mandate: { sv: 'Bara på svenska' } })
    const page = await text(app.visitor(), `/fi/journeys/${CAT}/trial`)
    expect(page).toContain('Tämä kokeilu tehdään yhdellä kielellä: ruotsi.')
    const invite = await text(app.visitor(), `/fi/journeys/${CAT}/invite`)
    expect([...invite.matchAll(/<section lang="(\w+)"/g)].map(([, language]) => language)).toEqual(['sv'])
  })

  test('a walk belongs to the trial that was open at its start', async () => {
    const before = await walker()
    const path = await opened()
    const code = await channel(path, 'Kirjasto')
    const during = await walker(`/fi/join/${code}`)
    await move(path, 'answer')
    const after = await walker()
    const walks = await Promise.all(
      [before, during, after].map(async ({ id }) => (await app.deps.walks.find(id))?.walk),
    )
    const { id } = await trialOf(path)
    expect(walks.map((walk) => walk?.trial)).toEqual([undefined, id, undefined])
    expect(walks.map((walk) => walk?.channel === undefined)).toEqual([true, false, true])
  })

  test('after the last day the journey can still be walked, and is told to come too late', async () => {
    await opened()
    expect(await text(app.visitor(), `/fi/journeys/${CAT}`)).not.toContain('data-late')
    app.clock.now += 60 * DAY
    expect(await text(app.visitor(), `/fi/journeys/${CAT}`)).toContain('data-late')
    const me = await walker()
    expect(await text(me.browser, `${me.path}/steps/situation/who-moved`)).toContain('data-late')
    expect(await text(me.browser, me.path)).toContain('data-late')
  })

  test('a step says what can change there', async () => {
    await opened()
    const me = await walker()
    const walk = citizen(me.browser)
    await walk.open(me.path)
    await walk.forward()
    const met = new Map<string, string>()
    while (walk.page.name !== 'outcome') {
      const level = /data-openness="(\w+)"/.exec(walk.page.text)?.[1]
      if (walk.page.step) met.set(walk.page.step, level ?? '')
      await walk.forward()
    }
    expect([...met]).toEqual([
      ['situation/who-moved', ''],
      ['home/tell-the-register', 'fixed'],
      ['home/milk', 'open'],
    ])
    expect(visible(walk.page.main)).toContain('Kysyjä: Kaisa Katti, Kissaministeriö')
  })
})

describe('telling of oneself', () => {
  test('is optional, coarse, can be changed and erased, and is nobody else’s', async () => {
    await opened()
    const { browser, path, id } = await walker()
    await browser.post(`${path}/background`, { go: 'save', standpoint: 'assisting', county: '16', age: '' })
    expect(await app.deps.trials.background(id)).toEqual({ standpoint: 'assisting', county: '16' })
    expect(await text(browser, `${path}/background`)).toMatch(/value="assisting" checked/)
    expect((await browser.post(`${path}/background`, { county: '99' })).status).toBe(400)
    expect((await app.visitor().get(`${path}/background`)).status).toBe(404)
    expect((await app.visitor().post(`${path}/background`, { county: '16' })).status).toBe(404)

    const exported = (await (await browser.post(`${path}/export`)).json()) as { background: unknown }
    expect(exported.background).toEqual({ standpoint: 'assisting', county: '16' })
    await browser.post(`${path}/background`, { go: 'erase', standpoint: 'assisting' })
    expect(await app.deps.trials.background(id)).toBeUndefined()
  })

  test('is reached from the overview and from the outcome', async () => {
    const me = await walker()
    const walk = citizen(me.browser)
    await walk.open(`${me.path}?all=1`)
    expect(walk.page.text).toContain(`href="${me.path}/background"`)
    await walk.open(me.path)
    await walk.walk()
    expect(walk.page.text).toContain(`href="${me.path}/background"`)
  })

  test('adds up to who has been reached against whom we wanted, and below five is withheld', async () => {
    const path = await opened()
    const tell = async (n: number, standpoint: string) => {
      for (const me of await walkers(n)) await me.browser.post(`${me.path}/background`, { standpoint })
    }
    await tell(7, 'assisting')
    await tell(3, 'professional')
    await walkers(5)
    const page = await text(designer, path)
    const figures = figuresOn(page)
    expect(figures.get('trial/started')).toBe('15')
    expect(figures.get('reach/standpoint/assisting')).toBe('7')
    expect(figures.has('reach/standpoint/professional')).toBe(true)
    expect(figures.get('reach/standpoint/professional')).toBeUndefined()
    // 15 less 7 less 5 would be 3.
    expect(figures.get('reach/standpoint/untold')).toBeUndefined()
    expect(page).toMatch(/data-figure="reach\/standpoint\/assisting">7<\/td>\s*<td[^>]*>6</)
  })
})

describe('being told of the answers', () => {
  test('the address is unreadable in the database, and nothing joins it to a walk', async () => {
    const path = await opened()
    const me = await walker()
    const page = await me.browser.post(`/fi/journeys/${CAT}/follow`, { email: 'aino@esimerkki.fi', consent: 'yes' })
    expect(page.status).toBe(200)
    const trial = await trialOf(path)
    const [contact] = await app.deps.trials.contacts(trial.id)
    const stored = JSON.stringify(contact)
    expect(stored).not.toContain('aino')
    const walk = (await app.deps.walks.find(me.id))?.walk
    for (const own of [walk?.id, walk?.participant, me.browser.cookies.get('polku')]) expect(stored).not.toContain(own)
    expect((contact?.at ?? 1) % DAY).toBe(0)

    const file = await (await designer.post(`${path}/contacts`)).text()
    expect(file).toMatch(/^aino@esimerkki\.fi\tfi\thttp:\/\/localhost:3000\/fi\/unsubscribe\/\w{20}\n$/)
  })

  test('nothing of it is in the files of the database', async () => {
    const path = await opened()
    await app.visitor().post(`/fi/journeys/${CAT}/follow`, { email: 'hyvin.erikoinen@esimerkki.fi', consent: 'yes' })
    const { folder } = app.deps as unknown as { folder: string }
    const names = readdirSync(folder).filter((name) => name.startsWith(FILE))
    const bytes = names.map((name) => readFileSync(join(folder, name), 'latin1')).join('')
    const [contact] = await app.deps.trials.contacts((await trialOf(path)).id)
    expect(bytes).toContain(contact?.id)
    expect(bytes).not.toContain('erikoinen')
  })

  test('it is asked with consent, and taken back by the link that only the person has', async () => {
    const path = await opened()
    const { id } = await trialOf(path)
    const visitor = app.visitor()
    expect((await visitor.post(`/fi/journeys/${CAT}/follow`, { email: 'aino@esimerkki.fi' })).status).toBe(422)
    expect((await visitor.post(`/fi/journeys/${CAT}/follow`, { email: 'aino', consent: 'yes' })).status).toBe(422)
    expect(await app.deps.trials.contacts(id)).toEqual([])

    const done = await (
      await visitor.post(`/fi/journeys/${CAT}/follow`, { email: 'aino@esimerkki.fi', consent: 'yes' })
    ).text()
    const link = /href="http:\/\/localhost:3000([^"]*)" data-unsubscribe/.exec(done)?.[1] ?? ''
    expect(await text(visitor, link)).toContain('data-form="unsubscribe"')
    expect(await app.deps.trials.contacts(id)).toHaveLength(1)
    await app.visitor().post(link)
    expect(await app.deps.trials.contacts(id)).toEqual([])
  })

  test('the addresses are erased when the message has been sent', async () => {
    const path = await opened()
    await app.visitor().post(`/fi/journeys/${CAT}/follow`, { email: 'aino@esimerkki.fi', consent: 'yes' })
    const asked = await (await designer.post(`${path}/contacts/erase`)).text()
    expect(asked).toContain('Tätä ei voi perua.')
    expect(await app.deps.trials.contacts((await trialOf(path)).id)).toHaveLength(1)
    const { action, fields } = formOn(asked, 'erase-contacts')
    expect((await designer.post(action, fields)).status).toBe(303)
    expect(await app.deps.trials.contacts((await trialOf(path)).id)).toEqual([])
  })
})

describe('what cannot be undone', () => {
  test.each([
    ['answer', 'recruiting', 'answering'],
    ['close', 'answering', 'closed'],
  ] as const)('is asked once more, and says what it means: %s', async (event, before, after) => {
    const path = await opened()
    if (event === 'close') await move(path, 'answer')
    const { rev } = await trialOf(path)
    const response = await designer.post(`${path}/stage`, { event, rev: String(rev) })
    const asked = await response.text()
    expect([response.status, (await trialOf(path)).stage]).toEqual([200, before])
    expect(asked).toContain('data-page="studio-trial-confirm"')
    expect(asked).toContain('Tätä ei voi perua.')
    const { action, fields } = formOn(asked, 'move-trial')
    expect((await designer.post(action, fields)).status).toBe(303)
    expect((await trialOf(path)).stage).toBe(after)
  })

  test('is done by nobody who looked before somebody else changed the trial', async () => {
    const path = await opened()
    const { rev } = await trialOf(path)
    const asked = await (await designer.post(`${path}/stage`, { event: 'answer', rev: String(rev) })).text()
    await save(path, { walkers: 55 })
    const { action, fields } = formOn(asked, 'move-trial')
    expect((await designer.post(action, fields)).status).toBe(409)
    expect((await trialOf(path)).stage).toBe('recruiting')
  })
})

describe('on behalf of another', () => {
  test('a walk is marked on every page, is somebody else’s, and is not counted among own ones', async () => {
    await opened()
    const facilitator = await signedIn(app, 'facilitator')
    const paths: string[] = []
    for (let i = 0; i < 5; i++) {
      const { action, fields } = formOn(await text(facilitator, `/fi/journeys/${CAT}/assist`), 'start-assisted')
      paths.push((await facilitator.post(action, fields)).headers.get('location') ?? '')
    }
    const ids = paths.map((path) => path.split('/')[3] ?? '')
    const walks = await Promise.all(ids.map(async (id) => (await app.deps.walks.find(id))?.walk))
    expect(walks.map((walk) => walk?.mode)).toEqual(Array(5).fill('assisted'))
    expect(new Set(walks.map((walk) => walk?.participant)).size).toBe(5)
    for (const rest of ['', '/steps/situation/who-moved', '/check', '/pause', '/mine', '/background'])
      expect(await text(facilitator, `/fi/walks/${ids[4]}${rest}`)).toContain('data-assisted')

    const started = async (mode: string) =>
      figuresOn(await text(facilitator, `/fi/review/journeys/${CAT}?mode=${mode}`)).get('1/started')
    expect([await started('own'), await started('assisted')]).toEqual(['0', '5'])
    expect(await auditOf()).toContain('trial:assist')
  })

  test('nobody else can begin one, whatever form they send', async () => {
    await opened()
    expect((await app.visitor().get(`/fi/journeys/${CAT}/assist`)).status).toBe(403)
    expect((await app.visitor().post(`/fi/journeys/${CAT}/assist`, { mode: 'assisted' })).status).toBe(403)
    const sneaky = await walker(undefined, { mode: 'assisted' })
    expect((await app.deps.walks.find(sneaky.id))?.walk.mode).toBe('own')
  })
})

describe('an empty installation', () => {
  test('opens an example of a trial, marked as one, in the reader’s language, and once', async () => {
    const shipped = await shippedApp()
    try {
      await openExample(shipped.deps)
      expect(await openExample(shipped.deps)).toBeUndefined()
      expect(await shipped.deps.trials.all()).toHaveLength(1)
      const page = await text(shipped.visitor(), `/sv/journeys/${SHIPPED}/trial`)
      expect(page).toContain('data-example')
      expect(page).toContain('Försökets ägare, Ett exempelministerium')
      expect([...page.matchAll(/<time datetime="([^"]*)"/g)].map(([, date]) => date)).toEqual([
        '2026-12-01',
        '2027-01-30',
        '2027-03-01',
      ])
      expect(page).toContain('data-step="estate/inventory" data-openness="partly"')
      expect(page.match(/perintökaari/g)).toHaveLength(1)
      expect(await text(shipped.visitor(), `/en/journeys/${SHIPPED}`)).toContain('This is an example of a trial')
    } finally {
      await shipped.close()
    }
  })

  test('the example makes room for a real trial', async () => {
    const example = aTrial({ id: 'example', stage: 'recruiting', isExample: true })
    await app.deps.trials.create(example)
    const path = await opened()
    expect((await app.deps.trials.find('example'))?.stage).toBe('closed')
    expect((await app.deps.trials.current(CAT))?.id).toBe((await trialOf(path)).id)
  })
})

describe('who may', () => {
  const OTHER = Definition.parse({ ...MOVING_HOUSE_CAT, id: 'dog-moves-house' })

  test('only designers and admins plan trials, and only of their own journeys', async () => {
    await app.close()
    app = await testApp({ definitions: [MOVING_HOUSE_CAT, OTHER] })
    designer = await signedIn(app, 'designer')
    const path = await opened()
    const id = path.split('/').at(-1) ?? ''
    const routes: readonly (readonly ['get' | 'post', string])[] = [
      ['get', LIST],
      ['post', LIST],
      ['get', path],
      ['post', path],
      ['post', `${path}/stage`],
      ['post', `${path}/channels`],
      ['post', `${path}/contacts`],
      ['post', `${path}/contacts/erase`],
      ['get', `/fi/journeys/${CAT}/invite?channel=x`],
      ['get', `/fi/journeys/${CAT}/assist`],
      ['post', `/fi/journeys/${CAT}/assist`],
    ]
    const statuses = async (browser: Browser) => {
      const found: number[] = []
      for (const [method, route] of routes) {
        const fields = { journey: CAT, event: 'map', rev: '-', name: '' }
        found.push((method === 'get' ? await browser.get(route) : await browser.post(route, fields)).status)
      }
      return found.map((status) => (status === 403 ? 'no' : 'yes'))
    }
    const expected = (plans: boolean, assists: boolean) => [
      ...Array(9).fill(plans ? 'yes' : 'no'),
      ...Array(2).fill(assists ? 'yes' : 'no'),
    ]
    expect(await statuses(app.visitor())).toEqual(expected(false, false))
    for (const role of ROLES) {
      const bound = role === 'provider' ? { provider: 'cat_register' } : {}
      const browser = await signedIn(app, role, bound)
      expect([role, await statuses(browser)]).toEqual([role, expected(may(role, 'open-trial'), may(role, 'assist'))])
    }
    const foreign = await statuses(await signedIn(app, 'designer', { journey: OTHER.id }))
    expect(foreign).toEqual(['yes', ...expected(false, false).slice(1)])
    expect(await text(await signedIn(app, 'designer', { journey: OTHER.id }), LIST)).not.toContain(id)
  })

  test('a designer finds the trials from their first page', async () => {
    const link = await linkFor(app, 'designer')
    const browser = app.visitor()
    const first = (await browser.post(link)).headers.get('location') ?? ''
    expect(await text(browser, first)).toContain('/studio/trials')
    expect(await text(await signedIn(app, 'reviewer'), '/fi/review')).not.toContain('/studio/trials')
  })
})
