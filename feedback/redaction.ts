import { ibanLength, isIdentityCode, isOfficialNumber } from './personal-data.ts'

export type Found = { readonly kind: PersonalDataKind; readonly count: number }
export type PersonalDataKind = 'hetu' | 'iban' | 'email' | 'phone'

type Rule = {
  readonly kind: PersonalDataKind
  /** what stands in its place: the same in every language */
  readonly mark: string
  readonly pattern: RegExp
  /** how much of the match is such data: 0 when it only looks like it */
  extent(match: RegExpExecArray): number
}

// What follows a mark directly is still the inside of a word, as it was before: so a second reading finds nothing new.
const MARKED = '\\[(?:hetu|iban|e-mail|tel)\\]'
const START = `(?<![\\p{L}\\p{N}]|${MARKED})`

/** In this order: an identity code also looks like a telephone number. */
const RULES: readonly Rule[] = [
  {
    kind: 'hetu',
    mark: '[hetu]',
    pattern: new RegExp(
      `${START}(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])(\\d{2})\\s?([-–+A-FYXWVU])\\s?(\\d{3})([0-9A-FHJ-NPR-Y])(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    extent: (match) => (isIdentityCode(match[0]) ? match[0].length : 0),
  },
  {
    kind: 'iban',
    mark: '[iban]',
    pattern: new RegExp(`${START}[A-Z]{2}\\d{2}(?:[ ]?[A-Z0-9]){11,30}(?![\\p{L}\\p{N}])`, 'giu'),
    // The match may run on into the next words.
    extent: (match) => ibanLength(match[0]),
  },
  {
    kind: 'email',
    mark: '[e-mail]',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}._%+-]|${MARKED})[\\p{L}\\p{N}._%+-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.)+\\p{L}{2,24}(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    extent: (match) => match[0].length,
  },
  {
    kind: 'phone',
    mark: '[tel]',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.,€-]|${MARKED})(?:(?:\\+|00)358[ -]?(?:\\(0\\))?[ -]?|0)(?:4\\d|50|[1-9]\\d?)(?:[ -]?\\d){5,8}(?![\\p{N}])`,
      'gu',
    ),
    extent: (match) => (isOfficialNumber(match.input, match.index) ? 0 : match[0].length),
  },
]

/**
 * A text without personal identity codes, bank accounts, e-mail addresses and telephone numbers, and how many of each
 * were taken out. Linear in the text's length; redacting twice changes nothing. A text in which nothing is found comes
 * back exactly as written; otherwise in Unicode form NFKC, in which it was read. Names cannot be found this way.
 * A mistyped identity code or a payment reference that looks like a telephone number goes as one: the safe side.
 */
export function redact(text: string): { text: string; found: readonly Found[] } {
  const found: Found[] = []
  let kept = text.normalize('NFKC')
  for (const rule of RULES) {
    const replaced = replace(kept, rule)
    if (replaced.count > 0) found.push({ kind: rule.kind, count: replaced.count })
    kept = replaced.text
  }
  return { text: found.length > 0 ? kept : text, found }
}

function replace(text: string, { pattern, mark, extent }: Rule): { text: string; count: number } {
  const pieces: string[] = []
  let end = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const length = extent(match)
    if (length > 0) {
      pieces.push(text.slice(end, match.index), mark)
      end = match.index + length
    }
    // What only looked like it may hide the real thing a word further on.
    pattern.lastIndex = match.index + Math.max(length, 1)
  }
  return { text: pieces.join('') + text.slice(end), count: pieces.length / 2 }
}

const ANY_MARK = new RegExp(MARKED)
// Finnish and Swedish street names by their ends, with a house number after them; a section of a law is none (Perintökaari 20 luku).
const ADDRESS =
  /(?<!\p{L})\p{Lu}\p{L}{2,}(?:katu|tie|kuja|polku|raitti|kaari|rinne|penger|tori|bulevardi|gatan|vägen|gränden|stigen|esplanaden)\s+\d{1,3}(?!\d|[.,:]\d|\s*(?:luku|luvun|§|kap))/u

/** Something was taken out of the text, or a street with a number stands in it: a hint only, for a person to look at. */
export function hintsPlaceOrMark(text: string): boolean {
  return ANY_MARK.test(text) || ADDRESS.test(text)
}
