import type { Page } from '@playwright/test'
import { inverted, names, stops, unmarked } from './focus-round.ts'
import { measuredOn } from './measured.ts'
import { expect, test } from './service.ts'

// A page with one fault of each kind: a measure that finds nothing here would find nothing anywhere.

test('a wide box, cut text and a crowded small target are found', async ({ page }) => {
  await show(page, {
    style:
      '.wide { width: 500px } .cut { height: 20px; overflow: hidden } button { width: 10px; height: 10px; padding: 0 }',
    body: '<p class="wide">wide</p><p class="cut">one<br>two<br>three</p><button>a</button><button>b</button>',
  })
  await page.setViewportSize({ width: 320, height: 256 })
  const measured = measuredOn(page)
  expect((await measured.reflow()).out).toEqual(['p[wide] "wide"'])
  expect(await measured.cut()).toEqual(['p[cut] "one two three"'])
  expect(await measured.smallTargets()).toHaveLength(2)
})

test('text that is cut off only with the spacing of the reader is found', async ({ page }) => {
  await show(page, {
    style: '.tight { width: 90px; overflow: hidden; white-space: nowrap; font: 16px/1 monospace }',
    body: '<p class="tight">ten signs</p>',
  })
  const measured = measuredOn(page)
  expect(await measured.cut()).toEqual([])
  await measured.spread()
  expect(await measured.cut()).toEqual(['p[tight] "ten signs"'])
})

test('a focus that goes against reading, hides or does not show is found', async ({ page }) => {
  await show(page, {
    style: `div { display: flex; flex-direction: column-reverse } a { outline-offset: 1px } .bare:focus { outline: none }
      footer { position: fixed; inset: auto 0 0; height: 60px; background: white } .under { position: fixed; bottom: 0 }`,
    body: `<div><a href="#1">first</a><a href="#2">second</a></div><a href="#3" class="bare">bare</a>
      <a href="#4" class="under">under</a><footer>over everything</footer>`,
  })
  const passed = await stops(page, 'Tab')
  expect(inverted(passed)).toEqual(['a "first" → a "second"'])
  expect(names(passed.filter(({ seenPoints }) => seenPoints === 0))).toEqual(['a[under] "under"'])
  expect(await unmarked(page, passed)).toEqual(['a[bare] "bare"'])
})

test('a button that only its colour shows is found', async ({ page }) => {
  await show(page, { style: 'button { border: 0 }', body: '<button>flat</button>' })
  expect(await measuredOn(page).borderless()).toEqual(['button "flat"'])
})

test('words that fall below their circle are found', async ({ page }) => {
  await show(page, {
    style: 'label { display: block; width: 100% } input { float: left } .beside { clear: both; display: flex }',
    body: '<input type="radio" id="a"><label for="a" style="clear: both">below</label><div class="beside"><input type="radio" id="b"><label for="b">beside</label></div>',
  })
  expect(await measuredOn(page).fallen()).toHaveLength(1)
})

test('an error in the console and a file that is missing are found', async ({ page, trouble }) => {
  await show(page, { style: '', body: '<script>missing()</script><script src="/gone.js"></script>' })
  await expect.poll(() => trouble.length).toBeGreaterThanOrEqual(2)
  trouble.length = 0
})

async function show(page: Page, { style, body }: { style: string; body: string }) {
  const html = `<!doctype html><html lang="en"><title>Faults</title><style>${style}</style><body>${body}</body></html>`
  await page.route('**/faults', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto('/faults')
}
