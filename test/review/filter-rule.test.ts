import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { both, countOf, countWithout, type People, peopleOf, without } from '#src/review/filter-people.ts'
import { type Condition, type Divided, isTellable, selected } from '#src/review/filter-rule.ts'

const K = 5
// Every world answers ten pairs: 10,000 in a long run.
const WORLDS = process.env.POLKU_LONG ? 1000 : 30
const PAIRS = 10

const isSafe = (n: number) => n === 0 || n >= K

describe('people as bits', () => {
  test('are counted as the same people in a list', () => {
    const numbers = fc.uniqueArray(fc.nat(99))
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const [a, b] = [peopleOf(100, one), peopleOf(100, other)]
        expect(countOf(a)).toBe(one.length)
        expect(countOf(both(a, b))).toBe(one.filter((n) => other.includes(n)).length)
        expect(countWithout(a, b)).toBe(countOf(without(a, b)))
        expect(countWithout(a, b)).toBe(one.filter((n) => !other.includes(n)).length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('one filter beside all', () => {
  test('twelve of twenty are told; the others are eight', () => {
    expect(told(worldOf({ home: [12, 8] }), [is('home', 1)])).toBe(12)
  })

  test('eighteen of twenty are not told: the other two could be had by subtraction', () => {
    expect(told(worldOf({ home: [18, 2] }), [is('home', 1)])).toBeUndefined()
  })

  test('everybody is told: nobody is left over', () => {
    expect(told(worldOf({ home: [20] }), [is('home', 1)])).toBe(20)
  })

  test('of three values of which one is small, a second one is withheld with it', () => {
    const world = worldOf({ home: [20, 12, 3] })
    expect([1, 2, 3].map((value) => told(world, [is('home', value)]))).toEqual([20, undefined, undefined])
  })

  test('two filters without a condition in common that nest by two people: the second of the alphabet is withheld', () => {
    const people = Array.from({ length: 30 }, (_, i) => ({ child: i < 10 ? 1 : 2, guardian: i < 8 ? 1 : 2 }))
    const world = divided(people)
    expect(told(world, [is('child', 1)])).toBe(10)
    expect(told(world, [is('guardian', 1)])).toBeUndefined()
  })

  test('a figure is withheld where the same figure of the others would be small', () => {
    const world = worldOf({ home: [20, 20] })
    const skipped = peopleOf(40, [0, 1, 2, 3, 4, 5, 20, 21])
    expect(told(world, [is('home', 1)], skipped)).toBeUndefined()
    expect(told(world, [is('home', 1)])).toBe(20)
  })
})

describe('random filters of random people', () => {
  test('no pair of filters, nor their sums with what lies between, tells of one to four people', () => {
    let [answered, asked] = [0, 0]
    fc.assert(
      fc.property(
        anyWorld,
        fc.array(fc.tuple(anyFilter, anyFilter), { minLength: PAIRS, maxLength: PAIRS }),
        (people, pairs) => {
          const world = divided(people)
          for (const column of [
            undefined,
            peopleOf(
              people.length,
              people.flatMap(({ skips }, i) => (skips ? [i] : [])),
            ),
          ])
            for (const [one, other] of pairs) {
              asked += 1
              answered += told(world, one, column) === undefined ? 0 : 1
              expectNothingSmall(world, one, other, column)
            }
        },
      ),
      { numRuns: WORLDS, seed: 7 },
    )
    if (process.env.POLKU_LONG) console.log(`${asked} pairs of filters, ${answered} of their first ones answered`)
    expect(answered).toBeGreaterThan(asked / 50)
  }, 600_000)
})

type World = { readonly divided: Divided; readonly all: People }
type Person = Readonly<Record<string, number>>

const DIMENSIONS = ['county', 'home', 'child', 'guardian', 'week'] as const
/** `guardian` is asked only of those with a child, and few answer otherwise than by the child. */
const anyPerson = fc
  .record({
    county: fc.integer({ min: 0, max: 6 }),
    home: fc.integer({ min: 1, max: 3 }),
    child: fc.integer({ min: 1, max: 2 }),
    odd: fc.integer({ min: 0, max: 15 }),
    week: fc.integer({ min: 1, max: 3 }),
    skips: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ odd, ...person }): Person => ({ ...person, guardian: person.child === 1 && odd > 0 ? 1 : 0 }))
const anyWorld = fc
  .integer({ min: 10, max: 400 })
  .chain((n) => fc.array(anyPerson, { minLength: n, maxLength: n, size: 'max' }))
const anyFilter = fc
  .tuple(
    fc.subarray([...DIMENSIONS], { minLength: 1, maxLength: 3 }),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([names, values]) => names.map((name, i) => is(name, values[i] ?? 1)))

function is(dimension: string, value: number): Condition {
  return { dimension, value: String(value) }
}

/** People who differ by one dimension only: so many of each value, 1 the first. */
function worldOf(counts: Readonly<Record<string, readonly number[]>>): World {
  const [[name, sizes] = ['', []]] = Object.entries(counts)
  return divided(sizes.flatMap((n, i) => Array.from({ length: n }, () => ({ [name]: i + 1 }))))
}

function divided(people: readonly Person[]): World {
  const names = [...new Set(people.flatMap(Object.keys))].filter((name) => name !== 'skips')
  const byValue = (name: string) =>
    Map.groupBy(people.keys(), (i) => (people[i]?.[name] ? String(people[i][name]) : ''))
  const sets = (name: string) =>
    new Map([...byValue(name)].map(([value, some]) => [value, peopleOf(people.length, some)]))
  return { divided: new Map(names.map((name) => [name, sets(name)])), all: peopleOf(people.length, people.keys()) }
}

/** As a page tells it: the filter itself is answered only for k people; a figure of it may be none. */
function told({ divided, all }: World, filter: readonly Condition[], column = all): number | undefined {
  if (filter.length === 0) return countOf(column)
  const size = countOf(selected(divided, all, filter))
  if (size < K || !isTellable(divided, all, filter)) return undefined
  if (!isTellable(divided, column, filter)) return undefined
  const n = countOf(selected(divided, column, filter))
  return isSafe(n) ? n : undefined
}

function expectNothingSmall(
  world: World,
  one: readonly Condition[],
  other: readonly Condition[],
  column: People | undefined,
) {
  const n = (filter: readonly Condition[]) => told(world, filter, column)
  const among = column ?? world.all
  const [a, b] = [one, other].map((filter) => selected(world.divided, among, filter))
  const [nA, nB] = [n(one), n(other)]
  if (nA !== undefined) expect(isSafe(nA)).toBe(true)
  if (!a || !b) return

  const isNested = countWithout(a, b) === 0 || countWithout(b, a) === 0
  if (nA !== undefined && nB !== undefined && isNested && nA > 0 && nB > 0) expect(isSafe(Math.abs(nA - nB))).toBe(true)
  const together = join(one, other)
  const nAB = together && n(together)
  if (nA !== undefined && nB !== undefined && nAB !== undefined && countOf(among) >= K) {
    const groups = [nA - nAB, nB - nAB, countOf(among) - nA - nB + nAB]
    expect([one, other, groups.map(isSafe)]).toEqual([one, other, [true, true, true]])
  }
  for (const filter of [one, other]) expectSafeSiblings(world, filter, n, among)
}

/** Both filters at once; undefined where they ask for two values of one question. */
function join(one: readonly Condition[], other: readonly Condition[]): readonly Condition[] | undefined {
  const all = [...one, ...other.filter(({ dimension }) => !one.some((each) => each.dimension === dimension))]
  const agrees = other.every(
    ({ dimension, value }) => all.find((each) => each.dimension === dimension)?.value === value,
  )
  return agrees && all.length <= 4 ? all : undefined
}

/** All values of one question but one, taken from their sum. */
function expectSafeSiblings(
  { divided }: World,
  filter: readonly Condition[],
  n: (filter: readonly Condition[]) => number | undefined,
  among: People,
) {
  filter.forEach(({ dimension }, i) => {
    const rest = filter.toSpliced(i, 1)
    if (n(rest) === undefined || countOf(among) < K) return
    const values = [...(divided.get(dimension)?.keys() ?? [])]
    const withheld = values.filter((value) => value === '' || n([...rest, { dimension, value }]) === undefined)
    const left = withheld.reduce(
      (sum, value) => sum + countOf(selected(divided, among, [...rest, { dimension, value }])),
      0,
    )
    expect([filter, dimension, isSafe(left)]).toEqual([filter, dimension, true])
  })
}
