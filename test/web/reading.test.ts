import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import { linkFor } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { citizen } from '../support/citizen.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { all, textOf } from '../support/html.ts'
import { readPage } from '../support/page.ts'

const CAT = '/fi/journeys/cat-moves-house'
const DOG = '/fi/journeys/dog-stays'
const PLAIN_TITLE = 'Kissa saa uuden kodin'
const usualTitle = MOVING_HOUSE_CAT.title.fi ?? ''

/** only its title is in plain Finnish: everything else falls back */
const INLINE: Definition = {
  ...MOVING_HOUSE_CAT,
  title: { ...MOVING_HOUSE_CAT.title, 'fi-x-selko': PLAIN_TITLE },
}
const WITHOUT: Definition = { ...MOVING_HOUSE_CAT, id: 'dog-stays' }

let app: TestApp
beforeAll(async () => {
  app = await testApp({ definitions: [INLINE, WITHOUT] })
})
afterAll(() => app.close())

async function read(visitor: Browser, path: string) {
  const page = readPage(await (await visitor.get(path)).text())
  const [nav] = all(page.root, ({ attributes }) => attributes.class === 'polku-languages')
  const links = nav ? all(nav, ({ name }) => name === 'a') : []
  return {
    page,
    title: textOf(page.main),
    languages: links.map((link) => textOf(link).trim()),
    current: links.filter(({ attributes }) => attributes['aria-current']).map((link) => textOf(link).trim()),
    hrefOf: (name: string) => links.find((link) => textOf(link).trim() === name)?.attributes.href ?? '',
  }
}

async function follow(visitor: Browser, href: string): Promise<string> {
  const response = await visitor.get(href)
  expect(response.status).toBe(303)
  expect(response.headers.get('cache-control')).toBe('no-store')
  return response.headers.get('location') ?? ''
}

describe('plain Finnish', () => {
  it('is chosen by a plain link beside the languages, leads back to the same page, and is left again', async () => {
    const visitor = app.visitor()
    const before = await read(visitor, `${CAT}?as=own`)
    expect(before.languages).toEqual(['Suomi', 'Selkokieli', 'Svenska', 'English'])
    expect(before.current).toEqual(['Suomi'])
    expect(before.title).toContain(usualTitle)

    expect(await follow(visitor, before.hrefOf('Selkokieli'))).toBe(`${CAT}?as=own`)
    const plain = await read(visitor, CAT)
    expect(plain.current).toEqual(['Selkokieli'])
    expect(plain.title).toContain(PLAIN_TITLE)
    expect(plain.page.language).toBe('fi')

    expect(await follow(visitor, plain.hrefOf('Suomi'))).toBe(CAT)
    const after = await read(visitor, CAT)
    expect(after.current).toEqual(['Suomi'])
    expect(after.title).not.toContain(PLAIN_TITLE)
  })

  it('shows the usual Finnish where a text has no plain one', async () => {
    const visitor = app.visitor()
    await visitor.get(`/fi/plain-words${CAT.slice(3)}`)
    const { title } = await read(visitor, CAT)
    expect(title).toContain(MOVING_HOUSE_CAT.tracks.home?.title.fi)
  })

  it('is offered from Swedish too, and changes nothing there', async () => {
    const visitor = app.visitor()
    const swedish = await read(visitor, '/sv/journeys/cat-moves-house')
    expect(await follow(visitor, swedish.hrefOf('Selkokieli'))).toBe(CAT)
    const again = await read(visitor, '/sv/journeys/cat-moves-house')
    expect(again.current).toEqual(['Svenska'])
    expect(again.title).toBe(swedish.title)
    expect(await follow(visitor, again.hrefOf('Suomi'))).toBe(CAT)
    expect((await read(visitor, CAT)).current).toEqual(['Suomi'])
  })

  it('is not offered where the journey has none, but the way out is', async () => {
    const visitor = app.visitor()
    expect((await read(visitor, DOG)).languages).toEqual(['Suomi', 'Svenska', 'English'])
    await visitor.get('/fi/plain-words')
    expect((await read(visitor, DOG)).current).toEqual(['Selkokieli'])
  })

  it.each(['', '/about', '/privacy', '/help', '/accessibility', '/resume'])('is offered on /fi%s', async (path) => {
    expect((await read(app.visitor(), `/fi${path}`)).languages).toContain('Selkokieli')
  })

  it('keeps the choice where no script reads it, and on this device only until the browser is closed', async () => {
    const response = await app.visitor().get('/fi/plain-words/help')
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^polku-reading=plain;/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Max-Age|Expires/)
  })

  it('leads nowhere but to pages of the service', async () => {
    expect(await follow(app.visitor(), '/fi/plain-words//elsewhere.example/x')).toBe('/fi//elsewhere.example/x')
  })

  it('is never kept by anything between: its pages are the reader’s own', async () => {
    const visitor = app.visitor()
    await visitor.get('/fi/plain-words')
    for (const path of ['/fi', CAT, '/fi/help'])
      expect((await visitor.get(path)).headers.get('cache-control')).toMatch(/private|no-store/)
  })

  it('goes on in the same walk, and what is written in it is written in Finnish', async () => {
    const walker = citizen(app.visitor())
    await walker.start('cat-moves-house')
    const usual = walker.path
    await walker.open(`/fi/plain-words${usual.slice(3)}`)
    expect(walker.path).toBe(usual)
    await walker.walk((page, form) =>
      Object.fromEntries(form.fields.filter(({ name }) => name.endsWith('.text')).map(({ name }) => [name, page.name])),
    )
    expect(walker.page.name).toBe('outcome')
    const id = walker.walkPath().split('/').at(-1) ?? ''
    const said = await app.deps.walks.contributionsOf(id)
    expect(said.length).toBeGreaterThan(0)
    expect(new Set(said.map(({ language }) => language))).toEqual(new Set(['fi']))
  })

  it('never reaches the staff, who would save it as the usual Finnish', async () => {
    const staff = app.visitor()
    await staff.get('/fi/plain-words')
    const path = await linkFor(app, 'designer')
    await staff.post(path)
    const shown = await read(staff, '/fi/studio')
    expect(shown.page.name).toBe('studio')
    expect(shown.page.text).not.toContain(PLAIN_TITLE)
    expect(shown.languages).toEqual(['Suomi', 'Svenska', 'English'])
  })
})
