import { stringify } from 'yaml'
import type { z } from 'zod'
import { Definition, type Persona, Personas } from './definition.ts'
import { byLine, type Finding, finding, type Lines, located } from './finding.ts'
import { readTree } from './notation-tree.ts'
import { shapeFindings } from './shape-findings.ts'
import { sizeFindings } from './size-findings.ts'

// Beyond this nobody reads on.
const MOST = 20

type Refused = { ok: false; findings: Finding[] }
export type DefinitionRead = { ok: true; definition: Definition; lines: Lines } | Refused
export type PersonasRead = { ok: true; personas: Persona[]; lines: Lines } | Refused

/**
 * Reads the notation of a journey (YAML 1.2, so JSON too) into a definition of the right shape, or says line by line why
 * it cannot. Whether what is named exists and whether the journey can be walked is for `lint` and `prove` to say.
 * Never throws, and refuses quickly what is too large, too deep or multiplies itself.
 */
export function readDefinition(text: string, file?: string): DefinitionRead {
  const read = readShape(text, Definition, file)
  return read.ok ? { ok: true, definition: read.value, lines: read.lines } : read
}

/** Reads the named situations beside a journey; `lintPersonas` says whether they fit it. */
export function readPersonas(text: string, file?: string): PersonasRead {
  const read = readShape(text, Personas, file)
  return read.ok ? { ok: true, personas: read.value, lines: read.lines } : read
}

/** A definition as YAML. Comments are not part of a definition; an editor that wants to keep them changes the text itself. */
export function writeDefinition(definition: Definition): string {
  return stringify(definition, { lineWidth: 0, aliasDuplicateObjects: false })
}

function readShape<Value>(
  text: string,
  shape: z.ZodType<Value>,
  file: string | undefined,
): { ok: true; value: Value; lines: Lines } | Refused {
  const tree = readTree(text)
  if (!tree.ok) return { ok: false, findings: byLine(located(tree.findings, undefined, undefined, file)) }

  const { value, lines } = tree
  if (typeof value !== 'object' || value === null) {
    return { ok: false, findings: located([finding('not-a-journey', [])], value, lines, file) }
  }
  const tooLarge = sizeFindings(value)
  if (tooLarge.length > 0) return { ok: false, findings: byLine(located(tooLarge.slice(0, MOST), value, lines, file)) }
  const parsed = shape.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data, lines }
  return { ok: false, findings: byLine(located(shapeFindings(parsed.error, value), value, lines, file)) }
}
