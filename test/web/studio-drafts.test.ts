import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkText } from '#src/journey/check.ts'
import { signedIn } from '../review/staff.ts'
import { after, formIn, open, press, valuesIn } from '../studio/forms.ts'
import { CAT, FIRST_CAT } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { all, type Element, textOf } from '../support/html.ts'
import { readPage } from '../support/page.ts'
import { wordsMissing } from '../support/words-missing.ts'

let app: TestApp
let sari: Browser
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
  sari = await signedIn(app, 'designer')
})
afterEach(() => app.close())

/** A draft of the published cat journey: its address. */
async function catDraft(browser = sari): Promise<string> {
  const list = await open(browser, '/fi/studio/drafts')
  const response = await press(browser, formIn(list, 'new-version'), { from: CAT })
  return response.headers.get('location') ?? ''
}
const idOf = (address: string) => address.split('/').at(-1) ?? ''
const textOfDraft = async (address: string) => {
  const draft = await app.deps.drafts.find(idOf(address))
  return (await app.deps.drafts.revision(idOf(address), draft?.head ?? 0))?.text ?? ''
}
const MILK = '/steps/home/milk'

describe('the list of drafts', () => {
  test('begins a new journey from its name, languages and id', async () => {
    const list = await open(sari, '/fi/studio/drafts')
    const page = await after(
      sari,
      press(sari, formIn(list, 'new-journey'), { 'title-fi': 'Häät', 'title-en': 'A wedding' }),
    )
    expect([page.name, page.main.attributes['data-journey']]).toEqual(['studio-draft-outline', 'a-wedding'])
    const again = await open(sari, '/fi/studio/drafts')
    expect(textOf(again.main)).toContain('Häät')
  })

  test('says what is missing and keeps what was written', async () => {
    const list = await open(sari, '/fi/studio/drafts')
    const form = formIn(list, 'new-journey')
    const unnamed = await press(sari, form, { id: 'koti' })
    expect(unnamed.status).toBe(422)
    expect(valuesIn(formIn(readPage(await unnamed.text()), 'new-journey')).id).toEqual(['koti'])
    for (const fields of [
      { 'title-fi': 'Koti', id: 'Väärä tunnus' },
      { 'title-fi': 'Koti', id: CAT },
    ])
      expect((await press(sari, form, fields)).status).toBe(422)
    expect(await app.deps.drafts.all()).toEqual([])
  })
})

describe('a step of a draft', () => {
  test('is changed in its form, and only where something was changed', async () => {
    const address = await catDraft()
    const before = await textOfDraft(address)
    const page = await open(sari, address + MILK)
    expect((await press(sari, formIn(page, 'draft'), {}, 'save')).status).toBe(303)
    expect(await textOfDraft(address)).toBe(before)
    await after(sari, press(sari, formIn(page, 'draft'), { 'title.fi': 'Maito: lämmin' }, 'save'))
    expect(await textOfDraft(address)).toBe(
      before.replace(/(- id: milk[\s\S]*?title:\s+fi: )[^\n]*/, '$1"Maito: lämmin"'),
    )
  })

  test('gets a condition, a deadline, a wait and a question, all in words', async () => {
    const address = await catDraft()
    const page = await open(sari, address + MILK)
    const black = JSON.stringify({ fact: 'colour', is: 'black' })
    const fields = {
      'when.row': [black],
      'when.bound': [''],
      'deadline.from': 'moved_on',
      ...{ 'deadline.add.n': '3', 'deadline.add.unit': 'M' },
      'waits.from': 'moved_on',
      ...{ 'waits.add.n': '2', 'waits.add.unit': 'W' },
    }
    const saved = await after(sari, press(sari, formIn(page, 'draft'), fields, 'add:prompts'))
    const [reading] = all(saved.main, ({ attributes }) => attributes['data-reading'] === 'when')
    expect(reading && textOf(reading)).toContain('Minkä värinen kissa on? – Musta')
    const text = await textOfDraft(address)
    for (const part of ['add: P3M', 'add: P2W', 'is: black', 'kind: rating']) expect(text).toContain(part)
    expect(checkText(text).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('whose number is no number keeps what was written and says so', async () => {
    const address = await catDraft()
    const page = await open(sari, address + MILK)
    const response = await press(sari, formIn(page, 'draft'), { 'today.contacts': 'monta', 'do.fi': 'Kaada' }, 'save')
    expect(response.status).toBe(422)
    const shown = readPage(await response.text())
    expect(valuesIn(formIn(shown, 'draft'))['today.contacts']).toEqual(['monta'])
    expect(await textOfDraft(address)).toContain('Kaada')
  })

  test('is moved, taken out and brought back by undo, and done again by redo', async () => {
    const address = await catDraft()
    const before = await textOfDraft(address)
    const outline = await open(sari, address)
    const order = formIn(outline, 'order', { 'data-path': 'tracks.home.steps.milk' })
    const without = await after(sari, press(sari, order, {}, 'remove:tracks.home.steps.milk'))
    expect(textOf(without.main)).not.toContain('milk')
    const gone = await textOfDraft(address)
    const back = await after(sari, press(sari, formIn(without, 'undo'), {}, 'undo'))
    expect(await textOfDraft(address)).toBe(before)
    await after(sari, press(sari, formIn(back, 'undo'), {}, 'redo'))
    expect(await textOfDraft(address)).toBe(gone)
  })

  test('gets another id, and everything that names it follows', async () => {
    const address = await catDraft()
    const page = await open(sari, address + MILK)
    const renamed = await after(sari, press(sari, formIn(page, 'draft'), { 'new-id': 'warm-milk' }, 'rename'))
    expect(renamed.main.attributes['data-step']).toBe('warm-milk')
    const text = await textOfDraft(address)
    expect(text).toContain('was: home/milk')
    expect(checkText(text).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('two designers in one draft', () => {
  test('meet nowhere when they write in different fields', async () => {
    const mika = await signedIn(app, 'designer')
    const address = await catDraft()
    const [one, other] = [await open(sari, address + MILK), await open(mika, address + MILK)]
    await after(sari, press(sari, formIn(one, 'draft'), { 'title.fi': 'Sarin nimi' }, 'save'))
    await after(mika, press(mika, formIn(other, 'draft'), { 'title.sv': 'Mikas namn' }, 'save'))
    const text = await textOfDraft(address)
    expect([text.includes('Sarin nimi'), text.includes('Mikas namn')]).toEqual([true, true])
  })

  test('save field by field, and neither writes the other’s words back', async () => {
    const mika = await signedIn(app, 'designer')
    const address = await catDraft()
    const [one, other] = [await open(sari, address + MILK), await open(mika, address + MILK)]
    const leave = async (browser: Browser, form: Element, fields: Record<string, string>) => {
      const response = await browser.post(address + MILK, { ...valuesIn(form), ...fields }, { 'hx-request': 'true' })
      const text = await response.text()
      return { text, base: /name="base" id="base" value="(\d+)"/.exec(text)?.[1] ?? '' }
    }
    const first = await leave(sari, formIn(one, 'draft'), { 'title.fi': 'Sarin nimi' })
    expect(first.text).toContain('Tallennettu 9.00')
    const late = await leave(mika, formIn(other, 'draft'), { 'title.sv': 'Mikas namn' })
    expect(late.text).toContain('Joku toinen')
    await leave(mika, formIn(other, 'draft'), { 'title.sv': 'Mikas namn', 'title.en': 'The name', base: late.base })
    await leave(sari, formIn(one, 'draft'), { 'title.fi': 'Sarin uusi nimi', base: first.base })
    const text = await textOfDraft(address)
    for (const words of ['Sarin uusi nimi', 'Mikas namn', 'The name']) expect(text).toContain(words)
  })

  test('see both texts of the same field, and the later one chooses', async () => {
    const mika = await signedIn(app, 'designer')
    const address = await catDraft()
    const [one, other] = [await open(sari, address + MILK), await open(mika, address + MILK)]
    await after(sari, press(sari, formIn(one, 'draft'), { 'title.fi': 'Sarin nimi' }, 'save'))
    const fields = { 'title.fi': 'Mikan nimi', 'title.sv': 'Mikas namn' }
    const met = await press(mika, formIn(other, 'draft'), fields, 'save')
    expect(met.status).toBe(409)
    const merge = readPage(await met.text())
    expect(textOf(merge.main)).toContain('Sarin nimi')
    expect(await textOfDraft(address)).toContain('Mikas namn')
    await after(mika, press(mika, formIn(merge, 'merge'), { 'keep.title.fi': 'mine' }, 'save'))
    expect(await textOfDraft(address)).toContain('Mikan nimi')
  })

  test('choose the other’s text, and lose nothing when a third has written meanwhile', async () => {
    const address = await catDraft()
    const page = await open(sari, address + MILK)
    const write = (words: string) => press(sari, formIn(page, 'draft'), { 'title.fi': words }, 'save')
    await write('Ensimmäinen')
    const merge = readPage(await (await write('Toinen')).text())
    const fresh = await open(sari, address + MILK)
    await after(sari, press(sari, formIn(fresh, 'draft'), { 'title.fi': 'Kolmas' }, 'save'))
    const again = await press(sari, formIn(merge, 'merge'), { 'keep.title.fi': 'mine' }, 'save')
    expect(again.status).toBe(409)
    const last = readPage(await again.text())
    expect(textOf(last.main)).toContain('Kolmas')
    await after(sari, press(sari, formIn(last, 'merge'), { 'keep.title.fi': 'theirs' }, 'save'))
    expect(await textOfDraft(address)).toContain('Kolmas')
  })
})

describe('the whole text', () => {
  const source = async (address: string, text: string) => {
    const page = await open(sari, `${address}/source`)
    return press(sari, formIn(page, 'source'), { text }, 'save')
  }

  test('keeps its comments through every form', async () => {
    const address = await catDraft()
    const commented = `# Sarin muistiinpano\n${await textOfDraft(address)}`.replace(
      '    steps:',
      '    # ennen askelia\n    steps:',
    )
    expect((await source(address, commented)).status).toBe(303)
    const page = await open(sari, address + MILK)
    await after(sari, press(sari, formIn(page, 'draft'), { 'title.fi': 'Uusi' }, 'save'))
    const text = await textOfDraft(address)
    for (const comment of ['# Sarin muistiinpano', '# ennen askelia']) expect(text).toContain(comment)
  })

  test('may be half written: it is kept, its error has a line, and the forms wait', async () => {
    const address = await catDraft()
    expect((await source(address, 'format: 1\nid: cat: dog\n')).status).toBe(303)
    const page = await open(sari, `${address}/source`)
    expect(all(page.main, ({ attributes }) => attributes['data-finding'] === 'error').length).toBeGreaterThan(0)
    expect(textOf(page.main)).toContain('rivi 2')
    for (const path of ['', '/check', '/history', '/publish', '/share', '/facts']) await open(sari, address + path)
    expect((await sari.get(address + MILK)).headers.get('location')).toBe(`${address}/source`)
    expect(textOf((await open(sari, address)).main)).toContain('Korjaa ensin')
    expect((await sari.get(address + MILK)).headers.get('location')).toBe(`${address}/source`)
    expect(textOf((await open(sari, address)).main)).toContain('Korjaa ensin')
  })

  test('is not written over what somebody else saved meanwhile', async () => {
    const address = await catDraft()
    const page = await open(sari, `${address}/source`)
    const before = await textOfDraft(address)
    await press(sari, formIn(page, 'source'), { text: `${before}# a\n` }, 'save')
    const late = await press(sari, formIn(page, 'source'), { text: `${before}# b\n` }, 'save')
    expect(late.status).toBe(409)
    const shown = readPage(await late.text())
    expect(valuesIn(formIn(shown, 'source')).text?.[0]).toContain('# b')
    expect(await textOfDraft(address)).toContain('# a')
  })
})

describe('from a draft to a version', () => {
  test('a colleague approves, not the writer; then it is published and archived', async () => {
    const mika = await signedIn(app, 'designer')
    const address = await catDraft()
    const page = await open(sari, address + MILK)
    await after(sari, press(sari, formIn(page, 'draft'), { 'title.fi': 'Lämmin maito' }, 'save'))
    const publish = await open(sari, `${address}/publish`)
    await after(sari, press(sari, formIn(publish, 'ask'), {}, 'ask'))

    const review = `/fi/review/drafts/${idOf(address)}`
    const own = await sari.post(review, {
      verdict: 'approved',
      revision: (await app.deps.drafts.find(idOf(address)))?.head.toString() ?? '',
    })
    expect(own.status).toBe(422)
    const read = await open(mika, review)
    await after(mika, press(mika, formIn(read, 'review-draft'), { verdict: 'approved' }))

    const ready = await open(sari, `${address}/publish`)
    expect(ready.main.attributes['data-approved']).toBe('yes')
    const done = await after(
      sari,
      press(sari, formIn(ready, 'publish-draft'), { 'note-fi': 'Maito lämpeni' }, 'publish'),
    )
    expect(done.main.attributes['data-version']).toBe('2')
    expect((await app.deps.drafts.find(idOf(address)))?.state).toBe('archived')
    expect((await app.deps.versions.latest(CAT))?.note).toEqual({ fi: 'Maito lämpeni' })
  })

  test('what was changed after the approval has to be approved again', async () => {
    const mika = await signedIn(app, 'reviewer')
    const address = await catDraft()
    const write = async (words: string) => {
      const page = await open(sari, address + MILK)
      await after(sari, press(sari, formIn(page, 'draft'), { 'title.fi': words }, 'save'))
    }
    await write('Yksi')
    await after(sari, press(sari, formIn(await open(sari, `${address}/publish`), 'ask'), {}, 'ask'))
    const read = await open(mika, `/fi/review/drafts/${idOf(address)}`)
    await after(mika, press(mika, formIn(read, 'review-draft'), { verdict: 'approved' }))
    const ready = formIn(await open(sari, `${address}/publish`), 'publish-draft')
    await write('Kaksi')
    expect((await press(sari, ready, {}, 'publish')).status).toBe(409)
    const now = formIn(await open(sari, `${address}/publish`), 'publish-draft')
    expect((await press(sari, now, {}, 'publish')).status).toBe(422)
    expect((await app.deps.versions.latest(CAT))?.number).toBe(1)
  })
})

describe('trying a draft', () => {
  test('walks it from any step, and no figure knows of it', async () => {
    const address = await catDraft()
    const page = await open(sari, `${address}/share`)
    const step = await after(sari, press(sari, formIn(page, 'try'), { step: 'home/milk' }))
    expect([step.name, step.step]).toEqual(['step', 'home/milk'])
    await after(sari, press(sari, formIn(step, 'answer'), { 'p.open.text': 'Luonnokseen kirjoitettu' }, 'stay'))
    expect(await app.deps.moderations.waiting(undefined)).toEqual([])
    expect(
      (await app.deps.review.walks({ journey: CAT, version: 1, modes: ['own', 'persona'] } as never)).started,
    ).toBe(0)
  })

  test('by a link needs no account, and ends when the link is taken back', async () => {
    const address = await catDraft()
    const share = await open(sari, `${address}/share`)
    const made = readPage(await (await press(sari, formIn(share, 'share'), { days: '3' }, 'make')).text())
    const [shown] = all(made.main, ({ attributes }) => 'data-draft-address' in attributes)
    const path = new URL(shown ? textOf(shown) : '').pathname
    const visitor = app.visitor()
    const shared = await open(visitor, path)
    const begun = await after(visitor, press(visitor, formIn(shared, 'try')))
    expect(begun.name).toBe('step')
    expect((await visitor.get(address)).status).toBe(403)
    await press(sari, formIn(made, 'cancel-link'), {}, 'cancel')
    expect((await app.visitor().get(path)).status).toBe(404)
  })
})

test('colleagues comment beside a step and settle what was said', async () => {
  const address = await catDraft()
  const page = await open(sari, address + MILK)
  const said = await after(sari, press(sari, formIn(page, 'comment'), { text: 'Onko näin?' }))
  expect(textOf(said.main)).toContain('Onko näin?')
  const settled = await after(sari, press(sari, formIn(said, 'settle'), {}, 'resolve'))
  expect(textOf(settled.main)).toContain('hoidettu')
})

test.each(['fi', 'sv', 'en'])('no word is missing in %s', async (language) => {
  const address = (await catDraft()).replace('/fi/', `/${language}/`)
  // Its fields hold every language beside each other: only what the page itself owes is looked for.
  for (const path of [
    '',
    MILK,
    '/details',
    '/facts',
    '/facts/colour',
    '/providers',
    '/source',
    '/check',
    '/history',
    '/share',
    '/publish',
  ])
    expect(
      wordsMissing(await open(sari, address + path)).filter((one) => !one.startsWith('in ')),
      path,
    ).toEqual([])
})
