import type { Words } from '#src/journey/definition.ts'
import type { OverviewLine } from '#src/review/overview.ts'
import type { VersionLine, Walks } from '#src/review/read-report.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { day } from '../account/moment.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { figureCell } from './figure-cell.ts'
import { overviewTable } from './overview.ts'

export type ReviewedJourney = {
  readonly id: string
  readonly title: Words
  readonly versions: readonly { readonly version: VersionLine; readonly walks: Walks }[]
}
export type ReviewHome = {
  readonly journeys: readonly ReviewedJourney[]
  readonly overview: readonly OverviewLine[]
  /** words that wait, for those who may decide on them */
  readonly waiting: number | undefined
  /** may say what a colleague's draft still needs */
  readonly readsDrafts: boolean
}

/** The ministry's first page: what waits for a person, then every journey with its versions. */
export function reviewHome(reader: StaffReader, { journeys, overview, waiting, readsDrafts }: ReviewHome): Html {
  const text = reader.words.review
  return staffPage(reader, {
    title: text.home.title,
    page: 'review',
    here: 'review',
    body: html`<h1 class="govuk-heading-l">${text.home.title}</h1>
${waiting !== undefined && waitingLine(reader, waiting)}
${readsDrafts && html`<p class="govuk-body"><a class="govuk-link" href="/${reader.language}/review/drafts">${reader.words.draft.review.nav}</a></p>`}
<p class="govuk-body-l">${journeys.length > 0 ? text.home.lead : text.home.none}</p>
${overviewTable(reader, overview)}
${journeys.map((journey) => journeySection(reader, journey))}
<p class="govuk-body">${text.home.counted} ${text.withheldNote}</p>`,
  })
}

function waitingLine({ words, language }: StaffReader, waiting: number): Html {
  const text = words.review.home
  if (waiting === 0) return html`<p class="govuk-body" data-waiting="0">${text.noneWaiting}</p>`
  return html`<p class="govuk-body" data-waiting="${waiting}">${text.waiting(waiting)} <a class="govuk-link" href="/${language}/review/queue">${text.toQueue}</a></p>`
}

function journeySection(reader: StaffReader, { id, title, versions }: ReviewedJourney): Html {
  const { language, words } = reader
  const text = words.review.home
  const address = `/${language}/review/journeys/${id}`
  const rows = versions.map(({ version: { number, publishedAt }, walks }) => [
    { text: html`<a class="govuk-link" href="${address}?version=${number}">${text.open(number)}</a>` },
    { text: day(language, publishedAt) },
    figureCell(reader, `${id}/${number}/started`, walks.started),
    figureCell(reader, `${id}/${number}/finished`, walks.finished),
  ])
  return html`<section data-journey="${id}"><h2 class="govuk-heading-m">${saidIn(language, title)}</h2>
${scrollableTable({
  caption: plainIn(language, title),
  captionClasses: 'govuk-visually-hidden',
  head: [
    { text: text.version },
    { text: text.published },
    { text: text.started, format: 'numeric' },
    { text: text.finished, format: 'numeric' },
  ],
  rows,
  firstCellIsHeader: true,
})}
<p class="govuk-body"><a class="govuk-link" href="${address}">${text.all}<span class="govuk-visually-hidden">: ${saidIn(language, title)}</span></a></p></section>`
}
