import { AppError } from '#src/errors.ts'
import { TRAITS } from '#src/trial/trial.ts'
import { type Condition, MOST_CONDITIONS } from './filter-rule.ts'

const PLAIN = ['group', 'language', 'channel', 'week'] as const
const ABOUT = TRAITS.map((trait) => `about.${trait}`)

/** The conditions in the query of an address, in the order of the alphabet; a field left empty asks nothing. */
export function conditionsIn(query: Readonly<Record<string, string | undefined>>): readonly Condition[] | undefined {
  const asked = Object.entries(query).flatMap(([dimension, value]) =>
    value && isDimension(dimension) ? [{ dimension, value }] : [],
  )
  if (asked.length > MOST_CONDITIONS) throw new AppError('invalid', 'number of conditions')
  if (asked.length === 0) return undefined
  return asked.toSorted((one, other) => (one.dimension < other.dimension ? -1 : 1))
}

function isDimension(name: string): boolean {
  return name.startsWith('fact.') || ABOUT.includes(name) || PLAIN.some((known) => known === name)
}
