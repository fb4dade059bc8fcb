import { encode } from 'uqr'
import { type Html, html } from '../html.ts'

/** Cameras need this many empty squares around the code. */
const QUIET = 4
const SIZE = 240

/** An address as a square code: one path, so that it prints sharply and needs no style of its own. */
export function qrCode({ address, label }: { readonly address: string; readonly label: string }): Html {
  const { size, data } = encode(address, { ecc: 'M', border: 0 })
  const side = size + 2 * QUIET
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${darkSquares(data)}"/></svg>`
}

/** Neighbours in a row are drawn as one piece. */
function darkSquares(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => pieces(row).map(({ from, length }) => `M${from + QUIET} ${y + QUIET}h${length}v1h-${length}z`))
    .join('')
}

function pieces(row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] {
  const starts = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []))
  return starts.map((from) => {
    const end = row.indexOf(false, from)
    return { from, length: (end < 0 ? row.length : end) - from }
  })
}
