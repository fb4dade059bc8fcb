import { expect, test } from '@playwright/test'

const WORDS = 'Haluaisin puhua tästä ihmiselle.'

test('choosing plain Finnish, and leaving it, keeps what was just written', async ({ page }) => {
  await page.goto('/fi/journeys/death-of-a-relative')
  await page.locator('form[data-form=start] button:not([name])').click()
  const step = page.url()
  const title = page.getByRole('heading', { level: 1 })
  const usual = await title.innerText()

  await page.locator('#died_on-day').fill('1')
  await page.locator('#died_on-month').fill('3')
  await page.locator('#died_on-year').fill('2026')
  await page.locator('form[data-form=answer] details summary').first().click()
  const text = page.locator('textarea[name="p.open.text"]')
  await text.fill(WORDS)
  await page.getByRole('link', { name: 'Selkokieli', exact: true }).click()

  await expect(page.getByRole('link', { name: 'Selkokieli', exact: true })).toHaveAttribute('aria-current', 'true')
  expect(page.url()).toBe(step)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi')
  await expect(text).toHaveValue(WORDS)
  await expect(page.locator('#died_on-year')).toHaveValue('2026')

  await text.fill(`${WORDS} Kiitos.`)
  await page.getByRole('link', { name: 'Suomi', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Suomi', exact: true })).toHaveAttribute('aria-current', 'true')
  await expect(title).toHaveText(usual)
  await expect(text).toHaveValue(`${WORDS} Kiitos.`)
})
