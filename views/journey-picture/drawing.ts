import type { Box, Line } from '#src/journey/picture/box.ts'
import type { Drawing } from '#src/journey/picture/drawing.ts'
import type { Spot } from '#src/journey/picture/swimlanes.ts'
import { type Html, html } from '../html.ts'

type Placed = {
  readonly width: number
  readonly height: number
  readonly heads: ReadonlyMap<string, Spot>
  readonly spots: ReadonlyMap<string, Spot>
}
export type BoxLook = {
  readonly isRound?: boolean
  readonly line?: 'dashed' | 'dotted' | 'heavy' | undefined
}
type Drawn<L> = {
  readonly drawing: Drawing<L>
  readonly name: string
  readonly look: (key: string) => BoxLook
  /** what runs between the boxes */
  readonly lines: (layout: L) => Html
}

/**
 * A drawing in the layouts that widths of a page call for; the style shows one at a time. Every box is written once and
 * only placed by each layout. To those who do not see it, it is one picture with a name: the twin beside it has the words.
 */
export function drawn<L extends Placed>({ drawing, name, look, lines }: Drawn<L>): Html {
  const { heads, boxes, boxWidth, headWidth, layouts } = drawing
  const headIds = named(heads, 'a')
  const boxIds = named(boxes, 'b')
  return html`<svg class="polku-drawn-once" width="0" height="0" aria-hidden="true"><defs>
<marker id="needed" class="polku-arrow-end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>
${[...heads].map(([key, box]) => boxSvg(headIds(key), box, headWidth, 'polku-head', {}))}
${[...boxes].map(([key, box]) => boxSvg(boxIds(key), box, boxWidth, 'polku-box', look(key)))}
</defs></svg>
${layouts.map(
  ({
    widths,
    layout,
  }) => html`<svg class="polku-drawing ${widths.map((width) => `polku-drawing--${width}`).join(' ')}" role="img" aria-label="${name}" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}">${lines(layout)}
${[...layout.heads].map(([key, spot]) => placed(headIds(key), spot))}${[...layout.spots].map(([key, spot]) => placed(boxIds(key), spot))}</svg>`,
)}`
}

/** Keys have slashes and are long: inside the drawing a letter and a number name each box. */
function named(boxes: ReadonlyMap<string, Box>, letter: string): (key: string) => string {
  const ids = new Map([...boxes.keys()].map((key, i) => [key, `${letter}${i}`]))
  return (key) => ids.get(key) ?? ''
}

function placed(id: string, { x, y }: Spot): Html {
  return html`<use href="#${id}" x="${x}" y="${y}"/>`
}

function boxSvg(id: string, { lines, height }: Box, width: number, kind: string, { isRound, line }: BoxLook): Html {
  const look = line ? ` ${kind}--${line}` : ''
  return html`<g id="${id}" class="${kind}${look}"><rect width="${width}" height="${height}"${isRound && html` rx="16"`}/><text>${lines.map(lineSvg)}</text></g>
`
}

function lineSvg({ text, style, y, squeezed }: Line): Html {
  const narrower = squeezed !== undefined && html` textLength="${squeezed}" lengthAdjust="spacingAndGlyphs"`
  return html`<tspan x="9" y="${y}"${style === 'note' && html` class="polku-note"`}${narrower}>${text}</tspan>`
}
