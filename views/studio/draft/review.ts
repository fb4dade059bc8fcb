import type { Words } from '#src/journey/definition.ts'
import { type StaffReader, staffPage } from '../../account/frame.ts'
import { backLink } from '../../components/back-link.ts'
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { type Html, html } from '../../html.ts'
import { plainIn, saidIn } from '../../said-in.ts'
import { otherChangeList } from '../other-changes.ts'
import { preview } from '../preview.ts'
import type { Previewed } from '../publish-form.ts'
import { type TryForm, tryForm } from './share.ts'

export type ReviewedDraft = {
  readonly id: string
  readonly title: Words
  readonly journey: string
  readonly createdBy: string
}

/** Drafts that wait for somebody to read them. */
export function draftReviewsPage(reader: StaffReader, drafts: readonly ReviewedDraft[]): Html {
  const { words, language } = reader
  const text = words.draft.review
  const item = ({ id, title, journey, createdBy }: ReviewedDraft) =>
    html`<li data-draft="${id}"><a class="govuk-link" href="/${language}/review/drafts/${id}">${saidIn(language, title) || journey}</a> <span class="govuk-hint">${createdBy}</span></li>`
  return staffPage(reader, {
    ...{ title: text.title, page: 'review-drafts', here: 'review' },
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${drafts.length === 0 ? html`<p class="govuk-body">${text.none}</p>` : html`<ul class="govuk-list govuk-list--spaced">${drafts.map(item)}</ul>`}`,
  })
}

export type DraftReviewPage = {
  readonly id: string
  readonly journey: string
  readonly title: Words
  readonly revision: number
  readonly isWaiting: boolean
  /** whoever wrote in it reads it here too, and does not judge it */
  readonly isOwn: boolean
  readonly previewed: Previewed | undefined
  readonly findings: readonly { readonly text: string; readonly lang: string }[]
  readonly trying: TryForm
  readonly refused: string | undefined
  readonly values: Readonly<Record<string, string>>
  readonly notice: Html | undefined
}

/** What a draft changes, a way to walk it, and a colleague's word on it. */
export function draftReviewPage(reader: StaffReader, page: DraftReviewPage): Html {
  const { words, language } = reader
  const text = words.draft.review
  const title = words.draft.share.openTitle(plainIn(language, page.title) || page.journey)
  const { previewed, refused } = page
  return staffPage(reader, {
    ...{ title, page: 'review-draft', here: 'review', notice: page.notice, hasErrors: refused !== undefined },
    data: { journey: page.journey, revision: String(page.revision) },
    back: backLink({ href: `/${language}/review/drafts`, text: text.title }),
    body: html`${refused && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: refused, href: '#verdict' }] })}
<h1 class="govuk-heading-l">${title}</h1>
<h2 class="govuk-heading-m">${text.changes}</h2>
${previewed?.basedOn === undefined && html`<p class="govuk-body">${text.first}</p>`}
${previewed && html`${otherChangeList(reader, previewed.others)}${preview(reader, previewed.changes)}`}
${page.findings.length > 0 && html`<h2 class="govuk-heading-m">${words.draft.check.errors}</h2><ul class="govuk-list govuk-list--bullet">${page.findings.map((one) => html`<li lang="${one.lang}">${one.text}</li>`)}</ul>`}
<h2 class="govuk-heading-m">${text.tryIt}</h2>
${tryForm(reader, page.trying)}
<h2 class="govuk-heading-m">${text.verdict}</h2>
${verdict(reader, page)}`,
  })
}

function verdict(reader: StaffReader, { id, revision, isWaiting, isOwn, values }: DraftReviewPage): Html {
  const { words, language, formToken } = reader
  const text = words.draft.review
  if (isOwn) return html`<p class="govuk-body" id="verdict">${text.own}</p>`
  if (!isWaiting) return html`<p class="govuk-body" id="verdict">${text.none}</p>`
  return html`<form method="post" action="/${language}/review/drafts/${id}" data-form="review-draft" novalidate><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="revision" value="${revision}">
${radios({
  name: 'verdict',
  fieldset: { legend: { text: text.verdict, classes: 'govuk-fieldset__legend--s govuk-visually-hidden' } },
  value: values.verdict,
  items: (['approved', 'changes_wanted'] as const).map((value) => ({ value, text: text.verdicts[value] })),
})}
${textarea({ name: 'text', label: { text: text.text }, rows: 3, value: values.text })}
${button({ text: text.button, preventDoubleClick: true })}</form>`
}
