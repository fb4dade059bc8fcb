import { expect, type Page, test } from '@playwright/test'
import { LANGUAGES, type Language } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import { answerStep, goOn } from './walking.ts'

const MOST_PAGES = 250
/** In the other two languages the same walk is walked by its marks (test/walk/http/marks.test.ts), in the long run here too. */

for (const language of process.env.POLKU_LONG ? LANGUAGES : LANGUAGES.slice(0, 1))
  test(`Aino walks from the start page to the outcome in ${language} without script`, async ({ page }) => {
    test.setTimeout(240_000)
    const { walk } = messages(language)
    await page.goto(`/${language}`)
    await page.locator('a[href$="/journeys/death-of-a-relative"]').click()
    await page.getByRole('radio', { name: walk.journey.own, exact: true }).check()
    await page.getByRole('button', { name: walk.journey.start }).click()
    await walkOn(page, language)

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(walk.outcome.title)
    await expect(page.getByRole('heading', { name: walk.outcome.asToday })).toBeVisible()
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
