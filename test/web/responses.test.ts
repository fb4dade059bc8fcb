import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROLES } from '#src/account/roles.ts'
import { contentHash } from '#src/journey/version.ts'
import { ANSWERED, answered, deskOf, onDesk, open, REGISTER, read, send, takes } from '../review/answers.ts'
import { CAT_AND_VET, CHANGED_MILK } from '../review/cat-and-vet.ts'
import { formOn, signedIn } from '../review/staff.ts'
import { JOURNEY, walked } from '../review/walked.ts'
import { START, type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { formOf, readPage } from '../support/page.ts'
import { wordsMissing } from '../support/words-missing.ts'

const DAY = 24 * 60 * 60 * 1000
const PUBLIC = `/fi/journeys/${JOURNEY}/answers`
let app: TestApp
let mika: Browser
beforeEach(async () => {
  app = await testApp({ definitions: [CAT_AND_VET] })
  mika = await signedIn(app, 'reviewer')
})
afterEach(() => app.close())

/** Aino walks to the milk and says something there; the id of her words. */
async function said(words: string): Promise<{ readonly aino: Citizen; readonly id: string; readonly mine: string }> {
  const aino = citizen(app.visitor())
  await aino.start(JOURNEY)
  while (aino.page.step !== 'home/milk') await aino.forward()
  await aino.send(formOf(aino.page, 'answer'), { wants_milk: 'true', 'p.open.text': words, go: 'stay' })
  const mine = `${aino.walkPath()}/mine`
  const page = (await aino.open(mine)).text
  return { aino, mine, id: /data-contribution="([^"]*)"/.exec(page)?.[1] ?? '' }
}
const responses = () => app.deps.responses.ofJourney(JOURNEY)

describe('a new answer', () => {
  test('begins from chosen words, and each body that is asked has its own share', async () => {
    const { id } = await said('Maitoa on liikaa')
    const path = await open(mika, ['ministry', 'cat_register'], [id])
    const all = await responses()
    expect(all.map(({ body, acceptedOn, state }) => [body, acceptedOn, state]).sort()).toEqual([
      ['cat_register', undefined, 'received'],
      ['ministry', '2026-03-10', 'received'],
    ])
    expect(new Set(all.map(({ group }) => group)).size).toBe(1)
    expect(all.every(({ contributions }) => contributions.join() === id)).toBe(true)
    const page = await read(mika, path)
    expect(page).toContain('Maitoa on liikaa')
    expect(page).toContain('Kissarekisteri')
  })

  test('is due in thirty days, or by the day the trial has promised', async () => {
    await open(mika, ['ministry'])
    expect((await responses())[0]?.dueOn).toBe('2026-04-09')
    await app.deps.trials.create({
      id: 't1',
      journey: JOURNEY,
      stage: 'mapping',
      isExample: false,
      plan: {
        mandate: { fi: 'Kissan asialla' },
        owner: undefined,
        opensOn: undefined,
        closesOn: undefined,
        answersDueOn: '2026-05-30',
        rota: [],
        languages: ['fi'],
        openness: {},
        weights: {},
        walkers: 40,
        wanted: [],
      },
      rev: 0,
      createdAt: START,
      openedAt: START,
      closedAt: undefined,
    })
    await open(mika, ['vet'], [], 'home/vaccine')
    expect((await responses()).find(({ body }) => body === 'vet')).toMatchObject({ dueOn: '2026-05-30', trial: 't1' })
  })

  test('sent twice opens nothing twice, and more bodies can be asked later', async () => {
    const page = await read(mika, `/fi/review/journeys/${JOURNEY}/steps/home/milk`)
    const { action, fields } = formOn(page, 'answer-contribution')
    const first = await mika.post(action, { ...fields, body: 'ministry' })
    const again = await mika.post(action, { ...fields, body: 'ministry' })
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    const path = (first.headers.get('location') ?? '').replace(/\?.*/, '')
    await mika.post(`${path}/ask`, { body: 'vet' })
    await mika.post(`${path}/ask`, { body: 'vet' })
    expect((await responses()).map(({ body }) => body).sort()).toEqual(['ministry', 'vet'])
  })

  test('needs somebody who answers, a step that is there, and its own hand-over', async () => {
    expect((await mika.post(REGISTER, { step: 'home/milk', body: 'dog_register' })).headers.get('location')).toContain(
      'note=no-body',
    )
    expect((await mika.post(REGISTER, { step: 'home/nowhere', body: 'ministry' })).status).toBe(404)
    expect((await mika.post(REGISTER, { step: 'javascript:', body: 'ministry' })).status).toBe(400)
    expect(
      (await mika.post(REGISTER, { step: 'home/milk', share: 'vaccine-to-register', body: 'ministry' })).status,
    ).toBe(400)
    expect(await responses()).toEqual([])
  })

  test('takes no words of another step', async () => {
    const { ids } = await walked(app.deps, {
      said: [{ step: 'home/tell-the-register', prompt: 'open', kind: 'open', text: 'Muualla' }],
    })
    await open(mika, ['ministry'], ids)
    expect((await responses())[0]?.contributions).toEqual([])
  })
})

describe('a draft', () => {
  test('is read by nobody outside the staff', async () => {
    const { aino, id, mine } = await said('Maitoa on liikaa')
    const path = await open(mika, ['ministry'], [id])
    await send(mika, path, 'save-response', ANSWERED)
    for (const page of [
      await read(app, PUBLIC),
      (await aino.open(mine)).text,
      (await aino.open(`${aino.walkPath()}/steps/home/milk`)).text,
    ])
      expect(page).not.toContain('Vähennämme maitoa')
    expect((await app.get(path)).status).toBe(403)
  })

  test('of two who save at once the second keeps their text and sees the first', async () => {
    const path = await open(mika, ['ministry'])
    const other = await signedIn(app, 'reviewer')
    const [a, b] = [formOn(await read(mika, path), 'save-response'), formOn(await read(other, path), 'save-response')]
    await mika.post(a.action, { ...a.fields, ...ANSWERED, 'reason-fi': 'Mikan perustelu' })
    const late = await other.post(b.action, { ...b.fields, ...ANSWERED, 'reason-fi': 'Toisen perustelu' })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Mikan perustelu')
    expect(page).toMatch(/<textarea[^>]*name="reason-fi"[^>]*>\s*Toisen perustelu/)
    expect((await responses())[0]?.reason.fi).toBe('Mikan perustelu')
    const again = formOn(page, 'save-response')
    expect(
      (await other.post(again.action, { ...again.fields, ...ANSWERED, 'reason-fi': 'Toisen perustelu' })).status,
    ).toBe(303)
    expect((await responses())[0]?.reason.fi).toBe('Toisen perustelu')
    expect(await read(mika, path)).toContain('Mikan perustelu')
  })

  test('twenty who save at once lose nothing: one is stored, the others are told', async () => {
    const path = await open(mika, ['ministry'])
    const { action, fields } = formOn(await read(mika, path), 'save-response')
    const statuses = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, i) => (await mika.post(action, { ...fields, ...ANSWERED, 'reason-fi': `Perustelu ${i}` })).status,
      ),
    )
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
  })

  test('the same form sent twice is stored once', async () => {
    const path = await open(mika, ['ministry'])
    const { action, fields } = formOn(await read(mika, path), 'save-response')
    for (const _ of [1, 2]) expect((await mika.post(action, { ...fields, ...ANSWERED })).status).toBe(303)
    expect((await responses())[0]?.rev).toBe(1)
  })

  test('is not published before its sentence and its reason are there', async () => {
    const path = await open(mika, ['ministry'])
    await send(mika, path, 'save-response', { state: 'declined' })
    const page = await read(mika, path)
    expect(page).toContain('data-missing')
    expect(page).not.toContain('data-form="publish"')
    await mika.post(`${path}/publish`, { rev: '1' })
    expect((await responses())[0]?.publishedOn).toBeUndefined()
  })

  test('a link that runs something is refused, and what was typed stays', async () => {
    const path = await open(mika, ['ministry'])
    const response = await send(mika, path, 'save-response', { ...ANSWERED, evidence: 'javascript:alert(1)' })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('Vähennämme maitoa')
    expect(page).not.toMatch(/href="javascript:/i)
    expect(page).toContain('href="#evidence"')
    expect((await responses())[0]?.evidence).toBeUndefined()
  })
})

describe('a published answer', () => {
  test('stands at the step, beside the very walker’s words and in the public list', async () => {
    const { aino, id, mine } = await said('Maitoa on liikaa')
    const erik = await said('Minä saan liian vähän')
    const path = await answered(mika, [id], { ...ANSWERED, evidence: 'https://vnk.fi/paatos' })
    const step = (await aino.open(`${aino.walkPath()}/steps/home/milk`)).text
    for (const page of [step, await read(app, PUBLIC)]) {
      expect(page).toContain('Ministeriö: Toteutetaan')
      expect(page).toContain('Maitoa annetaan liikaa')
      expect(page).toContain('Vähennämme maitoa')
      expect(page).toContain('<time datetime="2026-03-10">')
      expect(page).toContain('href="https://vnk.fi/paatos"')
      expect(page).toContain('Vastaus koskee versiota 1.')
      expect(page).not.toContain(id)
    }
    const own = (await aino.open(mine)).text
    expect(own.indexOf('Vähennämme maitoa')).toBeGreaterThan(own.indexOf('Maitoa on liikaa'))
    expect((await erik.aino.open(erik.mine)).text).not.toContain('Vähennämme maitoa')
    expect(path).toContain('-ministry')
  })

  test('stays when the words are withdrawn, and stands beside them no more', async () => {
    const { aino, id, mine } = await said('Maitoa on liikaa')
    const path = await answered(mika, [id])
    await aino.send(formOf(await aino.open(mine), 'withdraw'))
    expect((await aino.open(mine)).text).not.toContain('Vähennämme maitoa')
    expect(await read(app, PUBLIC)).toContain('Vähennämme maitoa')
    const page = await read(mika, path)
    expect(page).not.toContain('Maitoa on liikaa')
  })

  test('tells how many people it answers only from five on, and one who speaks twice is one', async () => {
    const speak = async (n: number) => {
      const all = await Promise.all(
        Array.from({ length: n }, () =>
          walked(app.deps, {
            said: [
              { step: 'home/milk', prompt: 'open', kind: 'open', text: 'Maitoa' },
              { step: 'home/milk', prompt: 'works', kind: 'rating', option: 'no' },
            ],
          }),
        ),
      )
      return all.flatMap(({ ids }) => ids)
    }
    await answered(mika, await speak(4))
    expect(await read(app, PUBLIC)).not.toContain('ihmisen sanoihin')
    await answered(mika, await speak(5))
    expect(await read(app, PUBLIC)).toContain('Vastaa 5 ihmisen sanoihin.')
  })

  test('can be decided otherwise, at once and with its history, but not undecided', async () => {
    const path = await answered(mika)
    const undecided = await send(mika, path, 'save-response', { ...ANSWERED, state: 'under-review' })
    expect(undecided.status).toBe(422)
    expect((await send(mika, path, 'save-response', { ...ANSWERED, 'reason-fi': '' })).status).toBe(422)
    app.clock.now += 60_000
    await send(mika, path, 'save-response', { ...ANSWERED, state: 'done', 'reason-fi': 'Maito on vähennetty' })
    const page = await read(app, PUBLIC)
    expect(page).toContain('Ministeriö: Tehty')
    expect(page).not.toContain('Vähennämme maitoa')
    expect(await read(mika, path)).toContain('Vähennämme maitoa')
  })

  test('names the version that changed because of it', async () => {
    const version = { personas: [], author: 'a test', note: undefined, publishedAt: START, changes: [] }
    const path = await answered(mika)
    await app.deps.versions.add({
      journey: JOURNEY,
      hash: contentHash(CHANGED_MILK),
      definition: CHANGED_MILK,
      ...version,
    })
    expect((await send(mika, path, 'save-response', { ...ANSWERED, 'to-version': '9' })).status).toBe(422)
    await send(mika, path, 'save-response', { ...ANSWERED, 'to-version': '2' })
    expect(await read(app, PUBLIC)).toContain('Muutos on tehty versioon 2.')
  })

  test('is never markup, whoever wrote it', async () => {
    const { aino, id, mine } = await said('Maitoa')
    const evil = '<img src=x onerror=alert(1)>"\'><script>1</script>'
    await answered(mika, [id], { 'said-fi': evil, state: 'not-ours', whose: evil, 'reason-fi': evil, go: 'draft' })
    const pages = [
      await read(app, PUBLIC),
      (await aino.open(mine)).text,
      (await aino.open(`${aino.walkPath()}/steps/home/milk`)).text,
      await read(mika, REGISTER),
    ]
    for (const page of pages) expect(page).not.toMatch(/<img|<script>1/)
    expect(pages[0]).toContain('&lt;img src=x')
  })
})

describe('overdue', () => {
  const late = async (path: string) => {
    app.clock.now = START + 60 * DAY
    mika = await signedIn(app, 'reviewer')
    return { register: await read(mika, REGISTER), page: await read(app, path) }
  }

  test('is told in public and in the register once the body has taken its share, and never of one it has not', async () => {
    const path = await open(mika, ['cat_register', 'vet'])
    await takes(await deskOf(app, 'cat_register'), onDesk(path))
    const { register, page } = await late(PUBLIC)
    expect(page.match(/data-overdue=/g)).toHaveLength(1)
    expect(page).toContain('Kissarekisteri: Maito')
    expect(page).toContain('<time datetime="2026-04-09">')
    expect(register.match(/govuk-tag--red/g)).toHaveLength(1)
    expect(await read(mika, `${REGISTER}?which=overdue`)).not.toContain('-vet"')
  })

  test('tells nothing of the draft that is late', async () => {
    const path = await open(mika, ['ministry'])
    await send(mika, path, 'save-response', ANSWERED)
    const { page } = await late(PUBLIC)
    expect(page).toContain('Ministeriö: Maito')
    expect(page).not.toContain('Vähennämme maitoa')
    expect(page).not.toContain('Maitoa annetaan liikaa')
  })

  test('ends with the published answer', async () => {
    const path = await open(mika, ['ministry'])
    await late(PUBLIC)
    await send(mika, path, 'save-response', ANSWERED)
    await send(mika, path, 'publish')
    expect(await read(app, PUBLIC)).not.toContain('Myöhässä')
    expect(await read(mika, REGISTER)).not.toContain('govuk-tag--red')
  })
})

test('the register can be narrowed to a state, a body, drafts or what is published', async () => {
  const mine = await answered(mika)
  const theirs = await open(mika, ['cat_register'])
  const shown = async (query: string) => {
    const page = await read(mika, `${REGISTER}?${query}`)
    return [mine, theirs].map((path) => page.includes(`href="${path}"`))
  }
  expect(await shown('')).toEqual([true, true])
  expect(await shown('state=received')).toEqual([false, true])
  expect(await shown('body=ministry')).toEqual([true, false])
  expect(await shown('which=draft')).toEqual([false, true])
  expect(await shown('which=published')).toEqual([true, false])
  expect(await shown('which=everything&state=x')).toEqual([true, true])
})

test('every change is in the log, with no word of anybody', async () => {
  const { id } = await said('Aivan oma sanani')
  const path = await answered(mika, [id])
  const own = onDesk(await open(mika, ['cat_register'], [id]))
  await takes(await deskOf(app, 'cat_register'), own)
  const log = (await app.deps.accounts.audit({ limit: 99, before: undefined })).filter(({ what }) =>
    what.startsWith('answer:'),
  )
  expect(log.map(({ what }) => what).toReversed()).toEqual([
    'answer:open',
    'answer:save',
    'answer:publish',
    'answer:open',
    'answer:accept',
  ])
  expect(log.at(-1)?.about).toBe(`${JOURNEY} ${path.split('/').at(-1)}`)
  expect(JSON.stringify(log)).not.toMatch(/sanani|Vähennämme/)
})

test('the role decides on every address, and a strange journey is nobody’s', async () => {
  const path = await open(mika, ['ministry'])
  const roles = [
    ...ROLES.map((role) => ({
      role,
      bound: role === 'provider' ? { journey: JOURNEY, provider: 'cat_register' } : {},
    })),
    { role: 'reviewer', bound: { journey: 'moving-home' } } as const,
  ]
  for (const { role, bound } of roles) {
    const browser = await signedIn(app, role, bound)
    const may = (role === 'reviewer' && !('journey' in bound)) || role === 'admin'
    for (const at of [REGISTER, path])
      expect([role, at, (await browser.get(at)).status]).toEqual([role, at, may ? 200 : 403])
    for (const at of [REGISTER, path, `${path}/publish`, `${path}/ask`]) {
      const { status } = await browser.post(at, { step: 'home/milk', rev: '99', body: 'nobody' })
      expect([role, at, status === 403]).toEqual([role, at, !may])
    }
  }
  const stranger = app.visitor()
  for (const at of [REGISTER, path]) expect((await stranger.get(at)).status).toBe(403)
  expect((await mika.get(path.replace(JOURNEY, 'no-such'))).status).toBe(404)
  expect((await app.get(PUBLIC.replace(JOURNEY, 'no-such'))).status).toBe(404)
})

test('a designer reads at the step what is answered, without a way to answer', async () => {
  await answered(mika)
  const page = await read(await signedIn(app, 'designer'), `/fi/review/journeys/${JOURNEY}/steps/home/milk`)
  expect(page).toContain('data-state="accepted"')
  expect(page).not.toContain('data-form="answer-contribution"')
  expect(page).not.toContain('/answers/')
})

test('every page is whole in three languages', async () => {
  const { ids } = await walked(app.deps, {
    said: [{ step: 'home/milk', prompt: 'open', kind: 'open', text: 'Maitoa', state: 'visible' }],
  })
  const path = await open(mika, ['ministry', 'cat_register'], ids)
  const words = Object.fromEntries(
    ['fi', 'sv', 'en'].flatMap((language) => [
      [`said-${language}`, 'Sanottu'],
      [`reason-${language}`, 'Syy'],
    ]),
  )
  await send(mika, path, 'save-response', { ...words, state: 'done' })
  await send(mika, path, 'publish')
  const register = await deskOf(app, 'cat_register')
  const own = onDesk(path).replace('-ministry', '-cat_register')
  const pages: readonly (readonly [Browser, string])[] = [
    [app, PUBLIC],
    [mika, REGISTER],
    [mika, path],
    [mika, `/fi/review/journeys/${JOURNEY}/steps/home/milk`],
    [register, '/fi/provider'],
    [register, `/fi/provider/journeys/${JOURNEY}`],
    [register, own],
  ]
  for (const language of ['fi', 'sv', 'en'])
    for (const [browser, at] of pages) {
      const page = readPage(await read(browser, at.replace('/fi/', `/${language}/`)))
      // The three wordings of one answer stand side by side in its form.
      const missing = wordsMissing(page).filter((one) => !/^in \w\w: (Sanottu|Syy|)$/.test(one))
      expect([language, at, missing]).toEqual([language, at, []])
      expect(page.text).not.toMatch(/ style="|<script>| onclick=/)
    }
})
