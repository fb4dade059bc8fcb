import { cleaned, lengthOf, oneLine } from './free-text.ts'
import { type Found, redact } from './redaction.ts'

/** What a person can put right in an answer, as keys of the site's words. */
export type AnswerError =
  | 'unknown-option'
  | 'too-long'
  | 'too-long-why'
  | 'too-long-statement'
  | 'adding-closed'
  | 'missing-vote'
  | 'too-long-reason'
  | 'too-long-more'
  | 'too-many-reasons'
export type FieldError = { readonly field: string; readonly error: AnswerError }

/** Longest texts that are kept, in characters (Unicode code points). */
export const LONGEST = { open: 2000, why: 500, statement: 280, reason: 180, more: 600 } as const
export type TextUse = keyof typeof LONGEST

const tooLong = {
  open: 'too-long',
  why: 'too-long-why',
  statement: 'too-long-statement',
  reason: 'too-long-reason',
  more: 'too-long-more',
} as const

/** Whether a text is kept as one line. */
export function isOneLine(use: TextUse): boolean {
  return use === 'statement' || use === 'reason'
}

/** One prompt's part of a posted step form; troubles and redactions gather in it while it is read. */
export type PromptForm = {
  readonly errors: readonly FieldError[]
  readonly redacted: readonly Found[]
  /** the chosen option, undefined when none is */
  option<O extends string>(field: string, options: readonly O[]): O | undefined
  /** the free text, cleaned and redacted, undefined when nothing is left of it */
  text(field: string, use: TextUse): string | undefined
  /** says what else is wrong at a field */
  refuse(field: string, error: AnswerError): void
}

/** The name of a prompt's field in the step's one form: `p.works.rating`. */
export function fieldName(promptId: string, field: string): string {
  return `p.${promptId}.${field}`
}

/** The part of a posted step form that belongs to one prompt. Options and texts are read by field; texts come out redacted. */
export function openPromptForm(promptId: string, fields: Readonly<Record<string, string>>): PromptForm {
  const errors: FieldError[] = []
  const redacted: Found[] = []

  return {
    errors,
    redacted,
    option(field, options) {
      const name = fieldName(promptId, field)
      const given = fields[name] ?? ''
      const chosen = options.find((option) => option === given)
      if (given !== '' && chosen === undefined) errors.push({ field: name, error: 'unknown-option' })
      return chosen
    },
    text(field, use) {
      const name = fieldName(promptId, field)
      const words = cleaned(fields[name] ?? '')
      const { text, found } = redact(isOneLine(use) ? oneLine(words) : words)
      // What is kept is what is measured, so that a kept text can be sent again as it stands.
      if (lengthOf(text) > LONGEST[use]) errors.push({ field: name, error: tooLong[use] })
      redacted.push(...found)
      return text === '' ? undefined : text
    },
    refuse(field, error) {
      errors.push({ field: fieldName(promptId, field), error })
    },
  }
}
