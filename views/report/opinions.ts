import type { ResultStatement } from '#src/review/opinion-results.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'
import { cellOf, inText } from './figure.ts'
import type { ReportPage } from './report-page.ts'

const LISTS = ['common', 'dividing'] as const
const SIDES = ['agree', 'disagree', 'pass'] as const

/** Statements that hold across the groups and those that divide, as the page of results has them. */
export function commonGround(reader: Reader, page: ReportPage): Html {
  const { opinions, figures } = page.report
  const text = reader.words.trialReport.opinions
  const { results } = opinions
  return html`<p class="govuk-body">${text.participants}: ${inText(reader, figures, 'results/participants')}</p>
${!results && html`<p class="govuk-body">${text.few}</p>`}
${
  results &&
  LISTS.map(
    (
      name,
    ) => html`<h3 class="govuk-heading-m">${reader.words.results.lists[name]} (${inText(reader, figures, `lists/${name}`)})</h3>
${results.lists[name].length === 0 ? html`<p class="govuk-body">${reader.words.results.none}</p>` : statements(reader, page, name, results.lists[name])}`,
  )
}
${results && html`<p class="govuk-body"><a class="govuk-link" href="/${reader.language}/journeys/${opinions.journey}/results">${text.all}</a></p>`}`
}

function statements(reader: Reader, page: ReportPage, name: string, all: readonly ResultStatement[]): Html {
  const text = reader.words.results
  return scrollableTable({
    caption: reader.words.trialReport.opinions.statement,
    captionClasses: 'govuk-visually-hidden',
    head: [
      { text: reader.words.trialReport.opinions.statement },
      { text: reader.words.review.journey.step },
      ...SIDES.map((side): Cell => ({ text: text[side], format: 'numeric' })),
    ],
    rows: all.map(({ id, step, words }) => [
      { text: saidIn(reader.language, words) },
      { text: saidIn(reader.language, page.steps.get(step)?.title) },
      ...SIDES.map((side) => cellOf(reader, page.report.figures, `${name}/${id}/${side}`)),
    ]),
    firstCellIsHeader: true,
  })
}
