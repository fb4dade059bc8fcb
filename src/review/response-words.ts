import { cleaned, lengthOf } from '#feedback/free-text.ts'
import { redact } from '#feedback/redaction.ts'

/** A text of the staff as it is stored: their words, too, may name a person by number. Undefined when nothing is written. */
export function ownWords(raw: string | undefined): string | undefined {
  return redact(cleaned(raw ?? '')).text || undefined
}

export function isTooLong(text: string | undefined, most: number): boolean {
  return text !== undefined && lengthOf(text) > most
}

/** A link that anyone can open safely: https and nothing else, without a name or password, and without personal data. */
export function isSafeLink(text: string): boolean {
  const url = URL.parse(text)
  const isPersonal = redact(text).found.some(({ kind }) => kind !== 'phone')
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && !isPersonal
}
