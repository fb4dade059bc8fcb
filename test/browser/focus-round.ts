import type { Page } from '@playwright/test'
import { type Focused, measuredOn } from './measured.ts'

const MOST_STOPS = 200

/** A page with something to mend has set the focus already: back to where a page is entered. */
export async function toStart(page: Page) {
  while (await measuredOn(page).focused()) await page.keyboard.press('Shift+Tab')
}

/** One round with a key, from the start of the page until it begins anew. */
export async function stops(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Focused[]> {
  const passed: Focused[] = []
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press(key)
    const now = await measuredOn(page).focused()
    // Between the end and the start of a page the focus is on nothing.
    const isRound = now ? passed.some(({ index }) => index === now.index) : passed.length > 0
    if (isRound) return passed
    if (now) passed.push(now)
  }
  throw new Error('the focus never comes round')
}

/** Stops above the one before, or before it on the same line. What its style puts elsewhere is left out. */
export function inverted(passed: readonly Focused[]): string[] {
  return passed.flatMap((now, at) => {
    const before = passed[at - 1]
    if (!before || now.isPlaced || before.isPlaced) return []
    const isAbove = now.bottom <= before.top
    const isOnSameLine = Math.min(now.bottom, before.bottom) - Math.max(now.top, before.top) > 8
    return isAbove || (isOnSameLine && now.right <= before.left) ? [`${before.name} → ${now.name}`] : []
  })
}

export async function unmarked(page: Page, passed: readonly Focused[]): Promise<string[]> {
  const found: string[] = []
  for (const { index, name, marks } of passed)
    if ((await measuredOn(page).marksWithout(index)) === marks) found.push(name)
  return found
}

export const names = (passed: readonly Focused[]) => passed.map(({ name }) => name)
/** A group of radio buttons is one stop, entered from either end. */
export const groups = (passed: readonly Focused[]) =>
  passed.map(({ name }) => name.replace(/^input\[([\w.-]+?)(-\d+)?\].*/, '$1'))
