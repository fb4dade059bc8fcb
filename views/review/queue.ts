import type { SaidWords } from '#src/review/said-words.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { ago } from '../account/moment.ts'
import { backLink } from '../components/back-link.ts'
import { errorSummary } from '../components/error-summary.ts'
import { warningText } from '../components/warning-text.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { approveForm, type Deciding, hideForm, wordsOf } from './words.ts'

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

type Wished = { readonly to: 'approve' } | { readonly to: 'hide'; readonly reason: string }

/** Somebody else has decided meanwhile: how, and whether to decide otherwise all the same. */
export function decidedPage(reader: StaffReader, words: SaidWords, deciding: Deciding, wish: Wished): Html {
  const { said } = words
  const text = reader.words.review.decided
  return staffPage(reader, {
    title: text.title,
    page: 'review-decided',
    here: 'queue',
    back: backLink({ href: deciding.back, text: reader.words.site.back }),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
${warningText({ iconFallbackText: reader.words.site.important, text: `${nowSaid(reader, said)} ${stillAsked(reader, said, wish)}` })}
${wordsOf(reader, words, undefined)}
${wish.to === 'approve' ? approveForm(reader, said.id, deciding) : hideForm(reader, said.id, deciding, { value: wish.reason, error: undefined })}
<p class="govuk-body"><a class="govuk-link" href="${deciding.back}">${text.leave}</a></p>`,
  })
}

function nowSaid({ words }: StaffReader, { state, reason }: SaidWords['said']): string {
  const text = words.review.decided
  if (state !== 'hidden' && state !== 'visible') return text.other
  const ending = /[.!?…]$/.test(reason ?? '') ? '' : '.'
  return [text[state], ...(reason ? [`${words.review.words.reason(reason)}${ending}`] : [])].join(' ')
}

function stillAsked({ words }: StaffReader, { state }: SaidWords['said'], { to }: Wished): string {
  const text = words.review.decided
  return to === 'hide' && state === 'hidden' ? text.again : text[to]
}
