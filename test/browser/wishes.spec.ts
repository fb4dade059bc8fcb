import type { Page } from '@playwright/test'
import { messages } from '#src/i18n/translate.ts'
import { ownDraft } from './own-draft.ts'
import { expect, test } from './service.ts'
import { answerStep } from './walking.ts'

// What designers and walkers ask of such tools most often, as gathered from their own issue lists; one test for each.
const words = messages('fi')
const { walk } = words
const NEW_LOCK = '/steps/lock/new-lock'

/** Somebody new on the made-up journey, past the questions about the situation. */
async function walking(page: Page): Promise<string> {
  await page.goto('/fi/journeys/lost-keys')
  await page.getByRole('radio', { name: walk.journey.own, exact: true }).check()
  await page.getByRole('button', { name: walk.journey.start }).click()
  await answerStep(page, words)
  await page.locator('input[name=stolen]').first().check()
  await page.locator('input[name=keys]').fill('4')
  await page.locator('button[name=go][value=on]').click()
  return `/fi/walks/${/walks\/([\w-]+)/.exec(page.url())?.[1]}`
}
const save = (page: Page) => page.locator('#draft-form button[name=go][value=save]').last().click()
test('change an answer without losing the rest, and understand what reopened', async ({ page }) => {
  const address = await walking(page)
  await page.goto(`${address}/steps/lock/may-we-tell`)
  await page.locator('summary', { hasText: walk.step.saySomething }).click()
  await page.locator('[id="p.open.text"]').fill('Säilyykö tämä?')
  await page.getByRole('button', { name: walk.step.stay, exact: true }).click()
  await page.goto(`${address}/steps/situation/about-the-loss`)
  await page.locator('input[name=home][value=owned]').check()
  await page.locator('button[name=go][value=on]').click()
  await page.goto(`${address}?all=1`)
  await expect(page.locator('[data-change] [data-consequence] [data-step]').first()).toBeVisible()
  await page.goto(`${address}/mine`)
  await expect(page.locator('main')).toContainText('Säilyykö tämä?')
})

test('make a branch without programming, and see it', async ({ page, world }) => {
  const address = await ownDraft(page, world)
  await page.goto(address + NEW_LOCK)
  const row = page.locator('[name="when.row"]').last()
  await row.selectOption({ index: 1 })
  await save(page)
  await expect(page.locator('[data-reading=when]')).not.toBeEmpty()
  await page.goto(`${address}/check`)
  await expect(page.locator('main')).toHaveAttribute('data-page', 'studio-draft-check')
})

test('edit right beside the preview, and never lose an edit', async ({ page, world }) => {
  const address = await ownDraft(page, world)
  await page.goto(address + NEW_LOCK)
  await page.locator('[id="title.fi"]').fill('Vaihda lukko heti')
  await page.keyboard.press('Tab')
  await expect(page.locator('#pane-preview')).toContainText('Vaihda lukko heti')
  await page.reload()
  await expect(page.locator('[id="title.fi"]')).toHaveValue('Vaihda lukko heti')
})

test('undo, do again and restore, with a list of versions', async ({ page, world }) => {
  const address = await ownDraft(page, world)
  await page.goto(address + NEW_LOCK)
  const before = await page.locator('[id="title.fi"]').inputValue()
  await page.locator('[id="title.fi"]').fill('Kokeilu')
  await save(page)
  await page.locator('form[data-form=undo] button[value=undo]').click()
  await page.goto(address + NEW_LOCK)
  await expect(page.locator('[id="title.fi"]')).toHaveValue(before)
  await page.locator('form[data-form=undo] button[value=redo]').click()
  await page.goto(address + NEW_LOCK)
  await expect(page.locator('[id="title.fi"]')).toHaveValue('Kokeilu')
  await page.goto(`${address}/history`)
  await page.locator('form[data-form=restore] button').last().click()
  await page.goto(address + NEW_LOCK)
  await expect(page.locator('[id="title.fi"]')).toHaveValue(before)
})

test('change a journey safely while people are in it', async ({ aino: page, world }) => {
  await page.goto(`/fi/walks/${world.walks.finished}/newer`)
  await expect(page.locator('main')).toHaveAttribute('data-page', 'newer')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.changes.newer.title)
  await page.goto(`/fi/walks/${world.walks.finished}/steps/lock/may-we-tell`)
  await expect(page.locator('main')).toHaveAttribute('data-page', 'step')
})

test('share a draft for review without an account', async ({ page, world, browser }) => {
  const address = await ownDraft(page, world)
  await page.goto(`${address}/share`)
  await page.locator('form[data-form=share] button').click()
  const link = await page.locator('[data-draft-address]').innerText()
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(world.origin + new URL(link).pathname)
  await expect(stranger.locator('main')).toBeVisible()
  expect(stranger.url()).not.toContain('sign-in')
  await stranger.context().close()
})

test('translate side by side, and take the words out and in as a file', async ({ page, world }) => {
  const address = await ownDraft(page, world)
  await page.goto(`${address}/words`)
  await page.goto(`${address}/words?show=all`)
  await expect(page.locator('tr[data-text] td[lang=sv]').first()).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('a[href*=".csv"]').first().click()])
  expect(file.suggestedFilename()).toMatch(/\.csv$/)
})

test('see which pages are done, and go back in the browser', async ({ page }) => {
  const address = await walking(page)
  await page.goto(`${address}?all=1`)
  await expect(page.locator('main')).toContainText(walk.overview.status.done)
  await page.goto(`${address}/steps/lock/may-we-tell`)
  await page.goBack()
  await expect(page.locator('main')).toHaveAttribute('data-page', 'overview')
})

test('save and return later, on another device too', async ({ page, browser, world }) => {
  const address = await walking(page)
  await page.goto(`${address}?all=1`)
  const code = (await page.locator('.polku-code').first().innerText()).trim()
  const other = await (await browser.newContext()).newPage()
  await other.goto(`${world.origin}/fi/resume`)
  await other.locator('input[name=code]').fill(code)
  await other.locator('form[data-form=resume] button').click()
  await expect(other.locator('main')).not.toHaveAttribute('data-page', 'resume')
  await other.goto(`${world.origin}${address}/steps/situation/about-the-keys`)
  await expect(other.locator('input[name=keys]')).toHaveValue('4')
  await other.context().close()
})

test('read the picture of a journey with a screen reader and the keyboard', async ({ page }) => {
  await page.goto('/fi/journeys/lost-keys/picture')
  await expect(page.locator('main').getByRole('img').first()).toBeVisible()
  await expect(page.locator('svg a')).toHaveCount(0)
  expect(await page.locator('main').ariaSnapshot()).toContain('list')
})

test('keep several versions side by side, and compare them', async ({ page, world }) => {
  await ownDraft(page, world)
  await page.goto('/fi/studio/journeys/lost-keys/compare?from=v1&to=v2')
  await expect(page.locator('[data-difference]').first()).toBeVisible()
})
