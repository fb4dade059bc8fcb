import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROLES } from '#src/account/roles.ts'
import { figuresOn, formOn, signedIn } from '../review/staff.ts'
import { JOURNEY, times, type Walked, walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const DAY = 24 * 60 * 60 * 1000
const PAGE = `/fi/review/journeys/${JOURNEY}`
const STEP = `${PAGE}/steps/home/milk`
const MILK = 'home/milk'
let app: TestApp
let mika: Browser
beforeEach(async () => {
  app = await testApp()
  mika = await signedIn(app, 'reviewer')
})
afterEach(() => app.close())

const text = async (browser: Browser, path: string) => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}
const figures = async (path: string) => figuresOn(await text(mika, path))
const walks = (n: number, walk: Walked) => times(n, () => walked(app.deps, walk))
const opened = [{ step: MILK, offered: ['works'] }] as const
const voted = (option: string): Walked => ({
  opened,
  said: [{ step: MILK, prompt: 'works', kind: 'rating', option }],
})
const wrote = (words: string, more: Partial<NonNullable<Walked['said']>[number]> = {}): Walked => ({
  opened,
  said: [{ step: MILK, prompt: 'open', kind: 'open', text: words, ...more }],
})

/** A file as rows by column. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.trimEnd().split('\n')
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])))
}

describe('the figures of the steps', () => {
  test('nobody is 0, four are withheld, five are shown', async () => {
    await walks(4, { opened: [{ step: 'home/tell-the-register' }] })
    await walks(5, { opened: [{ step: MILK }] })
    const page = await figures(PAGE)
    expect(page.get('1/situation/who-moved/reached')).toBe('0')
    expect(page.get('1/home/tell-the-register/reached')).toBeUndefined()
    expect(page.has('1/home/tell-the-register/reached')).toBe(true)
    expect(page.get('1/home/milk/reached')).toBe('5')
    expect(page.get('1/started')).toBe('9')
  })

  test('each column counts what its head says', async () => {
    await walks(6, voted('yes'))
    await walks(5, { opened, skipped: [{ step: MILK, prompt: 'works' }] })
    await walks(7, { opened: [{ step: MILK }], aside: [MILK], finished: true })
    app.clock.now += 8 * DAY
    mika = await signedIn(app, 'reviewer')
    const page = await figures(PAGE)
    const milk = ['reached', 'shown', 'answered', 'skipped', 'left', 'set_aside'].map((name) =>
      page.get(`1/home/milk/${name}`),
    )
    expect(milk).toEqual(['18', '11', '6', '5', '11', '7'])
    expect(page.get('1/finished')).toBe('7')
  })

  test('a walk has left only when seven days have passed', async () => {
    await walks(6, { opened })
    app.clock.now += 6 * DAY
    mika = await signedIn(app, 'reviewer')
    expect((await figures(PAGE)).get('1/home/milk/left')).toBe('0')
  })

  test('the page and the file agree cell by cell, whatever is asked', async () => {
    await walks(6, voted('yes'))
    await walks(3, voted('no'))
    await walks(7, { ...voted('partly'), mode: 'persona' })
    await walks(2, { opened, mode: 'assisted' })
    const columns = ['reached', 'shown', 'answered', 'skipped', 'left', 'set_aside']
    for (const query of ['', '?version=1', '?mode=persona', '?mode=all', '?track=home', '?provider=cat_register']) {
      const page = [...(await figures(PAGE + query))].filter(([name]) => name.split('/').length === 4)
      const file = rowsOf(await text(mika, `${PAGE}/steps.csv${query}`)).flatMap((row) =>
        columns.map((column) => [`${row.version}/${row.track}/${row.step}/${column}`, row[column] || undefined]),
      )
      expect(file.length).toBeGreaterThan(0)
      expect([query, new Map(page)]).toEqual([query, new Map(file as [string, string | undefined][])])
    }
  })

  test('walks of others than oneself are counted only when asked for', async () => {
    await walks(6, { opened })
    await walks(8, { opened, mode: 'simulated' })
    const reached = async (mode: string) => (await figures(`${PAGE}?mode=${mode}`)).get('1/home/milk/reached')
    expect(await reached('own')).toBe('6')
    expect(await reached('simulated')).toBe('8')
    expect(await reached('all')).toBe('14')
    expect((await mika.get(`${PAGE}?mode=everyone`)).status).toBe(400)
  })

  test('no pair of modes gives away a withheld one', async () => {
    await walks(20, { opened })
    await walks(2, { opened, mode: 'persona' })
    expect((await figures(`${PAGE}?mode=all`)).get('1/home/milk/reached')).toBeUndefined()
  })

  test('an earlier version that was walked keeps its own numbers beside the newest', async () => {
    await walks(6, { opened })
    await publishAgain(app)
    await walks(7, { opened, version: 2 })
    const page = await figures(PAGE)
    expect([page.get('1/home/milk/reached'), page.get('2/home/milk/reached')]).toEqual(['6', '7'])
    const versions = rowsOf(await text(mika, `${PAGE}/steps.csv`)).map(({ version }) => version)
    expect(versions).toEqual(['2', '2', '2', '1', '1', '1'])
    expect([...(await figures(`${PAGE}?version=1`)).keys()].some((name) => name.startsWith('2/'))).toBe(false)
    expect((await mika.get(`${PAGE}?version=3`)).status).toBe(404)
  })

  test('the files name their columns and come as files', async () => {
    const response = await mika.get(`${PAGE}/steps.csv`)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('cat-moves-house-steps.csv')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toMatch(
      /^version,track,step,provider,reached,shown,answered,skipped,left,set_aside\n1,situation,who-moved,,0,0,0,0,0,0\n/,
    )
    expect((await mika.get('/fi/review/journeys/no-such/steps.csv')).status).toBe(404)
  })

  test('few walkers are read before they are counted, many the other way round', async () => {
    await walks(6, wrote('Maito riittää'))
    const order = async () => {
      const page = await text(mika, PAGE)
      return page.indexOf('Maito riittää') < page.indexOf('data-figure')
    }
    expect(await order()).toBe(true)
    expect(await text(mika, PAGE)).toContain('href="#figures"')
    await walks(20, { opened })
    expect(await order()).toBe(false)
  })
})

describe('one step', () => {
  test('folds the questions that nobody was asked behind those that somebody was', async () => {
    const folded = async () => (await text(mika, STEP)).split('jota ei ole kysytty keneltäkään')[0] ?? ''
    const before = /(\d+) kysymystä, joita ei ole kysytty keneltäkään/.exec(await text(mika, STEP))?.[1]
    expect(Number(before)).toBeGreaterThan(1)
    await walks(5, voted('yes'))
    expect(await folded()).toContain('data-prompt="works"')
    const after = /(\d+) kysymys(?:tä, joita|, jota) ei ole kysytty keneltäkään/.exec(await text(mika, STEP))?.[1]
    expect(Number(after)).toBe(Number(before) - 1)
  })

  test('answers are told with their denominator, in the page as in the file', async () => {
    await walks(8, voted('yes'))
    await walks(6, voted('no'))
    const page = await figures(STEP)
    const file = rowsOf(await text(mika, `${PAGE}/prompts.csv`)).filter(({ step }) => step === 'milk')
    expect(file.length).toBeGreaterThan(3)
    for (const { version, track, step, prompt, option, n, of } of file) {
      const name = `${version}/${track}/${step}/${prompt}`
      expect([name, option, page.get(`${name}/${option || 'wrote'}`)]).toEqual([name, option, n || undefined])
      expect([name, page.get(`${name}/of`)]).toEqual([name, of || undefined])
    }
    expect(page.get('1/home/milk/works/yes')).toBe('8')
    expect(page.get('1/home/milk/works/of')).toBe('14')
    expect(page.get('1/home/milk/reached')).toBe('14')
  })

  test('shares of a hundred stand only where twenty have answered', async () => {
    await walks(19, voted('yes'))
    expect(await text(mika, STEP)).not.toContain('100 %')
    await walks(1, voted('yes'))
    expect(await text(mika, STEP)).toContain('100 %')
  })

  test('the prompts file names its columns', async () => {
    const csv = await text(mika, `${PAGE}/prompts.csv`)
    expect(csv.split('\n')[0]).toBe('version,track,step,prompt,kind,option,n,of')
  })

  test('a step that no version has is not found', async () => {
    for (const step of ['home/gone', 'gone/milk', '__proto__/constructor'])
      expect((await mika.get(`${PAGE}/steps/${step}`)).status).toBe(404)
  })

  test('words carry their language and stand as they were written', async () => {
    await walked(app.deps, wrote('Katten & mjölken', { language: 'sv' }))
    expect(await text(mika, STEP)).toContain('lang="sv">Katten &amp; mjölken</blockquote>')
  })

  test('no word of anybody becomes markup, on any page', async () => {
    const payloads = [
      '<script>window.pwn=1</script>',
      '"><img src=x onerror=pwn()>',
      "'-alert(1)-'",
      '</blockquote><svg onload=pwn()>',
      '{{constructor.constructor("pwn()")()}}',
      '<a href="javascript:pwn()">x</a>',
    ]
    for (const payload of payloads) await walked(app.deps, wrote(payload))
    const { ids } = await walked(app.deps, wrote('odottaa'))
    const broken = await mika.post(`/fi/review/words/${ids[0]}/hide`, {
      ...formOn(await text(mika, STEP), 'hide').fields,
      reason: '<img src=x onerror=pwn()>'.repeat(40),
    })
    const pages = [
      await text(mika, PAGE),
      await text(mika, STEP),
      await text(mika, '/fi/review/queue'),
      await broken.text(),
    ]
    for (const page of pages) {
      expect(page).not.toMatch(/<script>|<img|onload=pwn\(\)>|<a href="javascript|<svg onload/)
    }
    for (const query of ['track', 'provider', 'note']) {
      const page = await text(mika, `${PAGE}?${query}=${encodeURIComponent(payloads[1] ?? '')}`)
      expect(page).not.toContain('<img')
    }
  })
})

describe('words that wait', () => {
  test('the queue begins with the oldest and tells its age', async () => {
    await walked(app.deps, wrote('Vanha sana'))
    app.clock.now += 3 * DAY
    await walked(app.deps, wrote('Uusi sana'))
    mika = await signedIn(app, 'reviewer')
    const page = await text(mika, '/fi/review/queue')
    expect(page.indexOf('Vanha sana')).toBeLessThan(page.indexOf('Uusi sana'))
    expect(page).toContain('3 päivää sitten')
    expect(page).toContain('data-waiting="2"')
  })

  test('approving lets others see the words, hiding takes them away again', async () => {
    const { ids } = await walked(app.deps, wrote('Maitoa lautaselle'))
    const visible = () => app.deps.walks.visibleTexts({ journey: JOURNEY, step: MILK })
    expect(await visible()).toEqual([])

    const approve = formOn(await text(mika, '/fi/review/queue'), 'approve')
    const approved = await mika.post(approve.action, approve.fields)
    expect([approved.status, approved.headers.get('location')]).toEqual([303, '/fi/review/queue?note=approved'])
    expect((await visible()).map(({ id }) => id)).toEqual(ids)
    const queue = await text(mika, '/fi/review/queue?note=approved')
    expect(queue).toContain('Teksti on hyväksytty')
    expect(queue).toContain('data-waiting="0"')

    const hide = formOn(await text(mika, `${STEP}?version=1`), 'hide')
    const hidden = await mika.post(hide.action, { ...hide.fields, reason: 'Puhuu naapurista' })
    expect(hidden.headers.get('location')).toBe(`${STEP}?version=1&note=hidden`)
    expect(await visible()).toEqual([])
    expect(await text(mika, STEP)).toContain('Syy: Puhuu naapurista')
  })

  test('a decision sent twice is recorded once', async () => {
    await walked(app.deps, wrote('Kahdesti'))
    const { action, fields } = formOn(await text(mika, '/fi/review/queue'), 'approve')
    expect((await mika.post(action, fields)).status).toBe(303)
    expect((await mika.post(action, fields)).status).toBe(303)
    const log = await app.deps.accounts.audit({ limit: 50, before: undefined })
    expect(log.filter(({ what }) => what === 'moderate:visible')).toHaveLength(1)
  })

  test('a page from before another reader hid the words does not bring them back without asking', async () => {
    const { ids } = await walked(app.deps, wrote('Sari ehti ensin'))
    const state = async () => (await app.deps.review.contribution(ids[0] ?? ''))?.state
    const queue = await text(mika, '/fi/review/queue')
    const hide = formOn(queue, 'hide')
    const sari = await signedIn(app, 'admin')
    const hers = formOn(await text(sari, '/fi/review/queue'), 'approve')
    await mika.post(hide.action, { ...hide.fields, reason: 'Puhuu naapurista' })

    const stale = await sari.post(hers.action, hers.fields)
    expect(stale.status).toBe(409)
    const page = await stale.text()
    expect(page).toContain('Toinen lukija piilotti tekstin jo. Syy: Puhuu naapurista. Haluatko silti hyväksyä sen?')
    expect(await state()).toBe('hidden')
    const still = formOn(page, 'approve')
    expect((await sari.post(still.action, still.fields)).status).toBe(303)
    expect(await state()).toBe('visible')

    const other = await mika.post(hide.action, { ...hide.fields, reason: 'Yhä naapurista' })
    expect(other.status).toBe(409)
    const asked = await other.text()
    expect(asked).toContain('Toinen lukija hyväksyi tekstin jo. Haluatko silti piilottaa sen?')
    expect(asked).toContain('Yhä naapurista</textarea>')
    expect(await state()).toBe('visible')
  })

  test('hiding without a reason hides nothing and asks again', async () => {
    const { ids } = await walked(app.deps, wrote('Ei syytä'))
    const { action, fields } = formOn(await text(mika, '/fi/review/queue'), 'hide')
    const response = await mika.post(action, { ...fields, reason: '  ' })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(`href="#reason-${ids[0]}"`)
    expect(page).toContain('<title>Virhe: ')
    expect((await app.deps.review.contribution(ids[0] ?? ''))?.state).toBe('pending')
    expect(
      (await mika.post(formOn(page, 'hide').action, { ...formOn(page, 'hide').fields, reason: 'Syy' })).status,
    ).toBe(303)
  })

  test('words that were withdrawn meanwhile are not brought back', async () => {
    const { ids, walk } = await walked(app.deps, wrote('Poistuva'))
    const { action, fields } = formOn(await text(mika, '/fi/review/queue'), 'approve')
    await app.deps.walks.withdraw({ walk, contribution: ids[0], at: app.clock.now })
    expect((await mika.post(action, fields)).headers.get('location')).toContain('note=withdrawn')
    expect(await app.deps.walks.visibleTexts({ journey: JOURNEY, step: MILK })).toEqual([])
  })

  test('a form cannot lead out of the review', async () => {
    await walked(app.deps, wrote('Muualle'))
    const { action, fields } = formOn(await text(mika, '/fi/review/queue'), 'approve')
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/fi/review/..//evil.example',
      'javascript:1',
    ]) {
      const location = (await mika.post(action, { ...fields, back })).headers.get('location') ?? ''
      expect(location).toMatch(/^\/fi\/review\/queue\?note=/)
    }
  })

  test('whoever reads words leaves a mark in the log, which repeats none of them', async () => {
    await walked(app.deps, wrote('Salainen sana'))
    for (const path of [PAGE, STEP, '/fi/review/queue']) await text(mika, path)
    const log = await app.deps.accounts.audit({ limit: 50, before: undefined })
    const read = log.filter(({ what }) => what === 'read-words').map(({ about }) => about)
    expect(read).toEqual(['queue', `${JOURNEY}/${MILK}`, JOURNEY])
    expect(JSON.stringify(log)).not.toContain('Salainen')
  })
})

describe('who may', () => {
  const PATHS = ['/fi/review', PAGE, STEP, `${PAGE}/steps.csv`, `${PAGE}/prompts.csv`]

  test('a stranger gets neither figures nor words, from pages or files', async () => {
    await walks(6, wrote('Ei vieraille'))
    for (const path of [...PATHS, '/fi/review/queue']) {
      const response = await app.visitor().get(path)
      const page = await response.text()
      expect([path, response.status, figuresOn(page).size]).toEqual([path, 403, 0])
      expect(page).not.toMatch(/Ei vieraille|^version,/)
    }
    const { ids } = await walked(app.deps, wrote('Toinen'))
    for (const verb of ['approve', 'hide'])
      expect((await app.visitor().post(`/fi/review/words/${ids[0]}/${verb}`, { reason: 'x' })).status).toBe(403)
  })

  test('the role decides', async () => {
    await walked(app.deps, wrote('Odottava sana'))
    const form = formOn(await text(mika, '/fi/review/queue'), 'hide')
    for (const role of ROLES) {
      const browser = await signedIn(app, role)
      const reads = role !== 'provider'
      const moderates = ['reviewer', 'facilitator', 'admin'].includes(role)
      for (const path of PATHS)
        expect([role, path, (await browser.get(path)).status]).toEqual([role, path, reads ? 200 : 403])
      expect([role, (await browser.get('/fi/review/queue')).status]).toEqual([role, moderates ? 200 : 403])
      const decided = await browser.post(form.action, form.fields)
      expect([role, decided.status]).toEqual([role, moderates ? 422 : 403])
    }
  })

  test('a designer reads approved words only, and decides on none', async () => {
    await walked(app.deps, wrote('Ei vielä luettu'))
    await walked(app.deps, wrote('Jo hyväksytty', { state: 'visible' }))
    const designer = await signedIn(app, 'designer')
    for (const path of [PAGE, STEP]) {
      const page = await text(designer, path)
      expect(page).toContain('Jo hyväksytty')
      expect(page).not.toMatch(/Ei vielä luettu|data-form="(approve|hide)"/)
    }
  })

  test('whoever was invited to one journey sees no other', async () => {
    await walked(app.deps, wrote('Kissan asia'))
    const form = formOn(await text(mika, '/fi/review/queue'), 'approve')
    for (const role of ['designer', 'facilitator'] as const) {
      const bound = await signedIn(app, role, { journey: 'moving-home' })
      for (const path of PATHS.slice(1)) expect((await bound.get(path)).status).toBe(403)
      expect(await text(bound, '/fi/review')).not.toContain('cat-moves-house')
      expect((await bound.post(form.action, form.fields)).status).toBe(403)
    }
    const bound = await signedIn(app, 'facilitator', { journey: 'moving-home' })
    expect(await text(bound, '/fi/review/queue')).toContain('data-waiting="0"')
  })
})

test('the first page lists every journey with its versions and what waits', async () => {
  await walks(6, { ...wrote('Hei'), finished: true })
  const page = await text(mika, '/fi/review')
  expect(page).toContain('data-page="review"')
  expect(page).toContain('data-waiting="6"')
  expect(figuresOn(page)).toEqual(
    new Map([
      [`overview/${JOURNEY}/started`, '6'],
      [`overview/${JOURNEY}/waiting`, '6'],
      [`overview/${JOURNEY}/undecided`, '0'],
      [`overview/${JOURNEY}/overdue`, '0'],
      [`${JOURNEY}/1/started`, '6'],
      [`${JOURNEY}/1/finished`, '6'],
    ]),
  )
})

test('every page is written in three languages, with nothing inline', async () => {
  await walked(app.deps, wrote('Hei'))
  for (const language of ['fi', 'sv', 'en']) {
    for (const rest of ['', '/queue', `/journeys/${JOURNEY}`, `/journeys/${JOURNEY}/steps/${MILK}`]) {
      const page = await text(mika, `/${language}/review${rest}`)
      expect(page).toContain(`<html lang="${language}"`)
      expect(page).not.toMatch(/ style=|<style| on\w+=|undefined|\[object|>function/)
      expect(page.match(/<h1/g)).toHaveLength(1)
      expect(page.match(/<main/g)).toHaveLength(1)
    }
  }
})

async function publishAgain({ deps }: TestApp): Promise<void> {
  await deps.versions.add({
    journey: JOURNEY,
    hash: 'another',
    definition: MOVING_HOUSE_CAT,
    personas: [],
    author: 'designer-sari',
    note: undefined,
    publishedAt: deps.now(),
    changes: [],
  })
}
