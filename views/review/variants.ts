import type { StepWays } from '#src/review/read-variants.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { measuredRow } from './measured-row.ts'

type Measured = StepWays['measures'][number]
type VariantsPage = StepWays & { readonly back: string; readonly csv: string }

/** A step told in two ways: how each was met, side by side, each difference with a plain sentence and its interval. */
export function variantsPage(reader: StaffReader, page: VariantsPage): Html {
  const { language, words } = reader
  const text = words.variants
  const { definition, journey, number } = page.published.version
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(language, page.step.title)}`,
    page: 'review-variants',
    here: 'review',
    data: { journey, version: String(number), step: page.key },
    back: backLink({ href: page.back, text: text.back }),
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}: ${saidIn(language, page.step.title)}</h1>
${page.step.variants ? ways(reader, page) : html`<p class="govuk-body">${text.same}</p>`}`,
  })
}

function ways(reader: StaffReader, { step, measures, csv }: VariantsPage): Html {
  const text = reader.words.variants
  const names = [text.first, text.second]
  return html`<p class="govuk-body">${text.lead}</p>
${(step.variants ?? []).map(
  (way, i) => html`<section data-variant="${way.id}"><h2 class="govuk-heading-m">${names[i]}</h2>
<p class="govuk-body"><strong>${saidIn(reader.language, way.title ?? step.title)}</strong></p>
${way.do && html`<p class="govuk-body">${saidIn(reader.language, way.do)}</p>`}
${way.proposed && html`<p class="govuk-body">${saidIn(reader.language, way.proposed.what)}</p>`}</section>`,
)}
${measures.length === 0 ? html`<p class="govuk-body">${text.none}</p>` : measuresTable(reader, measures)}
<p class="govuk-body"><a class="govuk-link" href="${csv}">${text.csv}</a></p>`
}

function measuresTable(reader: StaffReader, measures: readonly Measured[]): Html {
  const text = reader.words.variants
  return scrollableTable({
    caption: text.title,
    head: [
      { text: text.measure },
      { text: text.first, format: 'numeric' },
      { text: text.second, format: 'numeric' },
      { text: text.difference },
    ],
    rows: measures.map(({ first, second, ...one }) => measuredRow(reader, one, [first, second])),
    firstCellIsHeader: true,
  })
}
