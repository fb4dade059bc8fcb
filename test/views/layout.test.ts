import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import { type ErrorStatus, errorPage } from '#views/errors.ts'
import { html } from '#views/html.ts'
import { type Page, page } from '#views/layout.ts'

const assets = {
  css: '/assets/app.css',
  script: '/assets/polku.js',
  htmx: '/assets/htmx.js',
  editor: '/assets/source-editor.js',
  font: '/assets/letters.woff2',
  favicon: '/assets/favicon.svg',
}
const here = { fi: '/fi/walks/1', sv: '/sv/walks/1', en: '/en/walks/1' }

function show(own: Partial<Page> = {}): string {
  const language = own.language ?? 'fi'
  const words = messages(language)
  const body = html`<h1 class="govuk-heading-l">Läheisen kuolema</h1>`
  return String(
    page({ language, title: 'Läheisen kuolema', page: 'step', alternates: here, words, assets, body, ...own }),
  )
}

const everything = {
  isTrial: true,
  pause: '/fi/walks/1/pause',
  quickExit: true,
  htmx: true,
  isWide: true,
  hasErrors: true,
  back: html`<a class="govuk-back-link" href="/fi">Takaisin</a>`,
  notice: html`<p class="govuk-body">Tallessa.</p>`,
  staff: { name: 'Mika', role: 'ministeriö', signOut: '/fi/sign-out', token: 'abc' },
  help: { phone: '029 534 5000' },
  data: { journey: 'death-of-a-relative', version: '1', track: 'first-days', step: undefined },
} satisfies Partial<Page>

test.each(LANGUAGES)('a page in %s says so, and names the other languages in their own words', (language) => {
  const shown = show({ language })
  expect(shown).toContain(`<html lang="${language}"`)
  expect(shown.match(/aria-current="true"/g)).toHaveLength(1)
  expect(shown).toContain(`hreflang="${language}" lang="${language}" aria-current="true"`)
  for (const other of ['Suomi', 'Svenska', 'English']) expect(shown).toContain(`>${other}</a>`)
})

test('a page can be told by its marks', () => {
  const shown = show(everything)
  expect(shown).toContain(
    '<main class="govuk-main-wrapper" id="main" tabindex="-1" data-page="step" data-journey="death-of-a-relative" data-version="1" data-track="first-days">',
  )
})

test('a page of a walk says that nothing is really sent; others do not', () => {
  expect(show({ isTrial: true })).toContain('mitään ei oikeasti lähetetä')
  expect(show()).not.toContain('mitään ei oikeasti lähetetä')
})

test('help stands at the same place on every page, whatever else is there', () => {
  const landmarks = (shown: string) =>
    [...shown.matchAll(/polku-(languages|help|trial)"|<main|<footer/g)].map(([found]) => found)
  const plain = landmarks(show())
  expect(plain).toEqual(['polku-languages"', 'polku-help"', '<main', '<footer'])
  expect(landmarks(show(everything)).filter((found) => found !== 'polku-trial"')).toEqual(plain)
})

test('the telephone of the installation is dialled without its spaces; without one the emergency number stands', () => {
  expect(show({ help: { phone: '029 534 5000' } })).toContain(
    '<a class="govuk-link" href="tel:0295345000">029 534 5000</a>',
  )
  expect(show()).toContain('<a class="govuk-link" href="tel:112">112</a>')
})

test('a page with something to put right says so first in its title', () => {
  expect(show({ hasErrors: true })).toContain('<title>Virhe: Läheisen kuolema – Polku</title>')
  expect(show()).toContain('<title>Läheisen kuolema – Polku</title>')
})

test('where someone may look over the shoulder, the title tells nothing and a way out stands on the page', () => {
  const shown = show({ quickExit: true })
  expect(shown).toContain('<title>Polku</title>')
  expect(shown).toContain('data-quick-exit')
  expect(show()).not.toContain('data-quick-exit')
})

test('words of people are shown as words, never as markup', () => {
  const shown = show({ title: '<script>x</script>', staff: { name: '"><b>', role: 'r', signOut: '/fi/sign-out' } })
  expect(shown).not.toContain('<script>x')
  expect(shown).not.toContain('<b>')
})

test('htmx comes only with a page that asks for it', () => {
  expect(show({ htmx: true })).toContain('src="/assets/htmx.js"')
  expect(show()).not.toContain('htmx')
})

test('all that is seen lies in a landmark', () => {
  const body = show(everything).split('<body')[1] ?? ''
  const outside = body
    .replace(/<a href="#main"[^>]*>[^<]*<\/a>/, '')
    .replaceAll(/<(header|main|footer)[ >][\s\S]*?<\/\1>/g, '')
    .replaceAll(/<nav[\s\S]*?<\/nav>/g, '')
  expect(outside.replaceAll(/<[^>]*>|class="[^"]*">/g, '').trim()).toBe('')
})

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // The last three are about taste, the first is in the official markup on purpose (JAWS).
  rules: {
    'no-redundant-role': 'off',
    'no-trailing-whitespace': 'off',
    'tel-non-breaking': 'off',
    'long-title': 'off',
  },
})

async function faults(shown: string) {
  const { results } = await validator.validateString(shown)
  return results.flatMap(({ messages: found }) =>
    found.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  )
}

test('the frame of a page is valid, with everything on it and with nothing', async () => {
  expect(await faults(show(everything))).toEqual([])
  expect(await faults(show())).toEqual([])
})

const CODES: readonly ErrorStatus[] = [400, 403, 404, 409, 413, 415, 422, 429, 500, 503]
const everyError = CODES.flatMap((code) => LANGUAGES.map((language) => [code, language] as const))

test.each(everyError)('error %i in %s is a whole, valid, calm page', async (code, language) => {
  const shown = showError(code, language)
  expect(shown).toContain('data-page="error"')
  expect(shown.match(/<h1/g)).toHaveLength(1)
  expect(shown.split('<body')[1]).not.toMatch(/!(?!-)/)
  expect(await faults(shown)).toEqual([])
})

test('what was kept is said only where something was', () => {
  const { kept, stillInForm } = messages('fi').errors
  expect(showError(500, 'fi')).not.toContain(kept)
  expect(showError(500, 'fi', { isWalking: true })).toContain(kept)
  expect(showError(500, 'fi', { isWalking: true })).not.toContain(stillInForm)
  expect(showError(500, 'fi', { isSent: true })).toContain(stillInForm)
})

function showError(code: ErrorStatus, language: Language, own: { isWalking?: boolean; isSent?: boolean } = {}): string {
  return String(errorPage({ code, language, words: messages(language), assets, ...own }))
}
