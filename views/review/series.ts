import type { Series } from '#src/review/series.ts'
import type { StaffReader } from '../account/frame.ts'
import { day } from '../account/moment.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { figureCell } from './figure-cell.ts'

const HEIGHT = 80
const BAR = 10
const GAP = 4

/** How a step was met over time: a small picture, and the same numbers as a table. */
export function seriesSection(reader: StaffReader, { by, rows }: Series, step: string): Html {
  const text = reader.words.filters.series
  const head = html`<h2 class="govuk-heading-m">${text.title}</h2>`
  if (rows.length === 0) return html`${head}<p class="govuk-body">${text.none}</p>`
  return html`${head}<p class="govuk-body">${text.lead}</p>
${picture(rows)}<p class="govuk-hint">${text.picture}</p>
${scrollableTable({
  caption: text.by[by],
  head: [
    { text: text.when[by] },
    { text: text.reached, format: 'numeric' },
    { text: text.answered, format: 'numeric' },
  ],
  rows: rows.map(({ from, reached, answered }) => [
    { text: day(reader.language, Date.parse(`${from}T12:00:00Z`)) },
    figureCell(reader, `series/${step}/${from}/reached`, reached),
    figureCell(reader, `series/${step}/${from}/answered`, answered),
  ]),
  firstCellIsHeader: true,
})}`
}

/** Left out for those who hear the page: the table says the same. A withheld figure has no bar. */
function picture(rows: Series['rows']): Html {
  const most = Math.max(1, ...rows.flatMap(({ reached = 0, answered = 0 }) => [reached, answered]))
  const width = rows.length * (2 * BAR + GAP)
  const tall = (n = 0) => Math.round((n / most) * HEIGHT)
  const bar = (n: number | undefined, x: number, opacity: string) =>
    html`<rect x="${x}" y="${HEIGHT - tall(n)}" width="${BAR}" height="${tall(n)}" fill="currentColor" fill-opacity="${opacity}"></rect>`
  return html`<svg class="polku-series" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true" focusable="false">${rows.map(
    ({ reached, answered }, i) =>
      html`${bar(reached, i * (2 * BAR + GAP), '0.4')}${bar(answered, i * (2 * BAR + GAP) + BAR, '1')}`,
  )}</svg>`
}
