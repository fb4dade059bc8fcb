import type { Page } from '@playwright/test'
import { LONGEST } from '#feedback/prompt-form.ts'
import { LANGUAGES, type Language } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import { expect, test } from './service.ts'

// Longer than what is taken: it must come back whole, and nothing of it is kept.
const WORDS = 'Avaimet putosivat laiturilta veteen. '.repeat(LONGEST.open / 30)

for (const language of LANGUAGES) {
  const { site, walk } = messages(language)

  test(`what cannot be accepted is told at once, where it is, and nothing is lost, in ${language}`, async ({
    page,
    javaScriptEnabled,
  }) => {
    await beginWalk(page, language)
    await page.getByLabel(site.day).fill('31')
    await page.getByLabel(site.month).fill('2')
    await page.getByLabel(site.year).fill('2026')
    await say(page, walk.step.saySomething, WORDS)
    await page.getByRole('button', { name: walk.step.continue, exact: true }).click()

    await expect(page).toHaveTitle(new RegExp(`^${site.errorInTitle('')}`))
    const summary = page.locator('.govuk-error-summary')
    if (javaScriptEnabled !== false) await expect(summary).toBeFocused()
    await expect(summary.getByRole('alert')).toContainText(site.errorSummary)
    await expect(summary.getByRole('link')).toHaveText([
      walk.errors['no-such-date'],
      new RegExp(`^${walk.errors.missing('')}.*\\?$`),
      walk.errors['too-long'](LONGEST.open, WORDS.trim().length),
    ])

    await expect(page.getByLabel(site.day)).toHaveValue('31')
    await expect(page.getByLabel(site.year)).toHaveValue('2026')
    await expect(page.locator('textarea[name="p.open.text"]')).toHaveValue(WORDS)
    await expect(page.locator('#lost_on-day')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByRole('group', { description: new RegExp(walk.errors['no-such-date']) })).toHaveCount(1)
    await expect(page.getByRole('group', { description: new RegExp(walk.errors.missing('')) })).toHaveCount(1)
    for (const link of await summary.getByRole('link').all()) {
      const field = (await link.getAttribute('href')) ?? ''
      await link.click()
      await expect(page.locator(field.replaceAll('.', '\\.'))).toBeFocused()
    }
  })
}

test('a number that is none is told at its own field', async ({ aino, world }) => {
  await aino.goto(`/fi/walks/${world.walks.asked}/steps/situation/about-the-keys`)
  await aino.locator('input[name=keys]').fill('kolme')
  await aino.getByRole('button', { name: 'Jatka', exact: true }).click()
  const field = aino.locator('input[name=keys]')
  await expect(field).toHaveValue('kolme')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(new RegExp(messages('fi').walk.errors['not-a-number']))
})

test('a code that nobody has is told at its field, and can be mended there', async ({ aino }) => {
  const { resume } = messages('fi').walk
  await aino.goto('/fi/resume')
  await aino.getByLabel(resume.label).fill('K7QX-2M9D-4TRW')
  await aino.getByRole('button', { name: resume.button }).click()
  const field = aino.getByLabel(resume.label)
  await expect(field).toHaveValue('K7QX-2M9D-4TRW')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(new RegExp(resume.wrong))
})

/** A walk of this test's own: what it writes is kept. */
async function beginWalk(page: Page, language: Language) {
  await page.goto(`/${language}/journeys/lost-keys`)
  await page.getByRole('button', { name: messages(language).walk.journey.start }).click()
}

async function say(page: Page, fold: string, text: string) {
  const field = page.locator('textarea[name="p.open.text"]')
  if (!(await field.isVisible())) await page.locator('summary', { hasText: fold }).click()
  await field.fill(text)
}
