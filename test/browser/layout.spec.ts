import type { Page } from '@playwright/test'
import { measuredOn } from './measured.ts'
import { ALL_PAGES, languagesOf } from './page-kinds.ts'
import { expect, test } from './service.ts'

for (const kind of ALL_PAGES)
  test(`${kind.name} fits small windows, large letters, the reader's own spacing and colours`, async ({
    aino,
    world,
  }) => {
    for (const language of languagesOf(kind)) {
      await aino.setViewportSize({ width: 1280, height: 1024 })
      await kind.open({ page: aino, world, language })
      await openFolds(aino)
      const measured = measuredOn(aino)
      const targets = await measured.targets()
      expect.soft(await measured.smallTargets(), `2.5.8 targets in ${language} at 1280 px`).toEqual([])

      // 1.4.4: 200 % of a window of 1280 × 1024 loses nothing. 1.4.10: 400 % needs no scrolling sideways.
      for (const [width, height] of [
        [640, 512],
        [320, 256],
      ] as const) {
        await aino.setViewportSize({ width, height })
        expect.soft(await measured.reflow(), `in ${language} at ${width} px`).toEqual(fits(width))
        expect.soft(await measured.targets(), `still there in ${language} at ${width} px`).toEqual(targets)
        expect.soft(await measured.cut(), `cut off in ${language} at ${width} px`).toEqual([])
        expect.soft(await measured.fallen(), `words below their circle in ${language} at ${width} px`).toEqual([])
      }
      expect.soft(await measured.smallTargets(), `2.5.8 targets in ${language} at 320 px`).toEqual([])

      await measured.spread()
      expect.soft(await measured.cut(), `1.4.12 cut off in ${language}`).toEqual([])
      await aino.setViewportSize({ width: 640, height: 512 })
      expect.soft(await measured.reflow(), `1.4.12 wide in ${language}`).toEqual(fits(640))
    }

    await aino.emulateMedia({ forcedColors: 'active' })
    expect.soft(await measuredOn(aino).borderless(), 'fields and buttons that nothing outlines').toEqual([])
    await aino.screenshot({ path: test.info().outputPath('own-colours.png') })
  })

const fits = (width: number) => expect.objectContaining({ scrollWidth: width, out: [] })

/** What is folded must fit too. */
async function openFolds(page: Page) {
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true')
}
