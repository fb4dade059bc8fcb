import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disclose, THRESHOLD } from '#feedback/disclosure.ts'
import { batched } from '#src/review/release-batch.ts'

const COLUMNS = { group: ['step'], figures: ['n', 'of'] }
const table = (...rows: readonly (readonly [string, string | number, string | number])[]) =>
  ['step,option,n,of', ...rows.map(([option, n, of]) => `milk,${option},${n},${of}`)].join('\n')
const cells = (text: string, before?: string) =>
  batched(text, before, COLUMNS)
    .slice(1)
    .map(([, option, n, of]) => [option, n, of])

describe('figures of a new release', () => {
  test('are the live ones where nothing was released before', () => {
    expect(cells(table(['yes', 6, 13], ['no', 7, 13]))).toEqual([
      ['yes', '6', '13'],
      ['no', '7', '13'],
    ])
  })

  test('stay together as they were while one of them would move by fewer than five', () => {
    const before = table(['yes', 6, 13], ['no', 7, 13])
    const kept = [
      ['yes', '6', '13'],
      ['no', '7', '13'],
    ]
    expect(cells(table(['yes', 7, 20], ['no', 13, 20]), before)).toEqual(kept)
    expect(cells(table(['yes', 11, 24], ['no', 13, 24]), before)).toEqual([
      ['yes', '11', '24'],
      ['no', '13', '24'],
    ])
  })

  test('stay when somebody has left, so that nobody can be told from the gap', () => {
    expect(cells(table(['yes', '', '']), table(['yes', 5, 5]))).toEqual([['yes', '5', '5']])
  })

  test('of a step that is new are the live ones, and so is the order', () => {
    expect(batched('step,n\nnew,8\nmilk,6', 'step,n\nmilk,5', { group: ['step'], figures: ['n'] })).toEqual([
      ['step', 'n'],
      ['new', '8'],
      ['milk', '5'],
    ])
  })
})

test('between any two of ten thousand pairs of releases no figure moves by one to four', () => {
  const count = fc.integer({ min: 0, max: 40 })
  const shown = (n: number) => String(disclose(n) ?? '')
  fc.assert(
    fc.property(fc.array(count, { minLength: 2, maxLength: 8 }), (counts) => {
      let before: string | undefined
      let last: string | undefined
      for (const n of counts) {
        const next = batched(`step,n\nmilk,${shown(n)}`, before, { group: ['step'], figures: ['n'] })
        const figure = next[1]?.[1] ?? ''
        if (last !== undefined && last !== '' && figure !== '' && figure !== last)
          expect(Math.abs(Number(figure) - Number(last))).toBeGreaterThanOrEqual(THRESHOLD)
        expect(['', '0'].includes(figure) || Number(figure) >= THRESHOLD).toBe(true)
        last = figure
        before = next.map((row) => row.join(',')).join('\n')
      }
    }),
    { numRuns: process.env.POLKU_LONG ? 10_000 : 1_000 },
  )
})
