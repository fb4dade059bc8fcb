import type { Definition, Fact, LeadsTo } from './definition.ts'
import { type Finding, finding, type Path } from './finding.ts'
import { factOf, takes } from './leads-to.ts'
import { suggested } from './suggestion.ts'

/** What a journey says of those it leads to, as far as it can be seen in this journey alone. */
export function leadsToFindings(definition: Definition): Finding[] {
  const known = Object.keys(definition.facts)
  return (definition.leads_to ?? []).flatMap((next, i, all) => {
    const path = ['leads_to', i]
    const isTwice = all.slice(0, i).some(({ journey }) => journey === next.journey)
    return [
      ...(next.journey === definition.id ? [finding('leads-to-itself', [...path, 'journey'])] : []),
      ...(isTwice ? [finding('duplicate-id', [...path, 'journey'], { id: next.journey })] : []),
      ...(next.facts ?? []).flatMap(({ fact, values = {} }, j) => {
        const at = [...path, 'facts', j]
        const own = factOf(definition, fact)
        if (!own) return [finding('unknown-fact', [...at, 'fact'], { id: fact, ...suggested(fact, known) })]
        return Object.keys(values).flatMap((value) => ownValue(own, fact, value, [...at, 'values']))
      }),
      ...twice(next, path),
    ]
  })
}

/** The same beside the journeys it leads to: whether they ask what is carried over, and take its values. */
export function nextJourneyFindings(
  definition: Definition,
  targetOf: (journey: string) => Definition | undefined,
): Finding[] {
  return (definition.leads_to ?? []).flatMap((next, i) => {
    const target = targetOf(next.journey)
    if (!target) return []
    const known = Object.keys(target.facts)
    return (next.facts ?? []).flatMap(({ fact, as, values }, j) => {
      const at = ['leads_to', i, 'facts', j]
      const theirs = factOf(target, as)
      const about = { id: as, journey: next.journey }
      if (!theirs) return [finding('unknown-next-fact', [...at, 'as'], { ...about, ...suggested(as, known) })]
      const own = factOf(definition, fact)
      const refused = own ? possible(own, values).filter((value) => !takes(theirs, value)) : []
      return refused.map((value) => finding('next-fact-differs', at, { ...about, value: String(value) }))
    })
  })
}

/** Every value that may be carried over; of a date or a number without counterparts one stands for all. */
function possible(fact: Fact, values: NonNullable<LeadsTo['facts']>[number]['values']) {
  if (values) return Object.values(values)
  if (fact.type === 'choice') return Object.keys(fact.options)
  if (fact.type === 'boolean') return [true, false]
  return fact.type === 'date' ? ['2026-03-01'] : [fact.min ?? fact.max ?? 0]
}

function ownValue(fact: Fact, id: string, value: string, path: Path): Finding[] {
  const all = fact.type === 'choice' ? Object.keys(fact.options) : ['true', 'false']
  if (fact.type === 'date' || fact.type === 'number') return []
  return all.includes(value)
    ? []
    : [finding('unknown-option', [...path, value], { fact: id, id: value, ...suggested(value, all) })]
}

function twice({ facts = [] }: LeadsTo, path: Path): Finding[] {
  return facts.flatMap(({ as }, j) =>
    facts.slice(0, j).some((other) => other.as === as)
      ? [finding('duplicate-id', [...path, 'facts', j, 'as'], { id: as })]
      : [],
  )
}
