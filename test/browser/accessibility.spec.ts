import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LANGUAGES } from '#src/i18n/language.ts'
import { ALL_PAGES, languagesOf } from './page-kinds.ts'
import { expect, test } from './service.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The pages have the same structure in every language (structure.spec.ts): the long run scans them all. */
const LONG = process.env.POLKU_LONG !== undefined
const LONGEST_SCAN = 20_000
const BROKEN = `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => id + ': ' + target.join(' ') + ' ' + html)))`

for (const kind of ALL_PAGES)
  test(`axe finds nothing on ${kind.name}`, async ({ aino, world }) => {
    for (const language of LONG ? languagesOf(kind) : LANGUAGES.slice(0, 1)) {
      await aino.setViewportSize({ width: 1280, height: 900 })
      await kind.open({ page: aino, world, language })
      await expect(aino.locator('main')).toHaveAttribute('data-page', kind.mark)
      const { violations } = await inTime(scanOf(aino).analyze())
      expect.soft(violations, `in ${language} at 1280 px`).toEqual([])

      // What only a narrow window shows is the same in every language. The first scan has left axe in the page.
      if (language !== LANGUAGES[0]) continue
      await aino.setViewportSize({ width: 320, height: 900 })
      expect.soft(await inTime(aino.evaluate<string[]>(BROKEN)), `in ${language} at 320 px`).toEqual([])
    }
  })

/** Our pages have no frames: without the legacy mode axe opens a window of its own for each scan. */
const scanOf = (page: Page) => new AxeBuilder({ page }).withTags(RULES).setLegacyMode()

/** In a page without script axe would never answer. */
function inTime<Found>(scan: Promise<Found>): Promise<Found> {
  const tooLong = new Promise<never>((_, fail) =>
    setTimeout(() => fail(new Error('axe does not answer')), LONGEST_SCAN).unref(),
  )
  return Promise.race([scan, tooLong])
}
