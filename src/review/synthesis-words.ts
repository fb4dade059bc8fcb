import type { Language, StepKey, Words } from '#src/journey/definition.ts'
import type { Figure } from './figure.ts'

/**
 * people: this many people wrote of the theme, in this many texts, of all who wrote · step: where they were, in people ·
 * same: this many texts say the same as another. Each is put in words by a template of the reader's language.
 */
export type Claim = {
  /** `people`, `same`, or `step/TRACK/STEP`: with the theme's id before it, the name of its figures */
  readonly key: string
  readonly kind: 'people' | 'step' | 'same'
  readonly step: StepKey | undefined
  readonly people: Figure
  readonly texts: Figure
  /** ids of all texts behind it */
  readonly sources: readonly string[]
}
/** A whole text, as it was written. */
export type Quote = {
  readonly contribution: string
  readonly text: string
  readonly language: Language
  readonly step: StepKey
}
/** A sentence of a model that passed every gate. `text` has its numbers. */
export type DraftedSentence = {
  readonly text: string
  readonly language: Language
  readonly sources: readonly string[]
}
export type ThemeSynthesis = {
  readonly theme: string
  readonly name: Words
  readonly people: Figure
  readonly texts: Figure
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
  readonly drafted: readonly DraftedSentence[]
}
/** What a synthesis does not tell. */
export type LeftOut = {
  /** under no theme */
  readonly uncoded: Figure
  /** wait for a person's decision */
  readonly waiting: Figure
  /** hidden or returned */
  readonly hidden: Figure
  /** too few people to tell of: their names only */
  readonly fewThemes: readonly Words[]
  /** quotes of the signed synthesis whose writers have changed or taken back their words */
  readonly goneQuotes: number
}
export type Synthesis = {
  readonly journey: string
  /** all who wrote something that may be read, and their texts */
  readonly people: Figure
  readonly texts: Figure
  readonly themes: readonly ThemeSynthesis[]
  readonly leftOut: LeftOut
  /** share of texts under some theme, whole per cent; undefined where it may not be told */
  readonly coverage: number | undefined
  /** how the least heard group is covered against all, per cent in tens; undefined where no groups can be compared */
  readonly minority: number | undefined
  /** undefined: nobody has signed it */
  readonly signature: Signature | undefined
}
export type Signature = {
  readonly name: string
  /** epoch milliseconds */
  readonly at: number
  /** something was said, withdrawn, decided or placed otherwise since */
  readonly isStale: boolean
}

/** A signed synthesis as it is stored: ids and numbers, nobody's words. */
export type SignedSynthesis = {
  readonly id: string
  readonly journey: string
  readonly body: SignedBody
  /** of everything it was made of */
  readonly inputHash: string
  /** the name signed with, and the account behind it */
  readonly name: string
  readonly by: string
  readonly at: number
}
export type SignedQuote = Omit<Quote, 'text'> & { readonly at: number }
/** JSON knows no undefined: what is withheld is left away. */
export type SignedBody = Omit<Synthesis, 'themes' | 'signature'> & {
  readonly themes: readonly (Omit<ThemeSynthesis, 'quotes'> & { readonly quotes: readonly SignedQuote[] })[]
}
