import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LANGUAGES } from '#src/i18n/language.ts'
import { ALL_PAGES } from './page-kinds.ts'
import { expect, test } from './service.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDTHS = [1280, 320]
const LONGEST_SCAN = 20_000

for (const kind of ALL_PAGES)
  test(`axe finds nothing on ${kind.name}`, async ({ aino, world }) => {
    for (const language of LANGUAGES) {
      await kind.open({ page: aino, world, language })
      await expect(aino.locator('main')).toHaveAttribute('data-page', kind.mark)
      for (const width of WIDTHS) {
        await aino.setViewportSize({ width, height: 900 })
        expect.soft(await violations(aino), `in ${language} at ${width} px`).toEqual([])
      }
    }
  })

/** Each as one line: the rule, and where it is broken. */
async function violations(page: Page): Promise<string[]> {
  const tooLong = new Promise<never>((_, fail) =>
    setTimeout(() => fail(new Error('axe does not answer')), LONGEST_SCAN).unref(),
  )
  // Our pages have no frames: without the legacy mode axe opens a window of its own for each scan.
  const scan = new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze()
  const { violations: found } = await Promise.race([scan, tooLong])
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`))
}
