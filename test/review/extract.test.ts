import { expect, test } from 'vitest'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { extractCsv, extractOf } from '#src/review/extract.ts'
import type { Contribution } from '#src/walk/walk.ts'

const said = (id: string, text: string | undefined, more: Partial<Contribution> = {}): Contribution => ({
  ...{
    id,
    walk: `walk-${id}`,
    journey: 'cat-moves-house',
    version: 1,
    step: 'home/milk',
    prompt: 'open',
    kind: 'open',
  },
  ...{ option: undefined, text, language: 'fi', share: undefined, situation: { colour: 'black' } },
  ...{ state: 'visible', reason: undefined, at: 5, ...more },
})

test('words that nobody has read and words that were hidden are left out, each with its ground', () => {
  const { rows, leftOut } = extractOf([
    said('1', 'Maito oli kylmää'),
    said('2', 'Odottaa', { state: 'pending' }),
    said('3', 'Ruma sana', { state: 'hidden' }),
    said('4', undefined, { kind: 'rating', option: 'yes' }),
  ])
  expect(rows.map(({ text, ground }) => [text, ground])).toEqual([
    [undefined, 'held'],
    [undefined, 'hidden'],
    ['Maito oli kylmää', undefined],
  ])
  expect(leftOut).toEqual({ held: 1, hidden: 1, details: 0 })
})

test('a detail that an earlier rule let through is taken out, and one that was taken out is told', () => {
  const { rows, leftOut } = extractOf([said('1', 'Soita 040 123 4567'), said('2', 'Tunnus [hetu] poistettiin')])
  expect(rows.map(({ text }) => text)).toEqual(['Soita [tel]', 'Tunnus [hetu] poistettiin'])
  expect(leftOut.details).toBe(2)
})

test('neither the order nor a column tells which words are one person’s', () => {
  const [one, other] = [said('1', 'Aamulla', { at: 9 }), said('2', 'Illalla', { at: 1 })]
  expect(extractOf([one, other])).toEqual(extractOf([other, one]))
  const file = extractCsv(extractOf([one, other]), { diary: 'VN/1/2026' })
  expect(csvRows([file]).next().value).toEqual(['diary', 'version', 'step', 'prompt', 'language', 'text', 'left_out'])
  expect(file).not.toMatch(/walk-|black/)
})

test('words that a spreadsheet would take for a formula come out as words', () => {
  const [, row] = [...csvRows([extractCsv(extractOf([said('1', '=1+1')]), { diary: 'VN/1/2026' })])]
  expect(row?.[5]).toBe("'=1+1")
})
