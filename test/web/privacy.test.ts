import { afterEach, beforeEach, expect, test } from 'vitest'
import { LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { trialOf } from '../trial/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

const read = async (language: string) => (await app.get(`/${language}/privacy`)).text()

test.each(LANGUAGES)(
  'the notice in %s names the owner of the trial first, and without a trial who runs it',
  async (language) => {
    const { controller } = messages(language).info
    expect(await read(language)).toContain(controller.operator)
    await app.deps.trials.create(trialOf({ stage: 'mapping' }))
    const page = await read(language)
    expect(page).not.toContain(controller.operator)
    expect(
      page.slice(page.indexOf('<h2')).startsWith(`<h2 class="govuk-heading-m" id="controller">${controller.title}`),
    ).toBe(true)
    for (const told of ['Kaisa Katti', 'Kissaministeriö', controller.contact]) expect(page).toContain(told)
  },
)

test('the notice tells of all that people may give, and of where to complain', async () => {
  const page = await read('fi')
  for (const told of ['sähköpostiosoite', 'hyvinvointialue', 'ikäryhmä', 'kotikiele', 'apuväline', 'suostumukse'])
    expect(page).toContain(told)
  expect(page).toContain('tietosuojavaltuutetulle: tietosuoja.fi')
  expect(page).not.toContain('yhteystietojasi')
})
