import { isQuoteOf } from './quote.ts'

/** A sentence that a language model proposes. Numbers stand in it as {{key}} and are filled in by us. */
export type Proposed = {
  readonly sentence: string
  readonly theme: string
  readonly quotes: readonly { readonly id: string; readonly text: string }[]
  /** counts the sentence leans on, with the number the model believes them to be, where it says one */
  readonly counts: readonly { readonly key: string; readonly value?: number | undefined }[]
}
export type Sources = {
  /** what each text says, by its id */
  readonly texts: ReadonlyMap<string, string>
  /** whose words each text is, by its id */
  readonly people: ReadonlyMap<string, string>
  readonly themes: ReadonlySet<string>
  /** counts as they may be shown, by their key; what is withheld is not among them */
  readonly counts: ReadonlyMap<string, number>
  /** names that may be used though no text has them: of themes, steps and providers */
  readonly names: readonly string[]
  readonly language: string
  readonly languageOf: (text: string) => string
}
export const TROUBLES = [
  'theme',
  'id',
  'quote',
  'few',
  'count',
  'number',
  'negation',
  'name',
  'language',
  'length',
] as const
export type Trouble = (typeof TROUBLES)[number]

const LONGEST = 300
const PEOPLE = 2
const PLACEHOLDER = /\{\{([\w/.-]+)\}\}/g
const NUMBER_WORDS = new RegExp(
  `(?<!\\p{L})(?:${[
    'yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|sata|tuhat|puolet|kolmasosa|neljäsosa|enemmistö|vähemmistö|kaikki|useimmat|suurin osa|monet|harvat|kukaan',
    'två|tre|fyra|fem|sex|sju|åtta|nio|tio|hundra|tusen|hälften|majoriteten|minoriteten|alla|de flesta|många|få|ingen',
    'one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|half|majority|minority|all|most|many|few|everyone|nobody',
  ].join('|')})(?!\\p{L})`,
  'iu',
)

/**
 * What keeps a proposed sentence from being shown; nothing when it may be. Every id must be known, every quote letter by
 * letter in its source with its negations, every count known and equal, no number or word of quantity outside the counts,
 * no name that no source has, two people at least behind it, the language asked for, and short.
 * Source: participation.md 3.3.
 */
export function troublesOf(proposed: Proposed, sources: Sources): readonly Trouble[] {
  const { sentence, quotes } = proposed
  const told = sentence.replace(PLACEHOLDER, ' ')
  const isQuoted = quotes.every(({ id, text }) => isQuoteOf(text, sources.texts.get(id) ?? ''))
  const people = new Set(quotes.flatMap(({ id }) => sources.people.get(id) ?? []))
  const holds: readonly (readonly [Trouble, boolean])[] = [
    ['theme', sources.themes.has(proposed.theme)],
    ['id', quotes.every(({ id }) => sources.texts.has(id))],
    ['quote', isQuoted],
    ['few', people.size >= PEOPLE],
    ['count', areCountsRight(proposed, sources)],
    ['number', !/\p{N}/u.test(told) && !NUMBER_WORDS.test(told) && !/[{}]/.test(told)],
    ['negation', isNegatedAlike(told, proposed, sources)],
    ['name', namesIn(told).every((name) => isKnown(name, sources))],
    ['language', sources.languageOf(told) === sources.language],
    ['length', told.trim() !== '' && sentence.length <= LONGEST],
  ]
  return holds.flatMap(([trouble, isHeld]) => (isHeld ? [] : [trouble]))
}

/** The sentence with its counts filled in. */
export function filledIn(sentence: string, counts: ReadonlyMap<string, number>): string {
  return sentence.replace(PLACEHOLDER, (whole, key: string) => String(counts.get(key) ?? whole))
}

function areCountsRight({ sentence, counts }: Proposed, sources: Sources): boolean {
  const keys = [...sentence.matchAll(PLACEHOLDER)].map(([, key = '']) => key)
  return (
    [...keys, ...counts.map(({ key }) => key)].every((key) => sources.counts.has(key)) &&
    counts.every(({ key, value }) => value === undefined || value === sources.counts.get(key))
  )
}

const NEGATED =
  /(?<!\p{L})(?:ei|eikä|en|emme|eivät|eivätkä|ilman|älä|inte|ingen|inget|aldrig|utan|not|no|never|without|\p{L}+n't|\p{L}*(?:ton|tön|ttoman|ttömän|ttomasti|ttömästi))(?!\p{L})/iu

/**
 * A sentence that leans on quotes which all say "not" must say it too, and one that says it must lean on one that does:
 * where the two differ nobody can tell by rule which is meant, and the sentence is refused.
 */
function isNegatedAlike(told: string, { quotes }: Proposed, { texts }: Sources): boolean {
  const negated = quotes.filter(({ id, text }) => NEGATED.test(text) || NEGATED.test(texts.get(id) ?? ''))
  return NEGATED.test(told) ? negated.length > 0 : negated.length < Math.max(1, quotes.length)
}

/** Words with a capital letter that do not begin a sentence. */
function namesIn(told: string): readonly string[] {
  return [...told.trim().matchAll(/(?<=[^.!?\s"”]\s+)\p{Lu}[\p{L}-]+/gu)].map(([name]) => name)
}

/** By its beginning, since Finnish names are inflected at their end. */
function isKnown(name: string, { texts, names }: Sources): boolean {
  const start = name.slice(0, Math.max(3, name.length - 4)).toLowerCase()
  return [...texts.values(), ...names].some((text) => text.toLowerCase().includes(start))
}
