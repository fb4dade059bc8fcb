import { evaluate, type Truth } from './condition.ts'
import type { Definition, Fact, Facts, FactValue, LeadsTo } from './definition.ts'

/** An answer that the next journey can begin with. */
export type CarriedFact = {
  readonly fact: string
  /** what the other journey calls it */
  readonly as: string
  readonly value: FactValue
  /** either journey marks it so: whoever goes on may well want to leave it out */
  readonly isSensitive: boolean
}

/** Whether a journey leads on in a situation: true where no condition is set. */
export function leadsOn({ when }: LeadsTo, { conditions = {} }: Definition, facts: Facts): Truth {
  return when === undefined ? true : evaluate(when, facts, conditions)
}

/**
 * What the next journey can take over of what was told in this one. Nothing that is not known, nothing the other journey
 * does not ask or does not take, and with `values` nothing that has no counterpart there.
 */
export function carriedFacts(
  { facts: carried = [] }: LeadsTo,
  { from, to, told }: { from: Definition; to: Definition; told: Facts },
): readonly CarriedFact[] {
  return carried.flatMap(({ fact, as, values }) => {
    const was = factOf(from, fact)
    const next = factOf(to, as)
    const value = counterpart(told[fact], values)
    if (!was || !next || value === undefined || !takes(next, value)) return []
    return [{ fact, as, value, isSensitive: was.sensitive === true || next.sensitive === true }]
  })
}

function counterpart(told: FactValue | undefined, values: Readonly<Record<string, FactValue>> | undefined) {
  if (told === undefined || told === null) return undefined
  if (!values) return told
  return Object.hasOwn(values, String(told)) ? values[String(told)] : undefined
}

/** Whether a fact takes a value: an option it has, a number within its bounds, "not known" where that may be said. */
export function takes(fact: Fact, value: FactValue): boolean {
  if (value === null) return fact.unknown_allowed === true
  switch (fact.type) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(fact.options, value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    case 'number':
      return typeof value === 'number' && value >= (fact.min ?? -Infinity) && value <= (fact.max ?? Infinity)
  }
}

/** A fact by its id; undefined where the definition declares none, whatever every object has by birth. */
export function factOf({ facts }: Pick<Definition, 'facts'>, id: string): Fact | undefined {
  return Object.hasOwn(facts, id) ? facts[id] : undefined
}
