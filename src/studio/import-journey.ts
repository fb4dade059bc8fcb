import type { Definition } from '#src/journey/definition.ts'
import { type Finding, isPublishable } from '#src/journey/finding.ts'
import { readDefinition, writeDefinition } from '#src/journey/notation.ts'
import { checkDraft } from './check-draft.ts'

export type Imported =
  | {
      readonly ok: true
      readonly definition: Definition
      /** in YAML, with its comments where it was YAML */
      readonly text: string
      /** what has to be mended before it can be published, and what is worth a look */
      readonly findings: readonly Finding[]
      readonly isClean: boolean
    }
  /** not a journey at all: nothing can be made of it until the lines named are mended */
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Reads a journey that somebody brings along, YAML or JSON, and checks it whole before anything is stored. */
export function importJourney(
  sent: string,
  known: (journey: string) => Definition | undefined = () => undefined,
): Imported {
  const text = sent.replace(/^\uFEFF/, '')
  const read = readDefinition(text)
  if (!read.ok) return read
  const { definition } = read
  const { findings } = checkDraft({ text, personas: '[]' }, () => [], known)
  const isJson = text.trimStart().startsWith('{')
  return {
    ...{ ok: true, definition, findings, isClean: isPublishable(findings) },
    text: isJson ? writeDefinition(definition) : text,
  }
}
