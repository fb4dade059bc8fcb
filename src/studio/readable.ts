import { Condition, type Definition, type Fact, type Words } from '#src/journey/definition.ts'
import { at, isRecord, namesAt } from './values.ts'

/** As much of a half-written journey as its conditions need to be read aloud: its questions, options and named conditions. */
export function readable(tree: unknown): Definition {
  const facts = namesAt(tree, ['facts']).map((id) => [id, factFrom(at(tree, ['facts', id]))] as const)
  const conditions = namesAt(tree, ['conditions']).flatMap((id) => {
    const read = Condition.safeParse(at(tree, ['conditions', id]))
    return read.success ? [[id, read.data] as const] : []
  })
  return {
    ...{
      format: 1,
      id: 'draft',
      languages: ['fi', 'sv', 'en'],
      title: {},
      starts_on: 'draft',
      providers: {},
      tracks: {},
    },
    facts: Object.fromEntries(facts),
    conditions: Object.fromEntries(conditions),
  }
}

function factFrom(value: unknown): Fact {
  const ask = wordsFrom(at(value, ['ask']))
  const type = at(value, ['type'])
  if (type === 'boolean' || type === 'date' || type === 'number') return { type, ask }
  const options = namesAt(value, ['options']).map((id) => [id, wordsFrom(at(value, ['options', id]))] as const)
  return { type: 'choice', ask, options: Object.fromEntries(options) }
}

function wordsFrom(value: unknown): Words {
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string' && text !== ''))
}

/** Whether an unknown value is a condition, with the condition it is. */
export function conditionFrom(value: unknown): Condition | undefined {
  const read = Condition.safeParse(value)
  return read.success ? read.data : undefined
}

export type Atom =
  | { readonly is: 'whole'; readonly condition: Condition }
  /** a limit is still to be typed beside it */
  | { readonly is: 'open'; readonly fact: string; readonly bound: 'gte' | 'lt' | 'before' }

/** Everything that one row of a condition can say about this journey. */
export function atomsOf({ facts, conditions = {} }: Definition): readonly Atom[] {
  const whole = (condition: Condition): Atom => ({ is: 'whole', condition })
  const named = Object.keys(conditions).flatMap((name) => [whole(name), whole({ not: name })])
  return [...named, ...Object.entries(facts).flatMap(([fact, own]) => factAtoms(fact, own))]
}

function factAtoms(fact: string, { type, ...own }: Fact): Atom[] {
  const whole = (condition: Condition): Atom => ({ is: 'whole', condition })
  if (type === 'boolean') return [true, false].map((is) => whole({ fact, is }))
  if (type === 'date') return (['gte', 'before'] as const).map((bound) => ({ is: 'open', fact, bound }))
  if (type === 'number') return (['gte', 'lt'] as const).map((bound) => ({ is: 'open', fact, bound }))
  const options = 'options' in own ? Object.keys(own.options) : []
  const others = options.length > 2 ? options.map((is) => whole({ not: { fact, is } })) : []
  return [...options.map((is) => whole({ fact, is })), ...others]
}
