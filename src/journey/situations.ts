import { dayAfter, dayBefore, isDate } from './calendar.ts'
import { leavesOf, type NamedConditions } from './condition.ts'
import type { Condition, Definition, Fact, FactValue } from './definition.ts'

/** Every value of a fact that a condition can tell apart; `null` is "not known". */
export type Domain = { readonly fact: string; readonly values: readonly FactValue[] }
/** Situations to try. `cut`: the whole product was too large, so only pairs of values are tried. */
export type Situations = {
  readonly count: number
  readonly cut: boolean
  readonly each: Iterable<Record<string, FactValue>>
}

/** More situations than this are not tried one by one. */
const MOST_SITUATIONS = 100_000
const ANY_DAY = '2026-03-01'

/**
 * The values worth trying for each fact that the conditions read: options and yes/no as they are, dates and numbers on
 * both sides of every constant and on it, and "not known" where the walker may say so. `mayBeUnknown` adds facts that
 * may be unasked. Facts that do not exist are left out.
 */
export function domainsOf(
  conditions: readonly Condition[],
  definition: Pick<Definition, 'facts' | 'conditions'>,
  mayBeUnknown: (fact: string) => boolean = () => false,
): Domain[] {
  const constants = constantsOf(conditions, definition.conditions ?? {})
  return [...constants].flatMap(([id, found]) => {
    const fact = Object.hasOwn(definition.facts, id) ? definition.facts[id] : undefined
    if (!fact) return []
    const values = valuesOf(fact, found)
    return [{ fact: id, values: fact.unknown_allowed || mayBeUnknown(id) ? [...values, null] : values }]
  })
}

/** The product of the domains; beyond `most` every pair of values against a few backgrounds. The yielded object is reused. */
export function situationsOf(domains: readonly Domain[], most = MOST_SITUATIONS): Situations {
  const count = domains.reduce((product, { values }) => product * values.length, 1)
  const cut = count > most
  return { count, cut, each: cut ? pairs(domains) : product(domains) }
}

function constantsOf(conditions: readonly Condition[], named: NamedConditions): Map<string, (string | number)[]> {
  const found = new Map<string, (string | number)[]>()
  for (const leaf of conditions.flatMap((condition) => leavesOf(condition, named))) {
    const { fact, ...test } = leaf
    const constants = Object.values(test)
      .flat()
      .filter((value) => typeof value !== 'boolean')
    const known = found.get(fact)
    if (known) known.push(...constants)
    else found.set(fact, constants)
  }
  return found
}

function valuesOf(fact: Fact, constants: readonly (string | number)[]): FactValue[] {
  switch (fact.type) {
    case 'choice':
      return Object.keys(fact.options)
    case 'boolean':
      return [true, false]
    case 'date':
      return daysAround(constants.filter((value) => typeof value === 'string'))
    case 'number':
      return numbersAround(
        constants.filter((value) => typeof value === 'number'),
        fact,
      )
  }
}

function daysAround(constants: readonly string[]): string[] {
  const days = constants.filter(isDate).flatMap((day) => [dayBefore(day), day, dayAfter(day)])
  return days.length > 0 ? [...new Set(days)].sort() : [ANY_DAY]
}

/** The constants, a number between any two neighbours, and one beyond each end, as far as the fact allows. */
function numbersAround(
  constants: readonly number[],
  { min = -Infinity, max = Infinity }: { min?: number | undefined; max?: number | undefined },
): number[] {
  const ends = [min, max].filter(Number.isFinite)
  const sorted = [...new Set([...constants, ...ends])].sort((one, other) => one - other)
  const first = sorted[0] ?? 0
  const last = sorted.at(-1) ?? 0
  const between = sorted.slice(1).map((value, i) => (value + (sorted[i] ?? value)) / 2)
  return [...new Set([first - 1, ...sorted, ...between, last + 1])].filter((value) => value >= min && value <= max)
}

/** Counts through the values like the wheels of an odometer: the last fact turns fastest. */
function* product(
  domains: readonly Domain[],
  situation: Record<string, FactValue> = {},
): Generator<Record<string, FactValue>> {
  if (domains.some(({ values }) => values.length === 0)) return
  const places = domains.map(() => 0)
  const turn = (wheel: number, to: number) => {
    const domain = domains[wheel]
    places[wheel] = to
    if (domain) situation[domain.fact] = domain.values[to] ?? null
  }
  for (const wheel of domains.keys()) turn(wheel, 0)
  for (let wheel = domains.length; wheel >= 0; ) {
    yield situation
    for (wheel = domains.length - 1; wheel >= 0 && isLast(domains[wheel], places[wheel]); wheel -= 1) turn(wheel, 0)
    if (wheel >= 0) turn(wheel, (places[wheel] ?? 0) + 1)
  }
}

function isLast(domain: Domain | undefined, place = 0): boolean {
  return place + 1 >= (domain?.values.length ?? 0)
}

/** Every two facts take every pair of values while the others all stand on their first, second, third … value. */
function* pairs(domains: readonly Domain[]): Generator<Record<string, FactValue>> {
  const backgrounds = Math.max(...domains.map(({ values }) => values.length))
  for (let background = 0; background < backgrounds; background += 1) {
    for (const [i, one] of domains.entries()) {
      for (const other of domains.slice(i + 1)) {
        const situation = Object.fromEntries(
          domains.map(({ fact, values }) => [fact, values[Math.min(background, values.length - 1)] ?? null]),
        )
        yield* product([one, other], situation)
      }
    }
  }
}
