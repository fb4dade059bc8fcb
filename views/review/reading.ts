import type { Version } from '#src/journey/version-store.ts'
import type { Figure } from '#src/review/figure.ts'
import type { Reading, ReadStep } from '#src/review/reading.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { figureIn } from './figure-cell.ts'
import { wordsOf } from './words.ts'

export type ReadingPage = {
  readonly version: Version
  readonly reading: Reading
  readonly started: Figure
  /** so few have walked that shares would say less than the words */
  readonly isSmall: boolean
  readonly back: string
  /** the page of words before these, and after */
  readonly olderHref: string | undefined
  readonly newerHref: string | undefined
}

/** Words by step and by the opinion group of their writers, with counts and no shares. */
export function readingPage(reader: StaffReader, page: ReadingPage): Html {
  const { language, words } = reader
  const text = words.filters.reading
  const { definition, journey, number } = page.version
  const { steps, hasGroups } = page.reading
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(language, definition.title)}`,
    page: 'review-reading',
    here: 'review',
    data: { journey, version: String(number) },
    back: backLink({ href: page.back, text: plainIn(language, definition.title) }),
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}. ${words.walk.journey.version(number)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${page.isSmall ? text.few : text.lead}</p>
<p class="govuk-body">${words.review.journey.started}: ${figureIn(reader, `${number}/started`, page.started)}. <a class="govuk-link" href="${page.back}">${text.toFigures}</a></p>
${!hasGroups && html`<p class="govuk-body">${text.noGroups}</p>`}
${steps.length === 0 && html`<p class="govuk-body">${words.review.journey.noWords}</p>`}
${steps.map((step) => stepSection(reader, page, step))}
${pages(reader, page)}`,
  })
}

function stepSection(reader: StaffReader, { version, reading }: ReadingPage, { key, words, groups }: ReadStep): Html {
  const text = reader.words.filters.reading
  const title = groups[0]?.words[0]?.stepTitle
  return html`<section data-step="${key}"><h2 class="govuk-heading-m">${title ? saidIn(reader.language, title) : key}</h2>
<p class="govuk-body">${text.texts}: <span data-figure="${version.number}/${key}/texts">${words}</span></p>
${groups.map(
  ({ group, words: some }) =>
    html`${reading.hasGroups && html`<h3 class="govuk-heading-s">${group === undefined ? text.ungrouped : reader.words.results.group(group)} (${some.length})</h3>`}${some.map((one) => wordsOf(reader, one, undefined))}`,
)}</section>`
}

function pages({ words }: StaffReader, { olderHref, newerHref }: ReadingPage): Html {
  const text = words.filters.reading
  return html`${olderHref && html`<p class="govuk-body"><a class="govuk-link" href="${olderHref}">${text.older}</a></p>`}
${newerHref && html`<p class="govuk-body"><a class="govuk-link" href="${newerHref}">${text.newer}</a></p>`}`
}
