/** The base forms of a word and the parts of a compound, lower case; none where the word is not known. */
export type Lemmas = (word: string) => readonly string[]

/** How often each feature stands in a text: `w:` base forms and parts of compounds, `g:` pieces of four letters. */
export type Features = ReadonlyMap<string, number>

const PIECE = 4
/** Shorter words bind a sentence together and say nothing of what it is about. */
const SHORTEST = 3

/**
 * What a text is compared by: base forms with the parts of compounds where a language tool knows them, and the four-letter
 * pieces of every word with its edges marked, which bear inflection and misspelling. Measured: participation.md 9.1,
 * libraries.md 6.1.
 */
export function featuresOf(text: string, lemmas?: Lemmas): Features {
  const counts = new Map<string, number>()
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1)
  for (const word of wordsOf(text)) {
    for (const base of lemmas?.(word) ?? []) if (isTelling(base)) add(`w:${base}`)
    for (const piece of piecesOf(word)) add(`g:${piece}`)
  }
  return counts
}

/** Words in lower case; numbers and punctuation are left out. */
function wordsOf(text: string): readonly string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return words.filter(isTelling)
}

function isTelling(word: string): boolean {
  return word.length >= SHORTEST && !EVERYDAY.has(word)
}

function piecesOf(word: string): readonly string[] {
  const edged = `^${word}$`
  if (edged.length <= PIECE) return [edged]
  return Array.from({ length: edged.length - PIECE + 1 }, (_, at) => edged.slice(at, at + PIECE))
}

/** Words of every sentence, whatever it is about: Finnish, Swedish, English. */
const EVERYDAY: ReadonlySet<string> = new Set(
  `että kun jos niin kuin myös vain vielä sitten mutta tai joka jonka jotka mitä mikä tämä tämän tässä tästä se sen siitä sitä
  siinä siihen ne niitä niiden olla oli olin olisi ole olen ovat olivat ollut ei eivät en emme eikä voi voisi pitää pitäisi
  piti saa saada sai minun minä minulle meidän meille hän hänen hänelle kaikki kaikkia hyvin aina ihan edes jo nyt koko
  och att det som den inte var för med har jag men till hade från skulle kan ett eller när man vad alla bara ska blev
  the and that was for not with have had this from they are were would could should when what all just but you there`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
