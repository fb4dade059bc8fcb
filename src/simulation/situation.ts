import type { Journey, Place } from '#src/journey/compile.ts'
import type { Fact, FactValue } from '#src/journey/definition.ts'
import { dayAfter } from '#src/trial/day.ts'
import { type Fields, namesOf } from '#src/walk/read-told.ts'
import { drawn, oneOf, type SimulatedWalker } from './walker.ts'

const CONSENTS = 0.75
const DOES_NOT_KNOW = 0.1
const DAYS_BACK = 300
const NUMBERS = 100

/** What a walker tells at a step, as the fields of its form. `realToday` is the real calendar date. */
export function tells(walker: SimulatedWalker, journey: Journey, { step }: Place, realToday: string): Fields {
  const fields = namesOf(step).flatMap((name): readonly [string, string][] => {
    if (step.kind === 'mandate')
      return [[name, oneOf(['self', ...Object.keys(step.roles)], drawn(walker, name)) ?? 'self']]
    const fact = step.kind === 'consent' ? undefined : journey.definition.facts[name]
    if (!fact) return [[name, drawn(walker, name) < CONSENTS ? 'yes' : 'no']]
    const told = factOf(walker, name, fact, realToday)
    // The event has happened, also to an example person whose day is still to come.
    const isAhead = name === journey.definition.starts_on && typeof told === 'string' && told > realToday
    return fieldsOf(name, fact, isAhead ? realToday : told)
  })
  return Object.fromEntries(fields)
}

function factOf(walker: SimulatedWalker, name: string, fact: Fact, realToday: string): FactValue {
  const facts = walker.persona?.facts ?? {}
  const own = Object.hasOwn(facts, name) ? facts[name] : undefined
  if (own !== undefined) return own
  if (fact.unknown_allowed && drawn(walker, `knows ${name}`) < DOES_NOT_KNOW) return null
  return invented(fact, drawn(walker, name), realToday)
}

function invented(fact: Fact, chance: number, realToday: string): FactValue {
  switch (fact.type) {
    case 'choice':
      return oneOf(Object.keys(fact.options), chance) ?? null
    case 'boolean':
      return chance < 0.5
    case 'number': {
      const { min = 0, max = min + NUMBERS } = fact
      return min + Math.floor(chance * (max - min + 1))
    }
    case 'date':
      return dayAfter(Date.parse(realToday), -1 - Math.floor(chance * DAYS_BACK))
  }
}

function fieldsOf(name: string, fact: Fact, value: FactValue): readonly [string, string][] {
  if (value === null) return [[name, 'unknown']]
  if (fact.type !== 'date') return [[name, String(value)]]
  const [year = '', month = '', day = ''] = String(value).split('-')
  return [
    [`${name}-day`, day],
    [`${name}-month`, month],
    [`${name}-year`, year],
  ]
}
