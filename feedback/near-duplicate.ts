/** From here on two statements say the same for whoever votes on them. */
export const NEAR = 0.7

/**
 * How alike two texts are, from 0 to 1: the Dice coefficient over the three-letter pieces of their words, so that an
 * ending more or less, another order of words or another spelling of a gap counts for little. Letter case and
 * punctuation count for nothing. Texts of fewer than three letters are alike only when they are the same.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [piecesOf(one), piecesOf(other)]
  if (a.size === 0 || b.size === 0) return plain(one) === plain(other) ? 1 : 0
  const common = [...a].filter((piece) => b.has(piece)).length
  return (2 * common) / (a.size + b.size)
}

function piecesOf(text: string): ReadonlySet<string> {
  const words = plain(text).split(' ')
  const pieces = words.flatMap((word) => {
    const padded = ` ${word} `
    return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3))
  })
  return new Set(pieces)
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
