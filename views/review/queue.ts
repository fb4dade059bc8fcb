import type { SaidWords } from '#src/review/said-words.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { ago } from '../account/moment.ts'
import { backLink } from '../components/back-link.ts'
import { errorSummary } from '../components/error-summary.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { type Deciding, hideForm, wordsOf } from './words.ts'

export type QueuePage = {
  readonly words: readonly SaidWords[]
  readonly all: number
  readonly deciding: (words: SaidWords, i: number) => Deciding
  readonly now: number
  readonly notice: Html | undefined
}

/** All words that wait for a person, oldest first: each with its two decisions, reached by Tab in reading order. */
export function queuePage(reader: StaffReader, page: QueuePage): Html {
  const { language, words } = reader
  const text = words.review.queue
  const { all } = page
  const isPart = page.words.length < all
  const item = (
    one: SaidWords,
    i: number,
  ) => html`<li><h2 class="govuk-heading-s">${words.review.words.textNumber(i + 1)}: ${saidIn(language, one.stepTitle)}</h2>
<p class="govuk-hint">${saidIn(language, one.journeyTitle)}. ${text.waited} ${ago(language, one.said.at, page.now)}</p>
${wordsOf(reader, one, page.deciding(one, i))}</li>`
  return staffPage(reader, {
    title: text.title,
    page: 'review-queue',
    here: 'queue',
    notice: page.notice,
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
<p class="govuk-body" data-waiting="${all}">${all === 0 ? text.none : text.count(all)}${isPart && html` ${text.shownFirst(page.words.length)}`}</p>
<ol class="govuk-list polku-queue">${page.words.map(item)}</ol>`,
  })
}

/** The form of hiding again, with what it still lacks. */
export function hidePage(
  reader: StaffReader,
  words: SaidWords,
  deciding: Deciding,
  { value, error }: { readonly value: string; readonly error: string },
): Html {
  const text = reader.words.review
  return staffPage(reader, {
    title: text.hide.title,
    page: 'review-hide',
    here: 'queue',
    hasErrors: true,
    back: backLink({ href: deciding.back, text: reader.words.site.back }),
    body: html`${errorSummary({ titleText: reader.words.site.errorSummary, errorList: [{ text: error, href: `#reason-${words.said.id}` }] })}
<h1 class="govuk-heading-l">${text.hide.title}</h1>
${wordsOf(reader, words, undefined)}
${hideForm(reader, words.said.id, deciding, { value, error })}`,
  })
}
