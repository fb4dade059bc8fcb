import { longDate } from '#src/i18n/dates.ts'
import type { Definition, Step } from '#src/journey/definition.ts'
import type { Response, ResponseState } from '#src/review/response.ts'
import type { Part } from '#src/review/response-form.ts'
import type { MissingPart } from '#src/review/response-rules.ts'
import type { SaidWords } from '#src/review/said-words.ts'
import { type Place, type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { errorSummary } from '../components/error-summary.ts'
import { insetText } from '../components/inset-text.ts'
import { type Html, html } from '../html.ts'
import { wordsOf } from '../review/words.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { choose } from './choose.ts'
import { dated } from './day.ts'
import { responseFields } from './fields.ts'
import { aboutShare, bodyName } from './names.ts'

export type EditPage = {
  readonly definition: Definition
  readonly step: Step | undefined
  readonly response: Response
  readonly isOverdue: boolean
  /** what this reader may write of it */
  readonly parts: readonly Part[]
  readonly states: readonly ResponseState[]
  readonly versions: readonly number[]
  /** by field name: as typed now, else as stored */
  readonly values: Readonly<Record<string, string | undefined>>
  readonly errors: Readonly<Record<string, string>>
  /** what somebody else saved while this was written */
  readonly conflict: Response | undefined
  /** the words it answers, as far as this reader may read them, and how many there are besides */
  readonly words: readonly SaidWords[]
  readonly hidden: number
  readonly missing: readonly MissingPart[]
  readonly isOwn: boolean
  readonly mayPublish: boolean
  readonly history: readonly Response[]
  readonly siblings: readonly Response[]
  /** bodies that can still be asked; none for a provider */
  readonly askable: readonly string[]
  /** where its forms are sent: `/fi/review/journeys/ID/answers/RESPONSE` */
  readonly action: string
  readonly here: Place
  readonly back: { readonly href: string; readonly text: string }
  readonly notice: Html | undefined
}

/** One answer as its body and the ministry work on it: what was said, what is decided, what is missing, what was before. */
export function editPage(reader: StaffReader, page: EditPage): Html {
  const { language, words } = reader
  const text = words.response.edit
  const { response, definition, step, errors } = page
  const about = aboutShare(reader, definition, step, response.share)
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(language, step?.title) || response.step}`,
    page: page.here === 'provider' ? 'provider-answer' : 'review-answer',
    here: page.here,
    data: { journey: response.journey, response: response.id, state: response.state },
    back: backLink(page.back),
    notice: page.notice,
    hasErrors: Object.keys(errors).length > 0,
    body: html`${Object.keys(errors).length > 0 && errorSummary({ titleText: words.site.errorSummary, errorList: Object.entries(errors).map(([field, error]) => ({ text: error, href: `#${field}` })) })}
<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${saidIn(language, step?.title) || response.step}</h1>
<p class="govuk-body-l">${text.to(bodyName(reader, definition, response.body))}. ${words.response.states[response.state]}.</p>
${about && html`<p class="govuk-body">${about}</p>`}
<p class="govuk-body">${page.isOverdue && html`<strong>${words.response.overdue}.</strong> `}${words.response.dueOn} ${dated(language, response.dueOn)}.${response.publishedOn && html` ${words.response.register.published} ${dated(language, response.publishedOn)}.`}</p>
${shareOf(reader, page)}
<h2 class="govuk-heading-m">${text.words}</h2>
${heard(reader, page)}
${page.conflict && conflictOf(reader, page.conflict)}
${page.parts.length > 0 && saveForm(reader, page)}
${response.publishedOn === undefined && page.mayPublish && publishing(reader, page)}
${others(reader, page)}
${details({ summaryText: text.history, text: historyOf(reader, page) })}`,
  })
}

/** Taking a share is a button of the form in which the answer is written, so that nothing typed before is lost. */
function shareOf(reader: StaffReader, { response, isOwn }: EditPage): Html | undefined {
  const { language, words } = reader
  const text = words.response.edit
  if (response.body === 'ministry') return undefined
  if (response.acceptedOn)
    return html`<p class="govuk-body">${text.acceptedOn} ${dated(language, response.acceptedOn)}.</p>`
  if (!isOwn) return html`<p class="govuk-body">${text.notAccepted}</p>`
  return html`<p class="govuk-body">${text.acceptHint(longDate(language, response.dueOn))} ${text.acceptBelow}</p>`
}

function heard(reader: StaffReader, { words, hidden }: EditPage): Html {
  const text = reader.words.response.edit
  if (words.length + hidden === 0) return html`<p class="govuk-body">${text.wordsNone}</p>`
  return html`${words.map((one) => wordsOf(reader, one, undefined))}${hidden > 0 && html`<p class="govuk-body">${text.wordsHidden(hidden)}</p>`}`
}

function conflictOf(reader: StaffReader, theirs: Response): Html {
  const { language, words } = reader
  const text = words.response.edit
  return insetText({
    text: html`<p class="govuk-body">${text.conflict}</p><p class="govuk-body"><strong>${text.conflictTheirs}</strong> (${theirs.by}): ${words.response.states[theirs.state]}. ${saidIn(language, theirs.said)} ${saidIn(language, theirs.reason)}</p>`,
  })
}

function saveForm(reader: StaffReader, page: EditPage): Html {
  const text = reader.words.response.edit
  const { response, parts } = page
  const isPublic = response.publishedOn !== undefined
  return html`<form method="post" action="${page.action}" data-form="save-response" novalidate>${hiddenFields(reader, response)}
${responseFields(reader, page)}
${isPublic && html`<p class="govuk-body">${text.publishedHint}</p>`}
${!parts.includes('decision') && html`<p class="govuk-body">${text.onlyBody}</p>`}
<div class="govuk-button-group">${button({ text: isPublic ? text.savePublished : text.save, name: 'go', value: 'draft', classes: 'govuk-button--secondary' })}
${!isPublic && parts.includes('decision') && response.body !== 'ministry' && button({ text: text.ready, name: 'go', value: 'ready' })}
${isToBeTaken(page) && button({ text: text.accept, preventDoubleClick: true, attributes: { formaction: `${page.action}/accept`, 'data-accept': '' } })}</div></form>`
}

function isToBeTaken({ response, isOwn }: EditPage): boolean {
  return isOwn && response.body !== 'ministry' && response.acceptedOn === undefined
}

function publishing(reader: StaffReader, { missing, action, response }: EditPage): Html {
  const text = reader.words.response.edit
  if (missing.length > 0)
    return html`<p class="govuk-body">${text.missing}</p><ul class="govuk-list govuk-list--bullet" data-missing>${missing.map((part) => html`<li>${text.missingPart[part]}</li>`)}</ul>`
  return html`<form method="post" action="${action}/publish" data-form="publish">${hiddenFields(reader, response)}<p class="govuk-body">${text.publishHint}</p>${button({ text: text.publish, preventDoubleClick: true })}</form>`
}

function others(reader: StaffReader, page: EditPage): Html | undefined {
  const { words, language } = reader
  const text = words.response.edit
  const { siblings, askable, response, definition, action } = page
  const base = action.slice(0, action.lastIndexOf('/'))
  const line = ({ id, body, state }: Response) =>
    html`<li>${page.here === 'review' ? html`<a class="govuk-link" href="${base}/${id}">${bodyName(reader, definition, body)}</a>` : bodyName(reader, definition, body)}: ${words.response.states[state]}</li>`
  const ask = () =>
    html`<form method="post" action="/${language}/review/journeys/${response.journey}/answers/${response.id}/ask" data-form="ask-share">${hiddenFields(reader, response)}${choose(
      'ask-body',
      'body',
      text.ask,
      '',
      askable.map((body) => ({ value: body, text: bodyName(reader, definition, body) })),
    )}${button({ text: text.askButton, classes: 'govuk-button--secondary' })}</form>`
  if (siblings.length === 0 && askable.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">${text.others}</h2>${siblings.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${siblings.map(line)}</ul>`}${askable.length > 0 && ask()}`
}

function historyOf(reader: StaffReader, { history }: EditPage): Html {
  const { words, language } = reader
  const item = ({ rev, at, by, state, said, reason }: Response) =>
    html`<li data-rev="${rev}">${dated(language, new Date(at).toISOString().slice(0, 10))}, ${by}: ${words.response.states[state]}. ${saidIn(language, said)} ${saidIn(language, reason)}</li>`
  if (history.length === 0) return html`<p class="govuk-body">${words.response.edit.noHistory}</p>`
  return html`<ol class="govuk-list govuk-list--number">${history.map(item)}</ol>`
}

function hiddenFields({ formToken }: StaffReader, { rev }: Response): Html {
  return html`<input type="hidden" name="token" value="${formToken}"><input type="hidden" name="rev" value="${rev}">`
}
