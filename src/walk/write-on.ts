import { cleaned, lengthOf, oneLine } from '#feedback/free-text.ts'
import { type FieldError, LONGEST } from '#feedback/prompt-form.ts'
import { type Found, redact } from '#feedback/redaction.ts'
import type { Place } from '#src/journey/compile.ts'
import { type Line, type Paper, paperAt } from './documents.ts'
import type { Here } from './here.ts'
import type { Fields } from './read-told.ts'

export type WrittenOn = {
  /** undefined takes it back: the line stands as it was given */
  readonly told: Readonly<Record<string, string | undefined>>
  readonly redacted: readonly Found[]
  readonly errors: readonly FieldError[]
}

/** What the walker corrected and signed on the document of a step; fields that are not in the form change nothing. */
export function writtenOn(here: Here, place: Place, fields: Fields): WrittenOn {
  const paper = paperAt(here, place)
  if (!paper) return { told: {}, redacted: [], errors: [] }
  const lines = paper.lines.flatMap((line) => readLine(line, fields[line.name]))
  const signed = fields.paper === paper.document ? readSignature(paper, fields) : {}
  const told = { ...Object.fromEntries(lines.map(({ name, text }) => [name, text])), ...signed }
  return {
    told: Object.fromEntries(Object.entries(told).filter(([name, value]) => here.told[name] !== value)),
    redacted: lines.flatMap(({ redacted }) => redacted),
    errors: lines.flatMap(({ name, text }) =>
      lengthOf(text ?? '') > LONGEST.open ? [{ field: name, error: 'too-long' } as const] : [],
    ),
  }
}

type Read = { readonly name: string; readonly text: string | undefined; readonly redacted: readonly Found[] }

function readLine({ name, given }: Line, typed: string | undefined): readonly Read[] {
  if (typed === undefined) return []
  const text = oneLine(cleaned(typed))
  // The same line reads otherwise in another language, which is no correction.
  const asGiven = typeof given === 'string' ? [given] : Object.values(given ?? {})
  if (text === '' || asGiven.some((words) => words !== undefined && oneLine(cleaned(words)) === text))
    return [{ name, text: undefined, redacted: [] }]
  const { text: kept, found } = redact(text)
  return [{ name, text: kept, redacted: found }]
}

function readSignature({ signature }: Paper, fields: Fields): Record<string, string | undefined> {
  return signature ? { [signature.name]: fields[signature.name] === 'yes' ? 'yes' : undefined } : {}
}
