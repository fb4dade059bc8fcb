import { expect, type Page, test } from '@playwright/test'
import { LANGUAGES, type Language } from '#src/i18n/language.ts'
import type { Messages } from '#src/i18n/messages.ts'
import { messages } from '#src/i18n/translate.ts'

const MOST_PAGES = 250

for (const language of LANGUAGES)
  test(`Aino walks from the start page to the outcome in ${language} without script`, async ({ page }) => {
    test.setTimeout(240_000)
    const { walk } = messages(language)
    await page.goto(`/${language}`)
    await page.locator('a[href$="/journeys/death-of-a-relative"]').click()
    await page.getByRole('radio', { name: walk.journey.own, exact: true }).check()
    await page.getByRole('button', { name: walk.journey.start }).click()
    await walkOn(page, language)

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(walk.outcome.title)
    await expect(page.getByRole('heading', { name: walk.outcome.mustDo })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  })

/** Does on each page what it asks for, by the words a person reads, until the outcome. */
async function walkOn(page: Page, language: Language) {
  const { walk } = messages(language)
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const kind = await page.locator('main').getAttribute('data-page')
    if (kind === 'outcome') return
    if (kind === 'step') await answerStep(page, messages(language))
    else if (kind === 'check') await page.getByRole('button', { name: walk.check.finish }).click()
    else if (kind === 'overview') await goOn(page, walk)
    else throw new Error(`${kind} at ${page.url()}`)
  }
  throw new Error('the walk never ends')
}

async function answerStep(page: Page, { site, walk }: Messages) {
  const asked = page.locator('form[data-form=answer] fieldset:not([data-prompt]):not([data-prompt] fieldset)')
  for (const question of await asked.all()) {
    const options = question.getByRole('radio')
    if ((await options.count()) > 0) await options.first().check()
    else await writeDate(page, site)
  }
  await page.getByRole('button', { name: walk.step.continue, exact: true }).click()
}

async function writeDate(page: Page, { day, month, year }: Messages['site']) {
  await page.getByLabel(day, { exact: true }).fill('1')
  await page.getByLabel(month, { exact: true }).fill('3')
  await page.getByLabel(year, { exact: true }).fill('2026')
}

async function goOn(page: Page, { step, overview }: Messages['walk']) {
  const next = page.getByRole('button', { name: step.continue, exact: true })
  if ((await next.count()) > 0) await next.click()
  else await page.getByRole('button', { name: overview.timeButton }).click()
}
