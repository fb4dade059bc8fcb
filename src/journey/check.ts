import type { Definition } from './definition.ts'
import { byLine, type Finding, located } from './finding.ts'
import { lint } from './lint.ts'
import { nextJourneyFindings } from './lint-leads-to.ts'
import { lintPersonas } from './lint-personas.ts'
import { readDefinition, readPersonas } from './notation.ts'
import { prove } from './prove.ts'

/**
 * Everything there is to say about a journey file, in the order of its lines: notation and shape, or else lints and proof.
 * `nextJourney` finds the journeys it leads to, where they are at hand.
 */
export function checkText(
  text: string,
  file?: string,
  nextJourney: (id: string) => Definition | undefined = () => undefined,
): Finding[] {
  const read = readDefinition(text, file)
  if (!read.ok) return read.findings
  const { definition, lines } = read
  return inFile(
    [
      ...lint(definition, lines),
      ...located(nextJourneyFindings(definition, nextJourney), definition, lines),
      ...prove(definition, lines).findings,
    ],
    file,
  )
}

/** The same for the personas beside a journey; nothing to compare with while the journey itself cannot be read. */
export function checkPersonas(text: string, journey: string, file?: string): Finding[] {
  const read = readPersonas(text, file)
  if (!read.ok) return read.findings
  const definition = readDefinition(journey)
  return definition.ok ? inFile(lintPersonas(read.personas, definition.definition, read.lines), file) : []
}

function inFile(findings: readonly Finding[], file: string | undefined): Finding[] {
  return byLine(file === undefined ? findings : findings.map((found) => ({ ...found, file })))
}
