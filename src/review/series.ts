import { dayOf } from '#src/trial/day.ts'
import { type Figure, figuresOf } from './figure.ts'
import { weekOf } from './filter-divide.ts'

/** When a step was opened and when it was answered for the first time, once a walk; epoch milliseconds. */
export type StepMoments = { readonly reached: readonly number[]; readonly answered: readonly number[] }
export type SeriesRow = { readonly from: string; readonly reached: Figure; readonly answered: Figure }
export type Series = { readonly by: 'day' | 'week'; readonly rows: readonly SeriesRow[] }

const MOST_DAYS = 21
const DAY = 24 * 60 * 60 * 1000

/**
 * How many opened a step and how many answered there, day by day, or week by week once there are more than three weeks.
 * The sums stand on the same page, so each column is withheld as one row: no small day can be had by subtraction.
 */
export function seriesOf({ reached, answered }: StepMoments): Series {
  const all = [...reached, ...answered].map(dayOf).toSorted()
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return { by: 'day', rows: [] }
  const days = (Date.parse(last) - Date.parse(first)) / DAY + 1
  const by = days > MOST_DAYS ? 'week' : 'day'
  const [nameOf, length] = by === 'day' ? [dayOf, DAY] : [weekOf, 7 * DAY]
  // At noon no day is lost where the clocks are changed.
  const start = Date.parse(`${nameOf(Date.parse(`${first}T12:00:00Z`))}T12:00:00Z`)
  const count = Math.floor((Date.parse(`${last}T12:00:00Z`) - start) / length) + 1
  const names = Array.from({ length: count }, (_, i) => nameOf(start + i * length))
  const [opened, spoke] = [reached, answered].map((moments) => {
    const byName = Map.groupBy(moments, nameOf)
    return figuresOf(names.map((name) => byName.get(name)?.length ?? 0))
  })
  return { by, rows: names.map((from, i) => ({ from, reached: opened?.[i], answered: spoke?.[i] })) }
}
