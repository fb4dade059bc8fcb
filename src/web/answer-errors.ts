import { cleaned, lengthOf, oneLine } from '#feedback/free-text.ts'
import { isOneLine, LONGEST, type TextUse } from '#feedback/prompt-form.ts'
import type { AnswerError } from '#feedback/read-answer.ts'
import { redact } from '#feedback/redaction.ts'
import type { Here } from '#src/walk/here.ts'
import type { Fields, ToldError } from '#src/walk/read-told.ts'
import type { Reader } from '#views/walk/frame.ts'
import { plainQuestion } from '#views/walk/told.ts'

type Wrong = { readonly field: string; readonly error: ToldError | AnswerError; readonly fields: Fields }

/** What is wrong with an answer, in the reader's words: which question is open, how long a text may be and is. */
export function errorText(
  reader: Pick<Reader, 'language' | 'words'>,
  here: Pick<Here, 'journey'>,
  { field, error, fields }: Wrong,
): string {
  const { errors } = reader.words.walk
  const { errors: weighing } = reader.words.weighing
  switch (error) {
    case 'missing':
      return errors.missing(plainQuestion(reader, here, askedIn(field)))
    case 'too-long':
      return errors[error](LONGEST.open, kept(fields[field], 'open'))
    case 'too-long-why':
      return errors[error](LONGEST.why, kept(fields[field], 'why'))
    case 'too-long-statement':
      return errors[error](LONGEST.statement, kept(fields[field], 'statement'))
    case 'too-long-reason':
      return weighing[error](LONGEST.reason, kept(fields[field], 'reason'))
    case 'too-long-more':
      return weighing[error](LONGEST.more, kept(fields[field], 'more'))
    case 'too-many-reasons':
      return weighing[error]
    default:
      return errors[error]
  }
}

/** The first field of a date is its day. */
function askedIn(field: string): string {
  return field.startsWith('share-') ? field : field.replace(/-day$/, '')
}

/** Characters of what would be kept of a text: that is what its limit is for. */
function kept(text: string | undefined, use: TextUse): number {
  const words = cleaned(text ?? '')
  return lengthOf(redact(isOneLine(use) ? oneLine(words) : words).text)
}
