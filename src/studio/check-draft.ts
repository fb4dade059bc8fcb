import { type Definition, type Persona, Definition as Shape } from '#src/journey/definition.ts'
import { byLine, type Finding, isPublishable, type Lines, located } from '#src/journey/finding.ts'
import { lint } from '#src/journey/lint.ts'
import { nextJourneyFindings } from '#src/journey/lint-leads-to.ts'
import { lintPersonas } from '#src/journey/lint-personas.ts'
import { lintSince } from '#src/journey/lint-since.ts'
import { readDefinition, readPersonas } from '#src/journey/notation.ts'
import { prove } from '#src/journey/prove.ts'
import { shapeFindings } from '#src/journey/shape-findings.ts'
import { sizeFindings } from '#src/journey/size-findings.ts'
import { contentHash } from '#src/journey/version.ts'

/** A journey file as somebody wants to publish it, with the example people beside it. */
export type Draft = {
  readonly text: string
  /** undefined: the example people stay who they were */
  readonly personas: string | undefined
  /** how the files are called in what is found */
  readonly file?: string | undefined
  readonly personasFile?: string | undefined
}
export type CheckedDraft =
  | {
      readonly ok: true
      readonly definition: Definition
      readonly personas: readonly Persona[]
      readonly hash: string
      /** warnings and notes: worth a look, no hindrance */
      readonly findings: readonly Finding[]
    }
  | {
      readonly ok: false
      readonly findings: readonly Finding[]
      /** the journey whose file it is, where it must be another's: what else is wrong is of no use then */
      readonly otherJourney?: Pick<Definition, 'id' | 'title'>
      /** what was read, where it has at least the shape of a journey */
      readonly definition?: Definition
    }

/**
 * Shape, lints and proof of a journey, and whether its example people still fit it. `known` are those published before, and
 * `before` is the version they were published with: beside it stale translations show, and earlier names that no step had.
 * `journey` is the one it must be, where that is known.
 */
export function checkDraft(
  draft: Draft,
  known: (journey: string) => readonly Persona[],
  before: (journey: string) => Definition | undefined = () => undefined,
  journey?: string,
): CheckedDraft {
  const { file, personasFile = 'personas.yaml' } = draft
  const read = readDefinition(draft.text, file)
  if (!read.ok) return read
  const { definition, lines } = read
  if (journey !== undefined && journey !== definition.id) return { ok: false, findings: [], otherJourney: definition }
  const own = byLine(inFile(found(definition, before, lines), file))

  const people = readPersonas(draft.personas ?? writePeople(known(definition.id)), personasFile)
  if (!people.ok) return { ok: false, findings: [...own, ...people.findings], definition }
  const { personas } = people
  const theirs = inFile(lintPersonas(personas, definition, people.lines), personasFile)
  const findings = [...own, ...byLine(theirs)]
  return isPublishable(findings)
    ? { ok: true, definition, personas, hash: contentHash(definition), findings }
    : { ok: false, findings, definition }
}

export type CheckedValues = {
  readonly findings: readonly Finding[]
  /** undefined where the values have not the shape of a journey */
  readonly definition: Definition | undefined
}

/**
 * The same check of what a form has just written, without lines: of the time that the check of a long text takes, nearly
 * all goes into reading it. `value` comes from a text that `checkDraft` could read before the form changed it.
 */
export function checkValues(
  value: unknown,
  personas: readonly Persona[],
  before: (journey: string) => Definition | undefined,
  journey: string,
): CheckedValues {
  const tooLarge = sizeFindings(value)
  if (tooLarge.length > 0) return { findings: located(tooLarge, value), definition: undefined }
  const read = Shape.safeParse(value)
  if (!read.success) return { findings: located(shapeFindings(read.error, value), value), definition: undefined }
  const definition = read.data
  if (definition.id !== journey) return { findings: [], definition: undefined }
  const theirs = inFile(lintPersonas(personas, definition), 'personas.yaml')
  return { findings: [...found(definition, before), ...theirs], definition }
}

function found(
  definition: Definition,
  before: (journey: string) => Definition | undefined,
  lines?: Lines,
): readonly Finding[] {
  const newest = before(definition.id)
  const next = located(nextJourneyFindings(definition, before), definition, lines)
  const since = newest ? lintSince(newest, definition, lines) : []
  return [...lint(definition, lines), ...next, ...since, ...prove(definition, lines).findings]
}

/** Example people as a text whose lines the findings name. */
export function writePeople(personas: readonly Persona[]): string {
  return JSON.stringify(personas, null, 2)
}

function inFile(findings: readonly Finding[], file: string | undefined): readonly Finding[] {
  return file === undefined ? findings : findings.map((found) => ({ ...found, file }))
}
