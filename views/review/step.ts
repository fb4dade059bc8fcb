import type { Standing } from '#src/review/confirmations.ts'
import type { PromptRow } from '#src/review/prompt-report.ts'
import type { VersionReport } from '#src/review/read-report.ts'
import type { SaidWords } from '#src/review/said-words.ts'
import type { Series } from '#src/review/series.ts'
import type { StepRow } from '#src/review/step-report.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { details } from '../components/details.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { saidOfStep } from '../provider/said-of-step.ts'
import { chooseWords, type OpeningPlace, openingSection } from '../response/opening.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Live, liveFigures, liveLinks } from './live.ts'
import { promptTable } from './prompt-table.ts'
import { seriesSection } from './series.ts'
import { columnHeads, figureCells } from './step-table.ts'
import { weighingSection } from './weighing.ts'
import { type Who, whoForm } from './who.ts'
import { type Deciding, wordsOf } from './words.ts'

export type ReviewedStep = {
  readonly report: VersionReport
  readonly row: StepRow
  readonly prompts: readonly PromptRow[]
  readonly words: readonly SaidWords[]
  /** the forms under somebody's words, for who may decide on them */
  readonly deciding: ((words: SaidWords, i: number) => Deciding) | undefined
  /** what the step's providers have said of it, and what has been answered to it */
  readonly standings: readonly Standing[]
  readonly opening: OpeningPlace
  readonly who: Who
  readonly live: Live
  /** of all walks only */
  readonly series: Series | undefined
  /** where older words than these are read */
  readonly olderHref: string | undefined
  /** where all words are read, when those on this page are not narrowed as its figures are */
  readonly wordsHref: string | undefined
  readonly back: string
  readonly notice: Html | undefined
}

/** One step: its figures, how each question was answered, and what was written, oldest first. */
export function reviewedStepPage(reader: StaffReader, page: ReviewedStep): Html {
  const { language, words } = reader
  const { row, deciding } = page
  const text = words.review.step
  const { definition, journey, number } = page.report.published.version
  const providers = row.providers.map((id) => plainIn(language, definition.providers[id]?.name)).filter(Boolean)
  const title = plainIn(language, row.step.title)
  return staffPage(reader, {
    title,
    page: 'review-step',
    here: 'review',
    data: { journey, version: String(number), track: row.track, step: row.step.id },
    back: backLink({ href: page.back, text: text.back }),
    notice: page.notice,
    htmx: page.live.isOn,
    body: html`<span class="govuk-caption-l">${text.place(plainIn(language, definition.tracks[row.track]?.title), number)}</span>
<h1 class="govuk-heading-l">${saidIn(language, row.step.title)}</h1>
${providers.length > 0 && html`<p class="govuk-body">${text.provider}: ${providers.join(', ')}</p>`}
${saidOfStep(reader, definition, page.standings)}
${whoForm(reader, page.who)}
${row.step.variants && html`<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${journey}/steps/${row.key}/variants?version=${number}">${words.variants.link}</a></p>`}
${liveLinks(reader, page.live)}
${liveFigures(reader, page.live, stepFigures(reader, page))}
${page.series ? seriesSection(reader, page.series, row.key) : html`<p class="govuk-body">${words.filters.series.unfiltered}</p>`}
<h2 class="govuk-heading-m">${text.words}</h2>
${page.wordsHref && html`<p class="govuk-body">${words.filters.who.words} <a class="govuk-link" href="${page.wordsHref}">${words.filters.who.allWords}</a></p>`}
${page.words.length === 0 && !page.wordsHref && html`<p class="govuk-body">${words.review.journey.noWords}</p>`}
${page.olderHref && html`<p class="govuk-body"><a class="govuk-link" href="${page.olderHref}">${words.filters.reading.older}</a></p>`}
${page.words.map((one, i) => html`${wordsOf(reader, one, deciding?.(one, i))}${page.opening.form && chooseWords(reader, one.said.id, i + 1)}`)}
${openingSection(reader, page.opening)}`,
  })
}

/** The figures and how each question was answered: what is fetched again while they are kept up to date. */
export function stepFigures(
  reader: StaffReader,
  page: Pick<ReviewedStep, 'report' | 'row' | 'prompts' | 'words'>,
): Html {
  const { words } = reader
  const { row, prompts } = page
  const { definition } = page.report.published.version
  const text = words.review.step
  const asked = prompts.filter(({ of }) => of !== 0)
  const unasked = prompts.filter(({ of }) => of === 0)
  return html`${scrollableTable({ caption: text.figures, captionClasses: 'govuk-table__caption--m', head: columnHeads(reader), rows: [figureCells(reader, row)] })}
<p class="govuk-body">${words.review.withheldNote}</p>
<h2 class="govuk-heading-m">${text.prompts}</h2>
${asked.map((prompt) => html`${promptTable(reader, definition, prompt)}${weighingSection(reader, prompt, page.words)}`)}
${unasked.length > 0 && details({ summaryText: text.unasked(unasked.length), text: html`${unasked.map((prompt) => promptTable(reader, definition, prompt))}` })}`
}
