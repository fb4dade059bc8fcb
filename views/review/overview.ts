import type { OverviewLine } from '#src/review/overview.ts'
import type { StaffReader } from '../account/frame.ts'
import { day } from '../account/moment.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { figureCell } from './figure-cell.ts'

/** Every journey and its trial in one table: whom it has reached and what is still to be answered. */
export function overviewTable(reader: StaffReader, lines: readonly OverviewLine[]): Html | undefined {
  const text = reader.words.filters.overview
  if (lines.length === 0) return undefined
  const number = (said: string): Cell => ({ text: said, format: 'numeric' })
  return html`<p class="govuk-body">${text.lead}</p>
${scrollableTable({
  caption: text.title,
  captionClasses: 'govuk-table__caption--m',
  head: [
    { text: text.journey },
    { text: text.stage },
    number(text.people),
    number(text.reached),
    number(text.waiting),
    number(text.open),
    number(text.due),
    { text: text.answersBy },
  ],
  rows: lines.map((line) => cellsOf(reader, line)),
  firstCellIsHeader: true,
})}`
}

function cellsOf(reader: StaffReader, line: OverviewLine): readonly Cell[] {
  const { language, words } = reader
  const { journey, trial } = line
  const name = (column: string) => `overview/${journey}/${column}`
  const count = (column: string, n: number): Cell => ({
    text: String(n),
    format: 'numeric',
    attributes: { 'data-figure': name(column) },
  })
  const due = trial?.plan.answersDueOn
  return [
    {
      text: html`<a class="govuk-link" href="/${language}/review/journeys/${journey}">${saidIn(language, line.title)}</a>`,
    },
    { text: trial ? words.trialPlan.stages[trial.stage] : words.filters.overview.noTrial },
    figureCell(reader, name('started'), line.started),
    { text: line.wanted === undefined ? '' : String(line.wanted), format: 'numeric' },
    count('waiting', line.waiting),
    count('undecided', line.undecided),
    count('overdue', line.overdue),
    { text: due === undefined ? '' : day(language, Date.parse(`${due}T12:00:00Z`)) },
  ]
}
