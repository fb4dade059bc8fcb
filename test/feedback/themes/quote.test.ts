import { describe, expect, test } from 'vitest'
import { isQuoteOf } from '#feedback/themes/quote.ts'

const SOURCE =
  'En saanut todistusta kolmessa viikossa. Odotin 12 päivää, eikä pankki vastannut. Lopulta kaikki järjestyi.'
const ACCENTED = 'Äiti sai “hyvää” palvelua, mutta ei ajoissa.'

describe('a quote is one only letter by letter', () => {
  test.each([
    ['the whole text', SOURCE],
    ['a span of it', 'Lopulta kaikki järjestyi.'],
    ['pieces in order', 'En saanut todistusta [...] Lopulta kaikki järjestyi.'],
    ['other quotation marks, spaces and a decomposed letter', 'Äiti sai "hyvää" palvelua', ACCENTED],
    ['a span that keeps its "not"', 'eikä pankki vastannut'],
  ])('true: %s', (_, quote, source = SOURCE) => {
    expect(isQuoteOf(quote, source)).toBe(true)
  })

  test.each([
    ['the "not" taken out', 'saanut todistusta kolmessa viikossa'],
    ['a number changed', 'Odotin 120 päivää, eikä pankki vastannut.'],
    ['words in another order', 'Odotin päivää 12'],
    ['the "not" of the second clause taken out', 'Odotin 12 päivää, pankki vastannut.'],
    ['pieces in another order', 'Lopulta kaikki järjestyi. [...] Odotin 12 päivää'],
    ['an ellipsis that drops a "not"', 'Odotin 12 päivää, [...] pankki vastannut.'],
    ['half a word', 'topulta kaikki'],
    ['a word cut at its end', 'Lopulta kaikki järj'],
    ['nothing', ' [...] '],
  ])('false: %s', (_, quote) => {
    expect(isQuoteOf(quote, SOURCE)).toBe(false)
  })
})
