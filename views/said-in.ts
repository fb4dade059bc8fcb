import type { Language } from '#src/i18n/language.ts'
import { type Html, html } from './html.ts'

/** Words of a journey or of a participant, by language. */
export type InLanguages = Readonly<{ fi?: string | undefined; sv?: string | undefined; en?: string | undefined }>

const FALLBACK: readonly Language[] = ['fi', 'sv', 'en']

/** The words in the reader's language; where they are missing, in another one, marked so that a screen reader changes its voice. */
export function saidIn(language: Language, words: InLanguages | undefined): Html | string {
  const own = words?.[language]
  if (own !== undefined) return own
  const other = FALLBACK.find((candidate) => words?.[candidate] !== undefined)
  return other ? html`<span lang="${other}">${words?.[other]}</span>` : ''
}

/** The same as bare text, where no markup can stand: titles and attributes. */
export function plainIn(language: Language, words: InLanguages | undefined): string {
  return words?.[language] ?? words?.fi ?? words?.sv ?? words?.en ?? ''
}
