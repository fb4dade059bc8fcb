import { THRESHOLD } from '#feedback/disclosure.ts'
import { both, countOf, countWithout, type People, without } from './filter-people.ts'

/** One answer to one question about a walk, such as `fact.home` = `own`. */
export type Condition = { readonly dimension: string; readonly value: string }
/**
 * Everybody on a version, divided by each dimension. The sets of a dimension never overlap and hold everybody; those who
 * did not tell are the set of the value `''`.
 */
export type Divided = ReadonlyMap<string, ReadonlyMap<string, People>>

/** More at once would leave hardly anybody, and every one doubles the groups that must be large enough. */
export const MOST_CONDITIONS = 4

/**
 * Whether the number of the people in `among` who meet every condition may be told beside everything else that is told.
 * `among` is everybody of the version, or those whom one figure counts (say, who skipped a step): the rule is the same for
 * both, since a figure under two filters can be subtracted just as two sizes can. With k = 5 it holds that:
 *
 * 1. every group that the conditions cut out of `among`, each met or not (own home and Swedish; own home and not Swedish;
 *    …), is empty or at least k. All sums and differences of a filter and the same filter with conditions left out are
 *    made of these groups, the unfiltered figure included.
 * 2. in the table of all values of these dimensions, the figure is not one that has to be hidden so that a small sibling
 *    cannot be had by taking the others from their sum: in every row and column with a hidden cell, two at least are
 *    hidden and are k people together (Statistics Finland, secondary suppression).
 * 3. no other filter of as few or fewer conditions holds all of these people and 1 to k - 1 more, or all of them but 1 to
 *    k - 1, whatever it asks: a fact that is asked only after another one makes filters nest without a condition in common.
 *    Of two such the one with fewer conditions is told; of two alike, the one first in the alphabet.
 *
 * The rule asks nobody what was looked at before: it gives the same answer for everybody and for every order.
 */
export function isTellable(
  divided: Divided,
  among: People,
  filter: readonly Condition[],
  k: number = THRESHOLD,
): boolean {
  const sets = filter.map(({ dimension, value }) => divided.get(dimension)?.get(value))
  if (sets.some((set) => set === undefined)) return false
  const chosen = sets.flatMap((set) => set ?? [])
  return areGroupsLarge(among, chosen, k) && !isHidden(divided, among, filter, k) && isApart(divided, among, filter, k)
}

/** Everybody in `among` who meets the conditions; nobody where a value is not known. */
export function selected(divided: Divided, among: People, filter: readonly Condition[]): People {
  return filter.reduce((people, { dimension, value }) => {
    const set = divided.get(dimension)?.get(value)
    return set ? both(people, set) : people.map(() => 0)
  }, among)
}

function areGroupsLarge(among: People, [first, ...rest]: readonly People[], k: number): boolean {
  const n = countOf(among)
  if (n === 0) return true
  if (!first) return n >= k
  return areGroupsLarge(both(among, first), rest, k) && areGroupsLarge(without(among, first), rest, k)
}

type TableCell = { readonly values: readonly string[]; readonly n: number }

function isHidden(divided: Divided, among: People, filter: readonly Condition[], k: number): boolean {
  const dimensions = filter.map(({ dimension }) => dimension)
  const cells = cellsOf(divided, among, dimensions)
  const lines = dimensions.flatMap((_, i) => [
    ...Map.groupBy(cells, ({ values }) => JSON.stringify(values.toSpliced(i, 1))).values(),
  ])
  const hidden = new Set(cells.filter(({ n }) => n < k))
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size
    for (const line of lines) cover(line, hidden, k)
  }
  const own = cells.find(({ values }) => filter.every(({ value }, i) => values[i] === value))
  return own !== undefined && hidden.has(own)
}

/** The cells of the table that hold anybody. */
function cellsOf(divided: Divided, among: People, [dimension, ...rest]: readonly string[]): readonly TableCell[] {
  if (dimension === undefined) return [{ values: [], n: countOf(among) }]
  return [...(divided.get(dimension) ?? [])].flatMap(([value, set]) => {
    const people = both(among, set)
    if (countOf(people) === 0) return []
    return cellsOf(divided, people, rest).map(({ values, n }) => ({ values: [value, ...values], n }))
  })
}

function cover(line: readonly TableCell[], hidden: Set<TableCell>, k: number): void {
  const already = line.filter((cell) => hidden.has(cell))
  if (already.length === 0) return
  let count = already.length
  let people = already.reduce((sum, { n }) => sum + n, 0)
  for (const cell of line.toSorted((one, other) => one.n - other.n)) {
    if (count >= 2 && people >= k) return
    if (hidden.has(cell)) continue
    hidden.add(cell)
    count++
    people += cell.n
  }
}

type Near = Condition & { readonly set: People }

function isApart(divided: Divided, among: People, filter: readonly Condition[], k: number): boolean {
  const people = selected(divided, among, filter)
  if (countOf(people) === 0) return true
  const near = nearTo(divided, among, people, k)
  const own = orderOf(filter)

  const isFarFrom = (other: People, conditions: readonly Condition[]) => {
    if (orderOf(conditions) >= own) return true
    const [missing, more] = [countWithout(people, other), countWithout(other, people)]
    const isNested = missing === 0 || more === 0
    const apart = missing + more
    return !isNested || apart === 0 || apart >= k || countOf(other) < k
  }
  const search = (other: People, conditions: readonly Condition[], from: number): boolean => {
    if (!isFarFrom(other, conditions)) return false
    if (conditions.length === filter.length) return true
    return near.every((one, i) => {
      if (i < from || conditions.some(({ dimension }) => dimension === one.dimension)) return true
      return search(both(other, one.set), [...conditions, one], i + 1)
    })
  }
  return search(among, [], 0)
}

/** A filter that nests with these people by few can only be made of conditions that fewer than k of them do not meet. */
function nearTo(divided: Divided, among: People, people: People, k: number): readonly Near[] {
  return [...divided].flatMap(([dimension, values]) =>
    [...values].flatMap(([value, set]) => {
      if (value === '' || countWithout(people, set) >= k || countWithout(among, set) === 0) return []
      return [{ dimension, value, set }]
    }),
  )
}

/** Fewer conditions first, then by the alphabet. */
function orderOf(conditions: readonly Condition[]): string {
  const names = conditions.map(({ dimension, value }) => `${dimension}=${value}`)
  return `${conditions.length} ${names.toSorted().join('&')}`
}
