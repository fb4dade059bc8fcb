/** A text of a box: how large it is written and how heavy. */
export type Part = { readonly text: string; readonly style: 'title' | 'note' }
/** A line of a box; `squeezed` is the width in px a word longer than the line is drawn together to. */
export type Line = {
  readonly text: string
  readonly style: Part['style']
  readonly y: number
  readonly squeezed: number | undefined
}
export type Box = { readonly lines: readonly Line[]; readonly height: number }

const PADDING = 9
const SIZES = { title: { size: 15, line: 18 }, note: { size: 13.5, line: 17 } }
// Widths in em of Source Sans 3 at weight 600, rounded up: a line may end early, never stick out.
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'’|!()[\] ]/u, 0.29],
  [/[ftrI\-–/]/u, 0.38],
  [/[mwMWOQÖÅ%–→]/u, 0.85],
  [/[A-ZÄ]/u, 0.62],
]
const ORDINARY = 0.56
// Drawn together by more than a fifth, letters are hard to read.
const MOST_SQUEEZED = 1.25

/** Sets texts one under another in a box `width` px wide: lines with their baselines in px from the top, and its height. */
export function boxOf(parts: readonly Part[], width: number): Box {
  const room = width - 2 * PADDING
  const lines: Line[] = []
  let y = PADDING
  for (const { text, style } of parts) {
    const { size, line } = SIZES[style]
    for (const words of wrapped(text, room / size)) {
      const isWide = widthOf(words) * size > room
      lines.push({ text: words, style, y: y + size, squeezed: isWide ? room : undefined })
      y += line
    }
  }
  return { lines, height: y + PADDING - 2 }
}

/** Breaks a text into lines at most `room` em wide as far as its words allow; a much longer word is broken with a hyphen. */
export function wrapped(text: string, room: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u).flatMap((one) => broken(one, room))) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(longer) <= room) lines[lines.length - 1] = longer
    else if (word !== '') lines.push(word)
  }
  return lines
}

/** The width of a text in em, by an estimate that errs on the wide side. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? ORDINARY), 0)
}

function broken(word: string, room: number): readonly string[] {
  const letters = [...word]
  if (widthOf(word) <= room * MOST_SQUEEZED || letters.length < 8) return [word]
  let end = letters.length
  while (end > 4 && widthOf(`${letters.slice(0, end).join('')}-`) > room) end -= 1
  return [`${letters.slice(0, end).join('')}-`, ...broken(letters.slice(end).join(''), room)]
}
