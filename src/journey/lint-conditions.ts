import { isDate } from './calendar.ts'
import { factsOf, isTooLarge, leavesOf, type NamedConditions, namedCondition, partsOf } from './condition.ts'
import type { Condition, Definition, Fact } from './definition.ts'
import { type Finding, finding, type Path } from './finding.ts'
import { stepsOf } from './graph.ts'
import { suggested } from './suggestion.ts'

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
  return [...named, ...steps]
}

/** Conditions that name what does not exist, compare what cannot be compared, or go in a circle. */
export function conditionFindings(definition: Definition): Finding[] {
  const named = definition.conditions ?? {}
  return [
    ...conditionsOf(definition).flatMap(({ condition, path }) => [
      ...partFindings(condition, path, definition),
      ...(isTooLarge(condition, named) ? [finding('condition-too-large', path)] : []),
    ]),
    ...circleFindings(named),
  ]
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

function circleFindings(named: NamedConditions): Finding[] {
  return Object.keys(named).flatMap((name) => {
    const circle = circleFrom(name, named, [])
    return circle ? [finding('condition-cycle', ['conditions', name], { cycle: circle.join(' → ') })] : []
  })
}

/** The circle a name stands in itself; one that it only leads to is reported where it is. */
function circleFrom(
  start: string,
  named: NamedConditions,
  trail: readonly string[],
  seen = new Set<string>(),
): string[] | undefined {
  const name = trail.at(-1) ?? start
  if (seen.has(name)) return undefined
  seen.add(name)
  const condition = namedCondition(named, name)
  for (const next of condition === undefined ? [] : namesIn(condition)) {
    if (next === start) return [start, ...trail, start]
    const circle = circleFrom(start, named, [...trail, next], seen)
    if (circle) return circle
  }
  return undefined
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
