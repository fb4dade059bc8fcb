import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disclose, discloseRow, THRESHOLD } from '#feedback/disclosure.ts'

test('zero is shown, one to four are withheld, five is shown', () => {
  expect([0, 1, 2, 3, 4, 5, 80].map(disclose)).toEqual([0, undefined, undefined, undefined, undefined, 5, 80])
})

test.each([
  [
    [9, 7, 0],
    [9, 7, 0],
  ],
  [
    [9, 3, 7],
    [9, undefined, undefined],
  ],
  [
    [3, 0, 20, 8],
    [undefined, 0, 20, undefined],
  ],
  [
    [3, 4, 20],
    [undefined, undefined, 20],
  ],
  [
    [1, 2, 20],
    [undefined, undefined, undefined],
  ],
  [
    [6, 6, 1],
    [undefined, 6, undefined],
  ],
  [
    [3, 0, 0],
    [undefined, 0, 0],
  ],
  [[], []],
])('the row %j is published as %j', (cells, published) => {
  expect(discloseRow(cells)).toEqual(published)
})

test('the total less what is shown never names fewer than five people, in any row of five or more', () => {
  const rows = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(rows, (cells) => {
      const published = discloseRow(cells)
      const hidden = cells.filter((_, at) => published[at] === undefined)
      const people = hidden.reduce((sum, n) => sum + n, 0)
      for (const n of published) expect(n === undefined || n === 0 || n >= THRESHOLD).toBe(true)
      expect(published.every((n, at) => n === undefined || n === cells[at])).toBe(true)
      const total = cells.reduce((sum, n) => sum + n, 0)
      if (hidden.length > 0 && total >= THRESHOLD) expect(people).toBeGreaterThanOrEqual(THRESHOLD)
      if (total >= THRESHOLD) expect(hidden.length).not.toBe(1)
    }),
    { numRuns: 2000 },
  )
})
