import type { VersionReport } from '#src/review/read-report.ts'
import type { SaidWords } from '#src/review/said-words.ts'
import type { StepRow } from '#src/review/step-report.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { day } from '../account/moment.ts'
import { backLink } from '../components/back-link.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { figureIn } from './figure-cell.ts'
import { type Filter, filterForm } from './filter.ts'
import { standingOut, stepTables } from './step-table.ts'
import { type Who, whoForm } from './who.ts'
import { wordsOf } from './words.ts'

export type JourneyPage = {
  /** newest version first */
  readonly reports: readonly (VersionReport & {
    readonly reachedLeast: readonly StepRow[]
    readonly leftMost: readonly StepRow[]
  })[]
  /** the latest readable words of the newest version in the report */
  readonly words: readonly SaidWords[]
  readonly areAllWords: boolean
  /** so few have walked that the words say more than the figures */
  readonly isSmall: boolean
  readonly filter: Filter
  readonly who: Who
  /** where all words are read, when those on this page are not narrowed as its figures are */
  readonly wordsHref: string | undefined
  /** the same question as the page's, for the files beside it */
  readonly query: string
  /** the same for a step's page, which names its version itself */
  readonly stepHref: (row: StepRow) => string
  /** the register of answers, for those who may answer */
  readonly answersHref: string | undefined
}

/** Every step of a journey with its figures; while walkers are few, what they said comes first. */
export function journeyPage(reader: StaffReader, page: JourneyPage): Html {
  const { language, words } = reader
  const text = words.review.journey
  const [newest, ...older] = page.reports
  if (!newest) throw new Error('a report has a version')
  const { version } = newest.published
  const said = wordsSection(reader, page)
  const figures = html`<h2 class="govuk-heading-m" id="figures">${text.steps}</h2>
${filterForm(reader, page.filter)}
${whoForm(reader, page.who)}
${versionSection(reader, page, newest)}
${older.length > 0 && html`<h2 class="govuk-heading-m">${text.older}</h2>${older.map((one) => olderVersion(reader, page, one))}`}
<p class="govuk-body">${text.pictureNote} ${text.leftNote} ${words.review.withheldNote}</p>
${files(reader, page)}`
  return staffPage(reader, {
    title: plainIn(language, version.definition.title),
    page: 'review',
    here: 'review',
    data: { journey: version.journey, version: String(version.number) },
    back: backLink({ href: `/${language}/review`, text: words.review.home.title }),
    body: html`<h1 class="govuk-heading-l">${saidIn(language, version.definition.title)}</h1>
${page.answersHref && html`<p class="govuk-body"><a class="govuk-link" href="${page.answersHref}">${words.response.register.link}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${version.journey}/burden">${words.picture.burden.link}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${version.journey}/opinion">${words.results.link}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${version.journey}/heat">${words.heat.link}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${version.journey}/themes">${words.themes.link}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${version.journey}/reading?version=${version.number}">${words.filters.reading.link}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${version.journey}/statements">${words.statements.translate.link}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${version.journey}/report">${words.trialReport.desk.link}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/journeys/${version.journey}/data">${words.release.link}</a></p>
${page.isSmall && html`<p class="govuk-body-l">${text.few}</p><p class="govuk-body"><a class="govuk-link" href="#figures">${text.toFigures}</a></p>`}
${page.isSmall ? html`${said}${figures}` : html`${figures}${said}`}`,
  })
}

type Report = JourneyPage['reports'][number]

function versionSection(reader: StaffReader, page: JourneyPage, report: Report): Html {
  const { words } = reader
  const text = words.review.journey
  const { published, walks, rows } = report
  const { version } = published
  const named = (steps: readonly StepRow[], column: 'reached' | 'left') =>
    steps.map((row) => ({ row, href: page.stepHref(row), figure: row.figures[column] }))
  return html`<h3 class="govuk-heading-s">${versionTitle(reader, report)}</h3>
<p class="govuk-body">${text.started}: ${figureIn(reader, `${version.number}/started`, walks.started)}. ${text.finished}: ${figureIn(reader, `${version.number}/finished`, walks.finished)}.</p>
${standingOut(reader, text.reachedLeast, named(report.reachedLeast, 'reached'))}
${standingOut(reader, text.leftMost, named(report.leftMost, 'left'))}
${stepTables(reader, { version, rows, href: page.stepHref })}`
}

function olderVersion(reader: StaffReader, page: JourneyPage, report: Report): Html {
  return details({ summaryText: versionTitle(reader, report), text: versionSection(reader, page, report) })
}

function versionTitle({ language, words }: StaffReader, { published: { version } }: Report): string {
  return words.review.journey.version(version.number, day(language, version.publishedAt))
}

function wordsSection(reader: StaffReader, { words, areAllWords, wordsHref }: JourneyPage): Html {
  const text = reader.words.review.journey
  const { who } = reader.words.filters
  if (wordsHref)
    return html`<h2 class="govuk-heading-m">${text.words}</h2>
<p class="govuk-body">${who.words} <a class="govuk-link" href="${wordsHref}">${who.allWords}</a></p>`
  return html`<h2 class="govuk-heading-m">${text.words}</h2>
${words.length === 0 && html`<p class="govuk-body">${text.noWords}</p>`}
${!areAllWords && html`<p class="govuk-body">${text.allWords(words.length)}</p>`}
${byStep(words).map(
  (said) =>
    html`<h3 class="govuk-heading-s">${saidIn(reader.language, said[0]?.stepTitle)}</h3>${said.map((one) => wordsOf(reader, one, undefined))}`,
)}`
}

/** Words of one step stand together, steps in the order in which they were first spoken of. */
function byStep(words: readonly SaidWords[]): readonly (readonly SaidWords[])[] {
  return [...Map.groupBy(words, ({ said }) => said.step).values()]
}

function files({ language, words }: StaffReader, { filter, query }: JourneyPage): Html {
  const text = words.review.journey
  const address = `/${language}/review/journeys/${filter.request.journey}`
  return html`<h2 class="govuk-heading-m">${text.files}</h2>
<ul class="govuk-list"><li><a class="govuk-link" href="${address}/steps.csv${query}">${text.stepsFile}</a></li>
<li><a class="govuk-link" href="${address}/prompts.csv${query}">${text.promptsFile}</a></li></ul>`
}
