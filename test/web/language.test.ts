import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alternates, preferred } from '#src/web/language.ts'
import { type TestApp, testApp } from '../support/app.ts'

let site: TestApp
beforeAll(async () => {
  site = await testApp({
    routes: (app) => {
      for (const path of ['/fi/here/there', '/about'])
        app.get(path, (c) => c.json({ ...alternates(c), own: c.get('language') }))
    },
  })
})
afterAll(() => site.close())

describe('the front door', () => {
  it.each([
    ['sv', '/sv'],
    ['en-GB,en;q=0.9', '/en'],
    ['sv-FI, fi;q=0.9, en;q=0.8', '/sv'],
    ['de, en;q=0.3, sv;q=0.7', '/sv'],
    ['de-DE,de;q=0.9', '/fi'],
    ['fi;q=0, en;q=0.1', '/en'],
    ['sv;q=0', '/fi'],
    ['*', '/fi'],
    [';;;q=,,', '/fi'],
    [undefined, '/fi'],
  ])('leads whoever asks for %s to %s', async (asked, to) => {
    const response = await site.get('/', asked === undefined ? {} : { 'accept-language': asked })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(to)
    expect(response.headers.get('vary')).toBe('Accept-Language')
  })

  it('reads only the beginning of an endless wish', () => {
    expect(preferred(`${'de,'.repeat(100)}sv`)).toBe('fi')
  })
})

describe('a page', () => {
  it('is in the language of its path whatever the browser asks for, and leads to itself in the others', async () => {
    const response = await site.get('/fi/here/there?mode=own&x=%C3%A4', { 'accept-language': 'sv' })
    expect(await response.json()).toEqual({
      own: 'fi',
      fi: '/fi/here/there?mode=own&x=%C3%A4',
      sv: '/sv/here/there?mode=own&x=%C3%A4',
      en: '/en/here/there?mode=own&x=%C3%A4',
    })
  })

  it('without a language in its path speaks the browser’s and leads to the front pages', async () => {
    const response = await site.get('/about', { 'accept-language': 'sv' })
    expect(await response.json()).toEqual({ own: 'sv', fi: '/fi', sv: '/sv', en: '/en' })
  })
})

describe('an unknown page', () => {
  it.each([
    ['/fi/ei-ole', 'fi', 'Sivua ei löydy'],
    ['/sv/finns-inte', 'sv', undefined],
    ['/en/nowhere', 'en', undefined],
    ['/finland', 'en', undefined],
  ])('is told of in the language of its path: %s', async (path, language, title) => {
    const response = await site.get(path, { 'accept-language': 'en' })
    expect(response.status).toBe(404)
    const page = await response.text()
    expect(page).toContain(`<html lang="${language}"`)
    expect(page).toContain('data-page="error"')
    if (title) expect(page).toContain(title)
  })

  it('with one slash too many leads to the page without it, and never off the site', async () => {
    expect((await site.get('/fi/here/there/')).headers.get('location')).toBe('/fi/here/there')
    for (const path of ['//evil.example/', '/fi//evil.example/', '/.//evil.example/']) {
      const to = (await site.get(path)).headers.get('location')
      expect(to === null || /^\/fi(\/|$)/.test(to)).toBe(true)
    }
  })

  it('answers HEAD like GET, without a body', async () => {
    const response = await site.send('/fi/nowhere', { method: 'HEAD' })
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
    expect((await site.send('/', { method: 'HEAD' })).status).toBe(302)
  })
})
