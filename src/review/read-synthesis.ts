import { coverageOf } from '#feedback/themes/coverage.ts'
import { featuresOf, type Lemmas } from '#feedback/themes/features.ts'
import { representatives } from '#feedback/themes/representatives.ts'
import type { Language } from '#src/journey/definition.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { figure } from './figure.ts'
import { countThemes, type ThemeCounts } from './synthesis-counts.ts'
import { inputHashOf } from './synthesis-hash.ts'
import type { Quote, SignedSynthesis, Synthesis } from './synthesis-words.ts'
import type { ThemeStore } from './theme-store.ts'
import { type Codebook, readCodebook } from './theme-texts.ts'

export type SynthesisDeps = {
  readonly themes: ThemeStore
  /** base forms of a language's words, where a tool for it is installed */
  readonly lemmasOf: (language: Language) => Lemmas | undefined
}

const QUOTES = 3

/**
 * The signed synthesis of a journey for whoever reads its report: its numbers and claims as they were signed, its quotes
 * as their writers let them stand today. Undefined before anybody has signed one.
 */
export async function readSynthesis({ themes }: SynthesisDeps, journey: string): Promise<Synthesis | undefined> {
  const signed = await themes.signed(journey)
  if (!signed) return undefined
  const codebook = await readCodebook(themes, journey)
  return asSigned(signed, codebook)
}

/** The synthesis as it would be signed now, with the mark of what it is made of. */
export async function draftSynthesis(
  deps: SynthesisDeps,
  journey: string,
): Promise<{ readonly synthesis: Synthesis; readonly inputHash: string; readonly codebook: Codebook }> {
  const codebook = await readCodebook(deps.themes, journey)
  const counts = countThemes(codebook)
  const told = counts.themes.filter(({ people }) => people !== undefined)
  const covered = coverageOf(
    codebook.readable.map(({ id, walk, language, option }) => ({
      person: walk,
      groups: [`language:${language}`, ...(option === undefined ? [] : [`option:${option}`])],
      isCovered: told.some(({ texts }) => texts.some((one) => one.id === id)),
    })),
  )
  const synthesis: Synthesis = {
    ...{ journey, people: counts.people, texts: counts.texts, signature: undefined },
    themes: told.map((theme) => ({
      ...{ theme: theme.theme.id, name: theme.theme.name, people: theme.people, texts: theme.figure },
      claims: theme.claims,
      quotes: quotesOf(deps, theme),
      drafted: [],
    })),
    leftOut: {
      uncoded: counts.uncoded,
      waiting: figure(codebook.waiting),
      hidden: figure(codebook.hidden),
      fewThemes: counts.themes.filter(({ people }) => people === undefined).map(({ theme }) => theme.name),
      goneQuotes: 0,
    },
    coverage: counts.uncoded === undefined || counts.texts === undefined ? undefined : perCent(covered.share),
    minority: counts.uncoded === undefined ? undefined : tens(covered.minority?.ratio),
  }
  return { synthesis, inputHash: inputHashOf(codebook), codebook }
}

function quotesOf({ lemmasOf }: SynthesisDeps, { texts }: ThemeCounts): readonly Quote[] {
  const candidates = texts.map((one) => ({
    ...{ id: one.id, person: one.walk, standpoint: `${one.option ?? ''}/${one.language}` },
    features: featuresOf(one.text ?? '', lemmasOf(one.language)),
  }))
  return representatives(candidates, QUOTES).flatMap((id) => {
    const said = texts.find((one) => one.id === id)
    return said ? [quoteOf(said)] : []
  })
}

function quoteOf({ id, text, language, step }: Contribution): Quote {
  return { contribution: id, text: text ?? '', language, step }
}

function asSigned({ body, inputHash, name, at }: SignedSynthesis, codebook: Codebook): Synthesis {
  const standing = new Map(codebook.readable.map((one) => [one.id, one]))
  const themes = body.themes.map((theme) => ({
    ...theme,
    quotes: theme.quotes.flatMap((quote) => {
      const said = standing.get(quote.contribution)
      return said?.at === quote.at ? [quoteOf(said)] : []
    }),
  }))
  const kept = themes.reduce((sum, { quotes }) => sum + quotes.length, 0)
  const signed = body.themes.reduce((sum, { quotes }) => sum + quotes.length, 0)
  return {
    ...body,
    themes,
    leftOut: { ...body.leftOut, goneQuotes: signed - kept },
    signature: { name, at, isStale: inputHash !== inputHashOf(codebook) },
  }
}

/** Of a small group a whole per cent would tell how many. */
function tens(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 10) * 10
}

function perCent(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 100)
}
