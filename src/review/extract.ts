import { stringify } from 'csv-stringify/sync'
import { redact } from '#feedback/redaction.ts'
import type { Language, StepKey } from '#src/journey/definition.ts'
import type { Contribution } from '#src/walk/walk.ts'

/** What an authority gives out of the words of a trial when somebody asks for them: who decided, on which ground. */
export type ExtractWish = {
  readonly diary: string
  readonly what: string
  readonly decidedBy: string
  readonly reason: string
}
/** held: nobody has read it yet · hidden: a moderator has hidden it · details: a number or an address was taken out of it */
export type LeftOut = 'held' | 'hidden' | 'details'
export type ExtractRow = {
  readonly version: number
  readonly step: StepKey
  readonly prompt: string
  readonly language: Language
  /** undefined: left out */
  readonly text: string | undefined
  readonly ground: LeftOut | undefined
}
export type Extract = {
  readonly rows: readonly ExtractRow[]
  readonly leftOut: Readonly<Record<LeftOut, number>>
}

/**
 * The words of a trial as they can be given out: only those that a person has let be read, redacted once more by the rules
 * of today. Their order is that of the alphabet: the order in which they came would tell which are one person's.
 * Source: trust.md 7.5 (answers received by an authority are official documents; a lawful redacted extract).
 */
export function extractOf(texts: readonly Contribution[]): Extract {
  const rows = texts.filter(({ text }) => text !== undefined).map(rowOf)
  const count = (ground: LeftOut) => rows.filter((row) => row.ground === ground).length
  return {
    rows: rows.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1)),
    leftOut: { held: count('held'), hidden: count('hidden'), details: count('details') },
  }
}

function rowOf({ version, step, prompt, language, text = '', state }: Contribution): ExtractRow {
  const place = { version, step, prompt, language }
  if (state === 'hidden') return { ...place, text: undefined, ground: 'hidden' }
  if (state !== 'visible') return { ...place, text: undefined, ground: 'held' }
  const { text: clean } = redact(text)
  return { ...place, text: clean, ground: hasDetailTakenOut(clean) ? 'details' : undefined }
}

const MARK = /\[(?:hetu|iban|e-mail|tel)\]/u

function hasDetailTakenOut(text: string): boolean {
  return MARK.test(text)
}

function sortKey({ version, step, prompt, text = '' }: ExtractRow): string {
  return [String(version).padStart(9, '0'), step, prompt, text].join('\u0000')
}

/** A row a text; one that is left out has an empty cell and its ground. */
export function extractCsv({ rows }: Extract, { diary }: Pick<ExtractWish, 'diary'>): string {
  return stringify(
    [
      ['diary', 'version', 'step', 'prompt', 'language', 'text', 'left_out'],
      ...rows.map(({ version, step, prompt, language, text, ground }) => [
        ...[diary, String(version), step, prompt, language],
        ...[text ?? '', ground ?? ''],
      ]),
    ],
    { escape_formulas: true },
  )
}
