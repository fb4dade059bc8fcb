import type { Decision } from '#src/review/suggestion-store.ts'
import type { DraftReview } from '#src/studio/draft-store.ts'
import type { StaffReader } from '../../account/frame.ts'
import { moment } from '../../account/moment.ts'
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { textarea } from '../../components/textarea.ts'
import { type Html, html } from '../../html.ts'
import { otherChangeList } from '../other-changes.ts'
import { preview } from '../preview.ts'
import type { Previewed } from '../publish-form.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'

export type DraftPublishPage = {
  readonly reviews: readonly DraftReview[]
  readonly approvedBy: string | undefined
  /** what publishing would change; undefined while the text cannot be published as it is */
  readonly previewed: Previewed | undefined
  /** why not, in the words of the page */
  readonly problem: string | undefined
  /** whether the last press was refused for it */
  readonly isRefused: boolean
  readonly values: Readonly<Record<string, string>>
  /** where the reviewer reads it */
  readonly reviewAddress: string
  readonly mayPublish: boolean
  /** what walkers suggested and the draft took in: they are credited and told */
  readonly taken: readonly Pick<Decision, 'contribution' | 'step' | 'part'>[]
}

const LANGUAGES = ['fi', 'sv', 'en'] as const

/** From writing to a published version: the check, a colleague's review, what changes, the note, and the last press. */
export function draftPublishPage(reader: StaffReader, frame: DraftFrame, page: DraftPublishPage): Html {
  const { words } = reader
  const text = words.draft.publish
  const isOpen = frame.state !== 'archived'
  return draftFrame(reader, frame, {
    page: 'publish',
    title: words.draft.pages.publish,
    hasErrors: page.isRefused,
    data: { state: frame.state, approved: page.approvedBy === undefined ? 'no' : 'yes' },
    body: html`${page.isRefused && page.problem && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: page.problem, href: '#publishing' }] })}
${!isOpen && html`<p class="govuk-body-l">${text.archived}</p>`}
<h2 class="govuk-heading-m">${words.draft.pages.check}</h2>
<p class="govuk-body">${text.findings(frame.errors)} <a class="govuk-link" href="${draftPath(reader, frame, '/check')}">${words.draft.pages.check}</a></p>
${reviewSection(reader, frame, page)}
${isOpen && publishing(reader, frame, page)}
${isOpen && stateForm(reader, frame, 'archive', text.archive)}`,
  })
}

function reviewSection(
  reader: StaffReader,
  frame: DraftFrame,
  { reviews, approvedBy, reviewAddress }: DraftPublishPage,
): Html {
  const { words, language } = reader
  const text = words.draft.publish
  const said = (review: DraftReview) =>
    html`<li data-review="${review.verdict}"><strong>${review.by}</strong> ${words.draft.review.given[review.verdict]} (${words.draft.history.number.toLocaleLowerCase(language)} ${review.revision}), ${moment(language, review.at)}${review.text && html`<br><span class="polku-own-lines">${review.text}</span>`}</li>`
  const isAsked = frame.state === 'in_review'
  return html`<h2 class="govuk-heading-m">${words.draft.review.verdict}</h2>
<p class="govuk-body">${words.draft.review.lead}</p>
<p class="govuk-body">${approvedBy === undefined ? text.waiting : text.approvedBy(approvedBy)}</p>
${reviews.length > 0 && html`<ul class="govuk-list govuk-list--spaced">${reviews.map(said)}</ul>`}
${frame.state === 'draft' && html`<p class="govuk-body">${text.askHint}</p>${stateForm(reader, frame, 'ask', text.ask)}`}
${isAsked && html`<p class="govuk-body">${text.asked} ${text.link}: <a class="govuk-link" href="${reviewAddress}">${reviewAddress}</a></p><p class="govuk-body">${text.inviteLead} <a class="govuk-link" href="/${language}/staff">${text.invite}</a></p>${stateForm(reader, frame, 'take-back', text.takeBack)}`}`
}

function stateForm(reader: StaffReader, frame: DraftFrame, go: 'ask' | 'take-back' | 'archive', text: string): Html {
  return html`<form method="post" action="${draftPath(reader, frame, '/publish')}" data-form="${go}"><input type="hidden" name="token" value="${reader.formToken}">${button({ text, name: 'go', value: go, classes: 'govuk-button--secondary' })}</form>`
}

function publishing(reader: StaffReader, frame: DraftFrame, page: DraftPublishPage): Html {
  const { words, formToken } = reader
  const text = words.draft.publish
  const { previewed, problem, values } = page
  const canPublish = previewed !== undefined && page.approvedBy !== undefined && page.mayPublish
  const names = words.studio.form.languages
  const note = (language: (typeof LANGUAGES)[number]) =>
    textarea({
      name: `note-${language}`,
      label: { text: `${words.studio.form.note}, ${names[language]}` },
      ...{ rows: 2, value: values[`note-${language}`], attributes: { lang: language } },
    })
  return html`<h2 class="govuk-heading-m" id="publishing">${text.preview}</h2>
${problem && !page.isRefused && html`<p class="govuk-body">${problem}</p>`}
<form method="post" action="${draftPath(reader, frame, '/publish')}" data-form="publish-draft" novalidate><input type="hidden" name="token" value="${formToken}">
${takenList(reader, frame, page)}
${previewed && html`<input type="hidden" name="seen" value="${previewed.hash}"><input type="hidden" name="basedOn" value="${previewed.basedOn ?? 0}">${previewed.basedOn === undefined && html`<p class="govuk-body">${text.nothingOut}</p>`}${otherChangeList(reader, previewed.others)}${preview(reader, previewed.changes)}`}
${canPublish && html`<div class="polku-sides">${LANGUAGES.map(note)}</div>${button({ text: text.button(previewed.number), name: 'go', value: 'publish', preventDoubleClick: true })}`}</form>`
}

function takenList(reader: StaffReader, frame: DraftFrame, { taken }: DraftPublishPage): Html | false {
  const text = reader.words.suggestedEdits
  const item = ({ contribution, step, part }: DraftPublishPage['taken'][number]) =>
    html`<li data-suggestion="${contribution}"><a class="govuk-link" href="${draftPath(reader, frame, `/steps/${step}/voices`)}#said-${contribution}">${step}: ${text.parts[part]}</a></li>`
  return (
    taken.length > 0 &&
    html`<h3 class="govuk-heading-s">${text.studio.fromCitizens}</h3><p class="govuk-body">${text.studio.fromCitizensNote}</p><ul class="govuk-list govuk-list--bullet">${taken.map(item)}</ul>`
  )
}
