const NEGATIONS =
  'ei|eikä|en|enkä|et|etkä|emme|ette|eivät|eivätkä|ilman|älä|inte|ingen|inget|aldrig|utan|not|no|never|without'
const NEGATION = new RegExp(`(?<![\\p{L}\\p{N}])(?:${NEGATIONS})(?![\\p{L}\\p{N}])`, 'iu')
const LOOK_BACK = 25

/**
 * Whether a quote says what the source says: each of its pieces, parted by [...], stands in the source letter by letter
 * and in this order; nothing left out takes a "not" out of its sentence; and it does not begin right after one. White
 * space and the shape of quotation marks count for nothing. An empty quote is none. Source: participation.md 9.2.
 */
export function isQuoteOf(quote: string, source: string): boolean {
  const whole = plain(source)
  const pieces = plain(quote)
    .split(/\s*\[(?:\.\.\.|…)\]\s*/)
    .filter((piece) => piece !== '')
  let end: number | undefined
  for (const piece of pieces) {
    const at = placeOf(piece, whole, end)
    if (at === undefined) return false
    end = at + piece.length
  }
  return end !== undefined
}

/** Where a piece stands after the one before, at whole words, with no negation lost; undefined where it does not. */
function placeOf(piece: string, whole: string, end: number | undefined): number | undefined {
  for (let at = whole.indexOf(piece, end); at >= 0; at = whole.indexOf(piece, at + 1)) {
    const before = end === undefined ? beginningOf(whole.slice(Math.max(0, at - LOOK_BACK), at)) : whole.slice(end, at)
    const isLost = NEGATION.test(end === undefined ? before : lastSentence(before))
    if (isWhole(whole, at, piece) && !isLost) return at
  }
  return undefined
}

function isWhole(whole: string, at: number, piece: string): boolean {
  const isLetter = (one: string | undefined) => one !== undefined && /[\p{L}\p{N}]/u.test(one)
  const isCutBefore = isLetter(whole[at - 1]) && isLetter(piece[0])
  return !isCutBefore && !(isLetter(whole[at + piece.length]) && isLetter(piece.at(-1)))
}

/** What stands before in the same clause. */
function beginningOf(before: string): string {
  return before.split(/[.,!?]/).at(-1) ?? ''
}
function lastSentence(gap: string): string {
  return gap.split(/[.!?]/).at(-1) ?? ''
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}
