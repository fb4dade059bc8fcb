import type { Condition, Facts, FactValue } from './definition.ts'

/** Strong Kleene logic: `unknown` is a value of its own and never turns into `false`. */
export type Truth = boolean | 'unknown'
export type NamedConditions = Readonly<Record<string, Condition>>
export type Prepared = (facts: Facts) => Truth

type Leaf = Extract<Condition, { fact: string }>
/** Names being written out, and how many parts may still be. */
type Within = { readonly open: Set<string>; readonly budget: { left: number } }
type Test = (value: NonNullable<FactValue>) => Truth

// Named conditions that each use the one before twice double at every step: thirty of them would never end.
const LARGEST = 1_000

/**
 * The truth of a condition for what a walker has told. A fact that is absent or `null` is unknown, and so is what
 * depends on it alone; only `known` is always true or false. Dates are compared as ISO text.
 * Never throws: an unknown name or a name that refers to itself gives `unknown` (the lint reports both).
 */
export function evaluate(condition: Condition, facts: Facts, named: NamedConditions = {}): Truth {
  return prepare(condition, named)(facts)
}

/**
 * The same as `evaluate`, compiled once into a closure: for pages and for the proof, which ask the same condition again
 * and again. Named conditions are read when preparing, not later.
 */
export function prepare(condition: Condition, named: NamedConditions = {}): Prepared {
  return prepareWithin(condition, named, { open: new Set(), budget: { left: LARGEST } })
}

/** True when a condition of this size is too large to be evaluated: it stays `unknown`. */
export function isTooLarge(size: number): boolean {
  return size > LARGEST
}

/** How many parts a condition has with its named conditions written out; just above the limit where there are more. */
export function sizeOf(condition: Condition, named: NamedConditions = {}): number {
  const open = new Set<string>()
  let size = 0
  const count = (part: Condition): void => {
    size += 1
    if (size > LARGEST) return
    for (const inner of partsOf(part)) count(inner)
    if (typeof part !== 'string' || open.has(part)) return
    const meant = namedCondition(named, part)
    if (meant === undefined) return
    open.add(part)
    count(meant)
    open.delete(part)
  }
  count(condition)
  return Math.min(size, LARGEST + 1)
}

/** Ids of every fact a condition reads, through named conditions too. Ends even where names refer to each other in a circle. */
export function factsOf(condition: Condition, named: NamedConditions = {}): Set<string> {
  const facts = new Set<string>()
  visit(condition, named, (leaf) => facts.add(leaf.fact))
  return facts
}

/** Every leaf of a condition, through named conditions too, each named condition once. */
export function leavesOf(condition: Condition, named: NamedConditions = {}): Leaf[] {
  const leaves: Leaf[] = []
  visit(condition, named, (leaf) => leaves.push(leaf))
  return leaves
}

/** The parts a condition is made of: none for a leaf and for a name. */
export function partsOf(condition: Condition): Condition[] {
  if (typeof condition === 'string') return []
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  return 'not' in condition ? [condition.not] : []
}

/** A named condition, and nothing that every object has by birth: `constructor` is a possible id. */
export function namedCondition(named: NamedConditions, name: string): Condition | undefined {
  return Object.hasOwn(named, name) ? named[name] : undefined
}

function prepareWithin(condition: Condition, named: NamedConditions, within: Within): Prepared {
  within.budget.left -= 1
  if (within.budget.left < 0) return () => 'unknown'
  if (typeof condition === 'string') return prepareName(condition, named, within)
  if ('all' in condition) return every(condition.all.map((part) => prepareWithin(part, named, within)))
  if ('any' in condition) return some(condition.any.map((part) => prepareWithin(part, named, within)))
  if ('not' in condition) return opposite(prepareWithin(condition.not, named, within))
  return prepareLeaf(condition)
}

function prepareName(name: string, named: NamedConditions, { open, budget }: Within): Prepared {
  const condition = namedCondition(named, name)
  if (condition === undefined || open.has(name) || budget.left < 0) return () => 'unknown'
  open.add(name)
  const prepared = prepareWithin(condition, named, { open, budget })
  open.delete(name)
  return prepared
}

function every(parts: readonly Prepared[]): Prepared {
  return (facts) => {
    let truth: Truth = true
    for (const part of parts) {
      const value = part(facts)
      if (value === false) return false
      if (value === 'unknown') truth = 'unknown'
    }
    return truth
  }
}

function some(parts: readonly Prepared[]): Prepared {
  return (facts) => {
    let truth: Truth = false
    for (const part of parts) {
      const value = part(facts)
      if (value === true) return true
      if (value === 'unknown') truth = 'unknown'
    }
    return truth
  }
}

function opposite(part: Prepared): Prepared {
  return (facts) => {
    const value = part(facts)
    return value === 'unknown' ? 'unknown' : !value
  }
}

function prepareLeaf(leaf: Leaf): Prepared {
  const { fact } = leaf
  if ('known' in leaf) return (facts) => isKnown(facts[fact]) === leaf.known

  const test = testOf(leaf)
  return (facts) => {
    const value = facts[fact]
    return isKnown(value) ? test(value) : 'unknown'
  }
}

function isKnown(value: FactValue | undefined): value is NonNullable<FactValue> {
  return value !== undefined && value !== null && typeof value !== 'function'
}

function testOf(leaf: Exclude<Leaf, { known: boolean }>): Test {
  if ('is' in leaf) return (value) => value === leaf.is
  if ('in' in leaf) return (value) => typeof value !== 'boolean' && leaf.in.includes(value)
  if ('gte' in leaf) return (value) => compared(value, leaf.gte, (order) => order >= 0)
  return (value) => compared(value, 'lt' in leaf ? leaf.lt : leaf.before, (order) => order < 0)
}

/** A date against a number cannot be compared: unknown, so that a mistake never closes a road. */
function compared(value: NonNullable<FactValue>, bound: number | string, holds: (order: number) => boolean): Truth {
  if (typeof value === 'number' && typeof bound === 'number') return holds(value - bound)
  if (typeof value !== 'string' || typeof bound !== 'string') return 'unknown'
  if (value === bound) return holds(0)
  return holds(value < bound ? -1 : 1)
}

/** On a list instead of the call stack: names may lead to names hundreds deep. */
function visit(condition: Condition, named: NamedConditions, see: (leaf: Leaf) => void): void {
  const seen = new Set<string>()
  const open: Condition[] = [condition]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'string') {
      if ('fact' in next) see(next)
      else open.push(...partsOf(next).toReversed())
      continue
    }
    const target = namedCondition(named, next)
    if (target === undefined || seen.has(next)) continue
    seen.add(next)
    open.push(target)
  }
}
