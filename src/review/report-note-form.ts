import { cleaned, lengthOf } from '#feedback/free-text.ts'
import type { Language } from '#src/journey/definition.ts'
import { EFFECTS, type ReportNote } from './report-notes.ts'

export type NoteError = {
  readonly field: 'who' | 'text' | 'part' | 'today' | 'proposed'
  readonly error: 'who' | 'text' | 'part' | 'sides' | 'long'
}
type Written = Pick<ReportNote, 'kind' | 'about' | 'said'>
type Fields = Readonly<Record<string, string>>

const MOST = { who: 200, text: 4000, today: 500, proposed: 500 } as const

/** What a form of the report's desk says: a lesson, or with `kind` = `estimate` an estimate of one part of the frame. */
export function readNote(
  fields: Fields,
  language: Language,
): { readonly ok: true; readonly note: Written } | { readonly ok: false; readonly errors: readonly NoteError[] } {
  const kind = fields.kind === 'estimate' ? 'estimate' : 'lesson'
  const about = EFFECTS.find((one) => one === fields.part)
  const written = (name: keyof typeof MOST) => cleaned(fields[name] ?? '') || undefined
  const [who, text, today, proposed] = [written('who'), written('text'), written('today'), written('proposed')]
  const errors = [
    ...(kind === 'estimate' && !about ? [{ field: 'part', error: 'part' } as const] : []),
    ...(who ? [] : [{ field: 'who', error: 'who' } as const]),
    ...(kind === 'estimate' && !today && !proposed ? [{ field: 'today', error: 'sides' } as const] : []),
    ...(text ? [] : [{ field: 'text', error: 'text' } as const]),
    ...tooLong(fields),
  ]
  if (errors.length > 0 || !who || !text) return { ok: false, errors }
  const sides = kind === 'estimate' ? { today, proposed } : { today: undefined, proposed: undefined }
  return {
    ok: true,
    note: { kind, about: kind === 'estimate' ? about : undefined, said: { who, text, ...sides, language } },
  }
}

function tooLong(fields: Fields): readonly NoteError[] {
  const names = Object.keys(MOST) as (keyof typeof MOST)[]
  return names.flatMap((field) =>
    lengthOf(fields[field] ?? '') > MOST[field] ? [{ field, error: 'long' } as const] : [],
  )
}
