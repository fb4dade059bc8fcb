import { expect, type Page } from '@playwright/test'
import type { World } from './world.ts'

/** The designer's browser, at a draft that only this test writes in: its address. */
export async function ownDraft(page: Page, world: World): Promise<string> {
  await asDesigner(page, world)
  await page.goto('/fi/studio/drafts')
  await page.locator('form[data-form=new-version] select').selectOption('lost-keys')
  await page.locator('form[data-form=new-version] button').click()
  await expect(page.locator('main')).toHaveAttribute('data-page', 'studio-draft-outline')
  return new URL(page.url()).pathname
}

export async function asDesigner(page: Page, world: World) {
  const cookies = [...world.staff.designer].map(([name, value]) => ({ name, value, url: world.origin }))
  await page.context().addCookies(cookies)
}
