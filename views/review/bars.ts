import type { Figure } from '#src/review/figure.ts'
import { type Html, html } from '../html.ts'

const WIDTH = 160
const BAR = 8
const GAP = 2

/**
 * Bars on one scale, the first one palest. Only a picture: the same numbers always stand in the table around it, so it
 * is left out for those who hear the page. A withheld figure has no bar, as zero has none.
 */
export function bars(figures: readonly Figure[], most: number): Html {
  const height = figures.length * (BAR + GAP)
  const wide = (n: Figure) => (most > 0 ? Math.round(((n ?? 0) / most) * WIDTH) : 0)
  const opacity = (i: number) => ((i + 1) / figures.length).toFixed(2)
  return html`<svg class="polku-bars" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" aria-hidden="true" focusable="false">${figures.map(
    (n, i) =>
      html`<rect x="0" y="${i * (BAR + GAP)}" width="${wide(n)}" height="${BAR}" fill="currentColor" fill-opacity="${opacity(i)}"></rect>`,
  )}</svg>`
}
