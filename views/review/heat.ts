import type { Version } from '#src/journey/version-store.ts'
import type { HeatCell, HeatRow } from '#src/review/heat.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Live, liveFigures, liveLinks } from './live.ts'
import { type Who, whoForm } from './who.ts'

export type HeatPage = {
  readonly version: Version
  readonly rows: readonly HeatRow[]
  readonly isSmall: boolean
  /** of each measure, whether more of it is good or bad; in their order */
  readonly reading: readonly (readonly [name: Heat, reading: 'good' | 'bad' | 'plain'])[]
  readonly levelOf: (cell: NonNullable<HeatCell>) => number
  readonly stepHref: (key: string) => string
  readonly back: string
  readonly who: Who
  readonly live: Live
  /** undefined while there is one version only */
  readonly compareHref: string | undefined
}
type Heat = keyof HeatRow['cells']

/** The whole journey in one table: the darker, the larger the share; the numbers stand in every cell. */
export function heatPage(reader: StaffReader, page: HeatPage): Html {
  const { language, words } = reader
  const text = words.heat
  const { definition, journey, number } = page.version
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(language, definition.title)}`,
    page: 'review-heat',
    here: 'review',
    data: { journey, version: String(number) },
    back: backLink({ href: page.back, text: plainIn(language, definition.title) }),
    htmx: page.live.isOn,
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}. ${words.walk.journey.version(number)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
${page.isSmall && html`<p class="govuk-body-l">${text.few}</p>`}
<p class="govuk-body">${text.lead} ${words.review.withheldNote}</p>
<dl class="polku-meanings">${page.reading.map(([name]) => html`<dt>${text.measures[name]}</dt><dd>${text.meaning[name]}</dd>`)}</dl>
${page.compareHref && html`<p class="govuk-body"><a class="govuk-link" href="${page.compareHref}">${text.compare.link}</a></p>`}
${whoForm(reader, page.who)}
${liveLinks(reader, page.live)}
${liveFigures(reader, page.live, heatFigures(reader, page))}`,
  })
}

/** The tables alone: what is fetched again while they are kept up to date. */
export function heatFigures(reader: StaffReader, page: HeatPage): Html {
  const { language } = reader
  return html`${Object.entries(page.version.definition.tracks).map(([id, { title }]) =>
    trackTable(
      reader,
      page,
      plainIn(language, title),
      page.rows.filter(({ row }) => row.track === id),
    ),
  )}`
}

function trackTable(reader: StaffReader, page: HeatPage, title: string, rows: readonly HeatRow[]): Html {
  const text = reader.words.heat
  return html`<div class="polku-scroll" role="region" aria-label="${title}" tabindex="0"><table class="govuk-table polku-heat"><caption class="govuk-table__caption govuk-table__caption--m">${title}</caption>
<thead><tr><th scope="col">${text.step}</th>${page.reading.map(([name]) => html`<th scope="col">${text.measures[name]}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ row, cells }) =>
      html`<tr><th scope="row"><a class="govuk-link" href="${page.stepHref(row.key)}">${saidIn(reader.language, row.step.title)}</a></th>${page.reading.map(
        ([name, reading]) => heatCell(reader, page, `${row.version}/${row.key}/${name}`, cells[name], reading),
      )}</tr>
`,
  )}</tbody></table></div>`
}

function heatCell(reader: StaffReader, page: HeatPage, name: string, cell: HeatCell, reading: string): Html {
  const text = reader.words.heat
  if (!cell)
    return html`<td data-heat="${name}"><span aria-hidden="true">–</span><span class="govuk-visually-hidden">${text.none}</span></td>`
  const { k, n } = cell
  return html`<td class="polku-heat-${reading}-${page.levelOf(cell)}" data-heat="${name}"><strong>${Math.round((k / n) * 100)} %</strong> <span>${text.of(k, n)}</span></td>`
}
