import type { Page } from '@playwright/test'
import type { Messages } from '#src/i18n/messages.ts'

/** Answers what the step asks, the first option each time, and moves on. */
export async function answerStep(page: Page, { site, walk }: Messages) {
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

/** From the overview to what is next, or over the time until something is. */
export async function goOn(page: Page, { step, overview }: Messages['walk']) {
  const next = page.getByRole('button', { name: step.continue, exact: true })
  if ((await next.count()) > 0) await next.click()
  else await page.getByRole('button', { name: overview.timeButton }).click()
}
