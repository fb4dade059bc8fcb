import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { Hono } from 'hono'
import { messages } from '#src/i18n/translate.ts'
import { assetRoutes, loadAssets } from '#src/web/assets.ts'
import { listen, portOf, stop } from '#src/web/server.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { citizen } from '../support/citizen.ts'
import { WEIGHED, WEIGHED_STEP, weighingJourney } from '../support/weighing-journey.ts'

const { weighing: text, walk: words } = messages('fi')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const JOURNEY = 'cat-moves-house'

let app: TestApp
let server: Awaited<ReturnType<typeof listen>>
let origin = ''
test.beforeAll(async () => {
  const assets = loadAssets('public')
  const routes = (to: Hono<never>) => to.route('/', assetRoutes(assets) as never)
  app = await testApp({ definitions: [weighingJourney()], deps: { assets: assets.urls }, routes: routes as never })
  server = await listen(app.app, { host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${portOf(server)}`
})
test.afterAll(async () => {
  await stop(server, 0)
  await app.close()
})

/** Somebody new at the step, with the proposition offered; answers the path of their walk. */
async function standing(page: Page): Promise<string> {
  const visitor = app.visitor()
  const walker = citizen(visitor)
  await walker.start(JOURNEY)
  await walker.forward(() => ({ 'moved_on-day': '1', 'moved_on-month': '3', 'moved_on-year': '2026', colour: 'black' }))
  const walk = walker.walkPath().split('/').at(-1) ?? ''
  await app.deps.walks.visit({ walk, step: WEIGHED_STEP, offered: [WEIGHED], at: 1 })
  await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: origin })))
  await page.goto(`${origin}/fi/walks/${walk}/steps/${WEIGHED_STEP}`)
  return walk
}
const saved = async (walk: string) => (await app.deps.weighing.ofWalk(walk)).stances.at(-1)
const stay = (page: Page) => page.getByRole('button', { name: words.step.stay }).click()
const noFault = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze()
  expect(violations).toEqual([])
}

test('the finer scale opens on wish, is silent until it is touched, and speaks in words', async ({ page }) => {
  const walk = await standing(page)
  await noFault(page)
  await page.getByRole('button', { name: text.finer }).press('Enter')
  const scale = page.getByRole('slider', { name: text.scale })
  await expect(scale).toBeFocused()
  await expect(scale).toHaveAttribute('aria-valuetext', text.untouched)
  await noFault(page)
  await stay(page)
  expect(await saved(walk)).toBeUndefined()

  await page.getByRole('button', { name: text.finer }).press('Enter')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
  await expect(scale).toHaveAttribute('aria-valuetext', `−0,3, ${text.levels['against-1']}`)
  await expect(page.locator('output')).toHaveText(`−0,3, ${text.levels['against-1']}`)
  await stay(page)
  expect(await saved(walk)).toMatchObject({ stance: '-0.3', inputMode: 'slider' })

  // Without the scale the form shows what was chosen on it, and keeps it.
  await expect(page.getByRole('radio', { checked: true })).toHaveValue('-0.3')
  await page.getByRole('radio', { name: text.five['1'], exact: true }).check()
  await stay(page)
  expect(await saved(walk)).toMatchObject({ stance: '1', inputMode: 'radios' })
})

test('the middle of the scale can be chosen, and going back to the five keeps what was chosen there', async ({
  page,
}) => {
  const walk = await standing(page)
  await page.getByRole('button', { name: text.finer }).press('Enter')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: text.coarser }).press('Enter')
  await expect(page.getByRole('radio', { name: text.five['0'], exact: true })).toBeChecked()
  await stay(page)
  expect(await saved(walk)).toMatchObject({ stance: '0', inputMode: 'radios' })
})

test('with the keyboard alone: stance, a reason of others and one of one’s own', async ({ page }) => {
  const walk = await standing(page)
  await page.getByRole('radio', { name: text.five['-1'], exact: true }).focus()
  for (const key of ['Space', 'ArrowDown', 'Tab', 'Tab', 'Space']) await page.keyboard.press(key)
  await page.locator('summary', { hasText: text.more }).press('Enter')
  await page.getByLabel(text.line).pressSequentially('Kissa unohtaa')
  await page.getByLabel(text.ownSide).selectOption('against')
  await page.getByLabel(text.importance).selectOption('3')
  await page.getByRole('button', { name: words.step.stay }).press('Enter')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  expect(await saved(walk)).toMatchObject({ stance: '-0.5', importance: 3 })
  const said = await app.deps.walks.contributionsOf(walk)
  expect(said.find(({ text }) => text !== undefined)).toMatchObject({ option: 'against', text: 'Kissa unohtaa' })
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the five are all there is, and more reasons come by a button', async ({ page }) => {
    const walk = await standing(page)
    await expect(page.getByText(text.finer)).toHaveCount(0)
    await page.getByRole('radio', { name: text.five['0.5'], exact: true }).check()
    await page.getByRole('checkbox').first().check()
    await stay(page)
    expect(await saved(walk)).toMatchObject({ stance: '0.5', inputMode: 'radios' })

    await page.getByRole('link', { name: text.others.link }).click()
    await expect(page.locator('main')).toHaveAttribute('data-page', 'reasons')
    await expect(page.getByRole('checkbox')).toHaveCount(5)
    await page.getByRole('button', { name: text.others.showMore }).click()
    await expect(page.getByRole('checkbox')).toHaveCount(7)
    await expect(page.getByText(text.others.allShown)).toBeVisible()
    await page.getByRole('checkbox').last().check()
    await page.getByRole('radio', { name: text.five['-1'], exact: true }).check()
    await page.getByRole('button', { name: text.others.save }).click()
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
    expect(await saved(walk)).toMatchObject({ stance: '-1' })
  })
})

test('the page of stances and reasons has no fault, narrow or wide, with numbers or without', async ({ page }) => {
  const walk = await standing(page)
  await page.getByRole('radio', { name: text.five['1'], exact: true }).check()
  await stay(page)
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${origin}/fi/walks/${walk}/steps/${WEIGHED_STEP}/reasons`)
    await noFault(page)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  }
})
