import type { Definition, Persona } from './definition.ts'
import { byLine, type Finding, finding, type Lines, located } from './finding.ts'
import { valueFindings } from './lint-conditions.ts'
import { isPlain } from './lint-words.ts'
import { suggested } from './suggestion.ts'

/** Whether named situations fit their journey: their facts exist, have possible values, and are told in its languages. */
export function lintPersonas(personas: readonly Persona[], definition: Definition, lines?: Lines): Finding[] {
  const isInPlain = isPlain(definition.title)
  const findings = personas.flatMap((persona, i) => [
    ...(personas.findIndex(({ id }) => id === persona.id) < i
      ? [finding('duplicate-id', [i, 'id'], { id: persona.id })]
      : []),
    ...definition.languages
      .filter((language) => !persona.introduction[language])
      .map((language) => finding('missing-words', [i, 'introduction'], { language })),
    ...(isInPlain && !isPlain(persona.introduction) ? [finding('missing-plain-words', [i, 'introduction'])] : []),
    ...factFindings(persona, i, definition),
    ...dataFindings(persona, i, definition),
  ])
  return byLine(located(findings, personas, lines))
}

function factFindings({ facts: told }: Persona, i: number, { facts, starts_on: start }: Definition): Finding[] {
  const found = Object.entries(told).flatMap(([id, value]) => {
    const fact = Object.hasOwn(facts, id) ? facts[id] : undefined
    if (!fact) return [finding('unknown-fact', [i, 'facts', id], { id, ...suggested(id, Object.keys(facts)) })]
    return value === null ? [] : valueFindings(id, value, [i, 'facts', id], fact)
  })
  return Object.hasOwn(told, start) ? found : [...found, finding('persona-incomplete', [i, 'facts'], { fact: start })]
}

function dataFindings({ data = {} }: Persona, i: number, definition: Definition): Finding[] {
  const known = Object.keys(definition.data ?? {})
  return Object.keys(data)
    .filter((id) => !known.includes(id))
    .map((id) => finding('unknown-data', [i, 'data', id], { id, ...suggested(id, known) }))
}
