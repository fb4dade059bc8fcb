import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TRAIT_VALUES } from '#src/trial/background.ts'
import { channelFigures, reachOf, totalFigures } from '#src/trial/reach.ts'

const cellsOf = (counts: Record<string, number>, started: number) => {
  const reached = Object.entries(counts).map(([value, n]) => ({ trait: 'standpoint' as const, value, n }))
  const row = reachOf(reached, { started, wanted: [{ trait: 'standpoint', value: 'assisting', n: 6 }] })[0]
  return { ...Object.fromEntries((row?.cells ?? []).map(({ value, n }) => [value, n])), untold: row?.untold }
}

test('reached is told beside wanted, and who did not tell is told too', () => {
  const [standpoint] = reachOf([{ trait: 'standpoint', value: 'assisting', n: 7 }], {
    started: 20,
    wanted: [{ trait: 'standpoint', value: 'assisting', n: 6 }],
  })
  expect(standpoint?.cells.find(({ value }) => value === 'assisting')).toEqual({ value: 'assisting', n: 7, wanted: 6 })
  expect(standpoint?.untold).toBe(13)
})

test('a small cell cannot be worked out from the others', () => {
  expect(cellsOf({ assisting: 7, professional: 3 }, 30)).toMatchObject({
    assisting: undefined,
    professional: undefined,
    untold: 20,
  })
})

test('whatever the counts, withheld people are at least five together', () => {
  const values = TRAIT_VALUES.standpoint
  fc.assert(
    fc.property(
      fc.array(fc.nat(12), { minLength: values.length, maxLength: values.length }),
      fc.nat(20),
      (counts, untold) => {
        const told = Object.fromEntries(values.map((value, i) => [value, counts[i] ?? 0]))
        const all: Record<string, number> = { ...told, untold }
        const started = Object.values(all).reduce((sum, n) => sum + n, 0)
        const shown: Record<string, number | undefined> = cellsOf(told, started)
        const hidden = Object.keys(all).filter((name) => shown[name] === undefined)
        const people = hidden.reduce((sum, name) => sum + (all[name] ?? 0), 0)
        // All of them are hidden where there is nobody else to hide behind.
        expect(people === 0 || people >= 5 || people === started).toBe(true)
        for (const name of Object.keys(all)) expect([undefined, all[name]]).toContain(shown[name])
      },
    ),
  )
})

const channel = (id: string) => ({ id, trial: 't', name: id, code: id })
const figures = (counts: [number, number][], total: [number, number]) =>
  channelFigures(
    counts.map((_, i) => channel(`c${i}`)),
    counts.map(([started, finished], i) => ({ channel: `c${i}`, started, finished })),
    { started: total[0], finished: total[1] },
  ).map(({ started, finished }) => [started, finished])

test('a channel’s figures are told from five on', () => {
  expect(figures([[9, 0]], [30, 8])).toEqual([[9, 0]])
  expect(figures([[4, 0]], [30, 8])).toEqual([[undefined, 0]])
})

test('few who stopped half-way are not told by the difference of two figures', () => {
  expect(figures([[12, 10]], [40, 30])).toEqual([[12, undefined]])
  expect(totalFigures({ started: 12, finished: 10 })).toEqual({ started: 12, finished: undefined })
  expect(totalFigures({ started: 12, finished: 6 })).toEqual({ started: 12, finished: 6 })
  expect(totalFigures({ started: 3, finished: 0 })).toEqual({ started: undefined, finished: undefined })
})
