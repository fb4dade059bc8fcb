import type { Version } from '#src/journey/version-store.ts'
import type { ComparedStep } from '#src/review/compare-versions.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { table } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { measuredRow } from './measured-row.ts'

export type ComparePage = {
  readonly version: Version
  readonly earlier: number
  readonly later: number
  /** newest first */
  readonly numbers: readonly number[]
  readonly steps: readonly ComparedStep[]
  readonly back: string
}

/** Two versions of the same steps, each difference with a plain sentence: told only where it is hardly chance. */
export function comparePage(reader: StaffReader, page: ComparePage): Html {
  const { language, words } = reader
  const text = words.heat.compare
  const { definition, journey } = page.version
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(language, definition.title)}`,
    page: 'review-compare',
    here: 'review',
    data: { journey, version: String(page.later) },
    back: backLink({ href: page.back, text: words.heat.title }),
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body">${text.lead}</p>
${page.numbers.length < 2 ? html`<p class="govuk-body">${text.only}</p>` : html`${choice(reader, page)}${differences(reader, page)}`}`,
  })
}

function choice({ words }: StaffReader, { numbers, earlier, later }: ComparePage): Html {
  const text = words.heat.compare
  const field = (name: string, label: string, chosen: number) =>
    html`<div class="govuk-form-group"><label class="govuk-label" for="${name}">${label}</label><select class="govuk-select" id="${name}" name="${name}">${numbers.map(
      (number) => html`<option value="${number}"${number === chosen && html` selected`}>${number}</option>`,
    )}</select></div>`
  return html`<form method="get" data-form="compare-versions">${field('earlier', text.earlier, earlier)}${field('later', text.later, later)}${button({ text: text.button, classes: 'govuk-button--secondary' })}</form>`
}

function differences(reader: StaffReader, { steps, earlier, later }: ComparePage): Html {
  const text = reader.words.heat.compare
  if (steps.length === 0) return html`<p class="govuk-body">${text.nothing}</p>`
  return html`${steps.map(
    ({
      key,
      later: row,
      measures,
    }) => html`<section data-compared="${key}"><h2 class="govuk-heading-s" id="${key}">${saidIn(reader.language, row.row.step.title)}</h2>
<div class="polku-scroll" role="region" aria-labelledby="${key}" tabindex="0">${table({
      attributes: { 'aria-labelledby': key },
      head: [
        { text: reader.words.heat.step },
        { text: `${text.before} (${earlier})`, format: 'numeric' },
        { text: `${text.after} (${later})`, format: 'numeric' },
        { text: text.difference },
      ],
      rows: measures.map(({ before, after, ...one }) => measuredRow(reader, one, [before, after])),
      firstCellIsHeader: true,
    })}</div></section>`,
  )}`
}
