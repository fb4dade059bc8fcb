import { expect, type Page, test } from '@playwright/test'
import { messages } from '#src/i18n/translate.ts'

const MOST_PAGES = 250
const MOST_STOPS = 150
const { walk } = messages('sv')

type Stop = {
  readonly kind: string
  readonly name: string
  readonly text: string
  readonly value: string
  /** part of the one form of a step, outside its voluntary prompts */
  readonly isAsked: boolean
  readonly isAnswered: boolean
}

test('Erik walks to the outcome with the keyboard alone', async ({ page }) => {
  test.setTimeout(300_000)
  await page.goto('/sv/journeys/death-of-a-relative')
  await skipToContent(page)
  await pressOn(page, ({ text }) => text === walk.journey.start)
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const kind = await page.locator('main').getAttribute('data-page')
    if (kind === 'outcome') break
    await skipToContent(page)
    if (kind === 'overview') await pressOn(page, isNext)
    else await pressOn(page, ({ name, value }) => name === 'go' && value === 'on')
  }
  await expect(page.locator('main')).toHaveAttribute('data-page', 'outcome')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(walk.outcome.title)
})

const isNext = ({ text }: Stop) => text === walk.step.continue || text === walk.overview.timeButton

async function skipToContent(page: Page) {
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}

/** Tabs through the page, answers what is asked on the way, and presses what was looked for. */
async function pressOn(page: Page, isIt: (stop: Stop) => boolean) {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await stopOf(page)
    if (isIt(stop)) {
      await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
      return
    }
    if (stop.isAsked && !stop.isAnswered) await answer(page, stop)
  }
  throw new Error(`nothing to press at ${page.url()}`)
}

async function answer(page: Page, { kind, name }: Stop) {
  if (kind === 'radio') {
    // Down and up again: the arrows move within the group, and the first option is chosen.
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
  } else await page.keyboard.type(datePart(name))
}

function datePart(name: string): string {
  if (name.endsWith('-year')) return '2026'
  return name.endsWith('-month') ? '3' : '1'
}

function stopOf(page: Page): Promise<Stop> {
  return page.evaluate<Stop>(`(() => {
    const element = document.activeElement
    const isAsked = element.matches('form[data-form=answer] input') && !element.closest('[data-prompt]')
    const isAnswered = element.type === 'radio' ? element.checked : Boolean(element.value)
    return { kind: element.type ?? '', name: element.name ?? '', text: (element.textContent ?? '').trim(), value: element.value ?? '', isAsked, isAnswered }
  })()`)
}
