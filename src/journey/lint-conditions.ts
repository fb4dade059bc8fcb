import { isDate } from './calendar.ts'
import { factsOf, isTooLarge, leavesOf, type NamedConditions, namedCondition, partsOf, sizeOf } from './condition.ts'
import type { Condition, Definition, Fact } from './definition.ts'
import { type Finding, finding, firstOf, type Path } from './finding.ts'
import { stepsOf } from './graph.ts'
import { suggested } from './suggestion.ts'

// The shipped journeys have some hundreds of parts each.
const LARGEST_TOGETHER = 50_000
// Beyond this nobody reads on, and each costs a search for the name that was meant.
const MOST_CIRCLES = 20

export type PlacedCondition = { readonly condition: Condition; readonly path: Path }

/** Every condition of a definition where it is written: named ones, of steps and of notes. */
export function conditionsOf(definition: Definition): PlacedCondition[] {
  const named = Object.entries(definition.conditions ?? {}).map(([id, condition]) => ({
    condition,
    path: ['conditions', id],
  }))
  const steps = stepsOf(definition).flatMap(({ step, path }) => [
    ...(step.when === undefined ? [] : [{ condition: step.when, path: [...path, 'when'] }]),
    ...(step.notes ?? []).flatMap(({ when }, i) =>
      when === undefined ? [] : [{ condition: when, path: [...path, 'notes', i, 'when'] }],
    ),
  ])
  const next = (definition.leads_to ?? []).flatMap(({ when }, i) =>
    when === undefined ? [] : [{ condition: when, path: ['leads_to', i, 'when'] }],
  )
  return [...named, ...steps, ...next]
}

/** Conditions that name what does not exist, compare what cannot be compared, or go in a circle. */
export function conditionFindings(definition: Definition): Finding[] {
  const named = definition.conditions ?? {}
  const placed = conditionsOf(definition)
  return [
    ...firstOf(placed, ({ condition, path }) => partFindings(condition, path, definition)),
    ...sizeFindings(placed, named),
    ...circleFindings(named),
  ]
}

/** A condition that is too large by itself, or the one at which all of them together are too large to be tried. */
function sizeFindings(placed: readonly PlacedCondition[], named: NamedConditions): Finding[] {
  const tooLarge: Finding[] = []
  let sum = 0
  for (const { condition, path } of placed) {
    const size = sizeOf(condition, named)
    sum += size
    if (isTooLarge(size)) tooLarge.push(finding('condition-too-large', path))
    if (sum > LARGEST_TOGETHER) return [...tooLarge, finding('conditions-too-large', path)]
  }
  return tooLarge
}

/** Why a value cannot be the value of a fact; none where it can. */
export function valueFindings(id: string, value: string | number | boolean, path: Path, fact: Fact): Finding[] {
  if (fact.type === 'choice') {
    const options = Object.keys(fact.options)
    if (typeof value === 'string' && options.includes(value)) return []
    return [finding('unknown-option', path, { fact: id, id: String(value), ...suggested(String(value), options) })]
  }
  return fits(value, fact) ? [] : [finding('wrong-value', path, { fact: id, value: String(value) })]
}

function partFindings(condition: Condition, path: Path, definition: Definition): Finding[] {
  if (typeof condition === 'string') return nameFindings(condition, path, definition.conditions ?? {})
  if ('fact' in condition) return leafFindings(condition, path, definition)
  if ('not' in condition) return partFindings(condition.not, [...path, 'not'], definition)
  const key = 'all' in condition ? 'all' : 'any'
  return partsOf(condition).flatMap((part, i) => partFindings(part, [...path, key, i], definition))
}

function nameFindings(name: string, path: Path, named: NamedConditions): Finding[] {
  if (namedCondition(named, name) !== undefined) return []
  return [finding('unknown-condition', path, { id: name, ...suggested(name, Object.keys(named)) })]
}

function leafFindings(leaf: Extract<Condition, { fact: string }>, path: Path, { facts }: Definition): Finding[] {
  const { fact: id } = leaf
  const fact = Object.hasOwn(facts, id) ? facts[id] : undefined
  if (!fact) return [finding('unknown-fact', [...path, 'fact'], { id, ...suggested(id, Object.keys(facts)) })]
  if ('known' in leaf) return []
  if ('is' in leaf) return valueFindings(id, leaf.is, [...path, 'is'], fact)
  if ('in' in leaf) return leaf.in.flatMap((value, i) => valueFindings(id, value, [...path, 'in', i], fact))
  return comparisonFindings(leaf, path, fact)
}

function comparisonFindings(
  leaf: { fact: string; gte?: unknown; lt?: unknown; before?: unknown },
  path: Path,
  { type }: Fact,
): Finding[] {
  const bound = leaf.gte ?? leaf.lt ?? leaf.before
  const isComparable = type === 'date' ? typeof bound === 'string' : type === 'number' && typeof bound === 'number'
  return isComparable ? [] : [finding('not-comparable', path, { fact: leaf.fact })]
}

function fits(value: string | number | boolean, fact: Exclude<Fact, { type: 'choice' }>): boolean {
  if (fact.type === 'date') return typeof value === 'string' && isDate(value)
  if (fact.type === 'boolean') return typeof value === 'boolean'
  return typeof value === 'number' && value >= (fact.min ?? -Infinity) && value <= (fact.max ?? Infinity)
}

/** The circle a name stands in itself; a name that only leads to one is not at fault. */
function circleFindings(named: NamedConditions): Finding[] {
  const uses = new Map(Object.entries(named).map(([name, condition]) => [name, namesIn(condition)]))
  return [...leftInCircles(uses)].slice(0, MOST_CIRCLES).flatMap((name) => {
    const circle = circleFrom(name, uses)
    return circle ? [finding('condition-cycle', ['conditions', name], { cycle: circle.join(' → ') })] : []
  })
}

type Uses = ReadonlyMap<string, readonly string[]>

/** What is left when names that use none of the others are taken away, again and again: names that lead to a circle. */
function leftInCircles(uses: Uses): Set<string> {
  const left = new Set(uses.keys())
  for (let before = -1; before !== left.size; ) {
    before = left.size
    // Names are mostly used after they are declared or mostly before: one of the two directions takes few rounds.
    for (const name of [...left, ...[...left].reverse()])
      if (!uses.get(name)?.some((used) => left.has(used))) left.delete(name)
  }
  return left
}

/** The shortest way from a name back to itself. */
function circleFrom(start: string, uses: Uses): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const open = [start]
  for (const name of open)
    for (const next of uses.get(name) ?? []) {
      if (next === start) return [...wayTo(name, cameFrom), start]
      if (cameFrom.has(next)) continue
      cameFrom.set(next, name)
      open.push(next)
    }
  return undefined
}

function wayTo(name: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [name]
  for (let before = cameFrom.get(name); before !== undefined; before = cameFrom.get(before)) way.unshift(before)
  return way
}

/** Names used in a condition itself. */
export function namesIn(condition: Condition): string[] {
  return typeof condition === 'string' ? [condition] : partsOf(condition).flatMap(namesIn)
}

/** Facts that any condition reads. */
export function factsRead(definition: Definition): Set<string> {
  return new Set(conditionsOf(definition).flatMap(({ condition }) => [...factsOf(condition, definition.conditions)]))
}

/** Leaves of every condition, each named condition's once per use. */
export function leavesRead(definition: Definition): Extract<Condition, { fact: string }>[] {
  return conditionsOf(definition).flatMap(({ condition }) => leavesOf(condition, {}))
}
