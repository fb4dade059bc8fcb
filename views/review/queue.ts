import type { HouseRule } from '#feedback/house-rules.ts'
import type { QueueItem } from '#src/review/queue.ts'
import type { SaidWords } from '#src/review/said-words.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { ago } from '../account/moment.ts'
import { backLink } from '../components/back-link.ts'
import { errorSummary } from '../components/error-summary.ts'
import { warningText } from '../components/warning-text.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { appealForm, whyHere } from './queue-why.ts'
import { returnForm } from './return-form.ts'
import { approveForm, type Deciding, hideForm, wordsOf } from './words.ts'

export type QueuePage = {
  readonly items: readonly QueueItem[]
  readonly all: number
  readonly deciding: (words: SaidWords, i: number) => Deciding
  readonly now: number
  readonly notice: Html | undefined
  /** a decision was just made: the keyboard goes on at the next text */
  readonly isGoingOn: boolean
}

/** All that waits for a person, the longest waiting first: each with its decisions, reached by Tab in reading order. */
export function queuePage(reader: StaffReader, page: QueuePage): Html {
  const { language, words } = reader
  const text = words.review.queue
  const { all } = page
  const isPart = page.items.length < all
  const inNeed = page.items.flatMap(({ holds }, i) => (holds.includes('distress') ? [i] : []))
  const item = (
    one: QueueItem,
    i: number,
  ) => html`<li><h2 class="govuk-heading-s" id="text-${i + 1}"${i === 0 && page.isGoingOn && html` tabindex="-1" autofocus`}>${words.review.words.textNumber(i + 1)}: ${saidIn(language, one.stepTitle)}</h2>
<p class="govuk-hint">${saidIn(language, one.journeyTitle)}. ${one.isAppeal || one.said.state === 'visible' ? words.moderation.asked : text.waited} ${ago(language, one.since, page.now)}</p>
${whyHere(reader, one)}
${decisionsOn(reader, page, one, i)}</li>`
  return staffPage(reader, {
    title: text.title,
    page: 'review-queue',
    here: 'queue',
    notice: page.notice,
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
<p class="govuk-body" data-waiting="${all}">${all === 0 ? text.none : text.count(all)}${isPart && html` ${text.shownFirst(page.items.length)}`}</p>
${inNeed.length > 0 && html`<p class="govuk-body"><strong>${words.moderation.distressFirst(inNeed.length)}</strong> ${inNeed.map((i) => html`<a class="govuk-link" href="#text-${i + 1}">${words.moderation.toText(i + 1)}</a> `)}</p>`}
<ol class="govuk-list polku-queue">${page.items.map(item)}</ol>`,
  })
}

function decisionsOn(reader: StaffReader, page: QueuePage, one: QueueItem, i: number): Html {
  const deciding = page.deciding(one, i)
  if (one.isAppeal) return html`${wordsOf(reader, one, undefined)}${appealForm(reader, one, deciding, undefined)}`
  return wordsOf(reader, one, { ...deciding, settles: one.said.state === 'visible' })
}

/** The form of hiding again, with what it still lacks. */
export function hidePage(
  reader: StaffReader,
  words: SaidWords,
  deciding: Deciding,
  { value, error, rule }: { readonly value: string; readonly error: string; readonly rule?: Chosen },
): Html {
  const text = reader.words.review
  return staffPage(reader, {
    title: text.hide.title,
    page: 'review-hide',
    here: 'queue',
    hasErrors: true,
    back: backLink({ href: deciding.back, text: reader.words.site.back }),
    body: html`${errorSummary({ titleText: reader.words.site.errorSummary, errorList: [{ text: error, href: rule?.isMissing ? `#rule-${words.said.id}` : `#reason-${words.said.id}` }] })}
<h1 class="govuk-heading-l">${text.hide.title}</h1>
${wordsOf(reader, words, undefined)}
${hideForm(reader, words.said.id, deciding, {
  value,
  error: rule?.isMissing ? undefined : error,
  rule: rule && { chosen: rule.chosen, error: rule.isMissing ? error : undefined },
})}`,
  })
}

/** The form of sending back again, with what it still lacks. */
export function returnPage(
  reader: StaffReader,
  words: SaidWords,
  deciding: Deciding,
  refused: { readonly value: string; readonly wording: string; readonly error: string },
): Html {
  const title = reader.words.moderation.back.open
  return staffPage(reader, {
    ...{ title, page: 'review-return', here: 'queue', hasErrors: true },
    back: backLink({ href: deciding.back, text: reader.words.site.back }),
    body: html`${errorSummary({ titleText: reader.words.site.errorSummary, errorList: [{ text: refused.error, href: `#mend-${words.said.id}` }] })}
<h1 class="govuk-heading-l">${title}</h1>
${wordsOf(reader, words, undefined)}
${returnForm(reader, words.said, deciding, refused)}`,
  })
}

type Chosen = { readonly chosen: HouseRule | undefined; readonly isMissing: boolean }
type Wished =
  | { readonly to: 'approve'; readonly settles?: boolean }
  | { readonly to: 'hide'; readonly reason: string }
  | { readonly to: 'return'; readonly reason: string; readonly wording?: string | undefined }

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
${wishedForm(reader, said, deciding, wish)}
<p class="govuk-body"><a class="govuk-link" href="${deciding.back}">${text.leave}</a></p>`,
  })
}

function wishedForm(reader: StaffReader, said: SaidWords['said'], deciding: Deciding, wish: Wished): Html {
  if (wish.to === 'approve') return approveForm(reader, said.id, deciding)
  if (wish.to === 'hide') return hideForm(reader, said.id, deciding, { value: wish.reason, error: undefined })
  return returnForm(reader, said, deciding, { value: wish.reason, wording: wish.wording ?? '', error: undefined })
}

function nowSaid({ words }: StaffReader, { state, reason }: SaidWords['said']): string {
  const text = words.review.decided
  if (state !== 'hidden' && state !== 'visible') return text.other
  const ending = /[.!?…]$/.test(reason ?? '') ? '' : '.'
  return [text[state], ...(reason ? [`${words.review.words.reason(reason)}${ending}`] : [])].join(' ')
}

function stillAsked({ words }: StaffReader, { state }: SaidWords['said'], { to }: Wished): string {
  const text = words.review.decided
  if (to === 'return') return ''
  return to === 'hide' && state === 'hidden' ? text.again : text[to]
}
