import type { Words } from '#src/journey/definition.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { SignedSynthesis } from './synthesis-words.ts'

export const THEME_STATES = ['open', 'merged', 'retired'] as const
export type ThemeState = (typeof THEME_STATES)[number]

/** A theme of a journey's codebook, made and kept by people. */
export type Theme = {
  readonly id: string
  readonly journey: string
  /** in the languages it has been given a name in */
  readonly name: Words
  readonly state: ThemeState
  /** the theme it was merged into */
  readonly into: string | undefined
  /** who gave it its present shape, and when */
  readonly by: string
  readonly at: number
  readonly rev: number
}
/** A text placed under a theme, and who placed it. */
export type Coding = {
  readonly contribution: string
  readonly theme: string
  readonly journey: string
  readonly by: string
  readonly at: number
}
/** Two texts that say the same: both are kept and both are counted. */
export type SameWords = {
  readonly contribution: string
  readonly as: string
  readonly journey: string
  readonly by: string
  readonly at: number
}

/** Each method is one transaction. */
export interface ThemeStore {
  /** oldest first, merged and retired ones too */
  themes(journey: string): Promise<readonly Theme[]>
  theme(id: string): Promise<Theme | undefined>
  /** `rev`: the revision that was seen, undefined for a new one. False when it has changed meanwhile, or the id is taken. */
  saveTheme(theme: Theme, rev: number | undefined): Promise<boolean>
  /** Moves every text of a theme under another and marks it merged. False when it has changed meanwhile. */
  mergeThemes(theme: Theme, rev: number, into: string): Promise<boolean>
  codings(journey: string): Promise<readonly Coding[]>
  /** False when the text or the theme is gone. The same again changes nothing. */
  code(coding: Coding): Promise<boolean>
  uncode(input: { readonly contribution: string; readonly theme: string }): Promise<boolean>
  sameWords(journey: string): Promise<readonly SameWords[]>
  /** False when one of the two is gone. */
  markSame(same: SameWords): Promise<boolean>
  unmarkSame(contribution: string): Promise<boolean>
  /** contributions with words, in every version, by walks of people who went as themselves, oldest first */
  texts(journey: string): Promise<readonly Contribution[]>
  sign(synthesis: SignedSynthesis): Promise<void>
  /** the newest signed one */
  signed(journey: string): Promise<SignedSynthesis | undefined>
}
