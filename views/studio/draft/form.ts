import type { StaffReader } from '../../account/frame.ts'
import { moment } from '../../account/moment.ts'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { textarea } from '../../components/textarea.ts'
import { type Html, html } from '../../html.ts'
import { type Beside, besideNews, besideSettings, withBeside } from './beside.ts'
import { partSection, type ShownPart } from './fields.ts'
import { type DraftFrame, type DraftPage, draftFrame, draftPath, undoing } from './frame.ts'

export type ShownComment = {
  readonly id: string
  readonly by: string
  readonly at: number
  readonly text: string
  readonly resolvedBy: string | undefined
}
export type FormPage = {
  readonly page: DraftPage
  readonly title: string
  /** where it is sent, under the draft: `/steps/estate/inventory` */
  readonly path: string
  readonly back: string | undefined
  readonly parts: readonly ShownPart[]
  /** the id it may be renamed from, where it has one */
  readonly rename: { readonly id: string; readonly typed?: string; readonly error?: string | undefined } | undefined
  readonly comments: readonly ShownComment[] | undefined
  readonly problems: readonly { readonly text: string; readonly field: string }[]
  readonly data?: Record<string, string>
  /** what is to be seen beside the form */
  readonly beside?: Beside | undefined
  /** what the text holds here and no field shows */
  readonly unshown: readonly string[]
}

const MOST_UNSHOWN = 12

/** One thing of a draft as a form. Whatever button is pressed, what was written is saved first. */
export function draftFormPage(reader: StaffReader, frame: DraftFrame, page: FormPage): Html {
  const { words, formToken } = reader
  const { problems, parts, beside } = page
  const isOpen = frame.state !== 'archived'
  return draftFrame(reader, frame, {
    ...{ page: page.page, title: page.title, hasErrors: problems.length > 0, data: page.data, htmx: true },
    back: page.back === undefined ? undefined : draftPath(reader, frame, page.back),
    body: html`${problems.length > 0 && errorSummary({ titleText: words.site.errorSummary, errorList: problems.map(({ text, field }) => ({ text, href: `#${field}` })) })}
${withBeside(
  reader,
  beside,
  html`<form method="post" action="${draftPath(reader, frame, page.path)}" id="draft-form" data-form="draft" novalidate${isOpen && autosave(draftPath(reader, frame, page.path))}><input type="hidden" name="token" value="${formToken}">${baseField(frame.head)}
${statusLine()}
${beside && besideSettings(reader, beside)}
${isOpen && button({ text: words.draft.save, name: 'go', value: 'save', classes: 'govuk-visually-hidden-focusable' })}
${parts.map((part) => partSection(reader, part))}
${page.page === 'details' && html`<p class="govuk-hint">${words.studioForms.idHere(frame.journey)}</p>`}
${page.unshown.length > 0 && html`<p class="govuk-hint" data-unshown>${words.studioForms.alsoHere(page.unshown.slice(0, MOST_UNSHOWN).join(', '))} <a class="govuk-link" href="${draftPath(reader, frame, '/source')}">${words.draft.pages.source}</a></p>`}
${isOpen && button({ text: words.draft.save, name: 'go', value: 'save' })}
${isOpen && page.rename && renaming(reader, page.rename)}</form>
${page.comments && html`<p class="govuk-body"><a class="govuk-link" href="${draftPath(reader, frame, `${page.path}/voices`)}">${words.suggestedEdits.studio.title}</a></p>`}
${page.comments && commentSection(reader, frame, page)}`,
)}`,
  })
}

/** With script a field is saved as soon as it is left; without it, by the button. */
function autosave(action: string): Html {
  return html` hx-post="${action}" hx-trigger="change" hx-target="#saved" hx-swap="innerHTML" hx-sync="this:queue all"`
}

function baseField(revision: number, isNews = false): Html {
  return html`<input type="hidden" name="base" id="base" value="${revision}"${isNews && html` hx-swap-oob="true"`}>`
}

/** The one place that is read out: only its words change, everything else waits to be looked at. */
function statusLine(): Html {
  return html`<div class="govuk-hint polku-saved" id="saved" role="status"></div>`
}

/** What a field that was saved by itself answers: one line to be read out, and what the next save has to know. */
export function savedFragment(
  reader: StaffReader,
  frame: DraftFrame,
  news: {
    readonly text: string
    readonly base: number
    readonly beside?: Beside | undefined
    /** what the page shows beside its form already */
    readonly has: readonly string[]
  },
): Html {
  return html`${news.text}${baseField(news.base, true)}<div id="undoing" hx-swap-oob="true">${undoing(reader, frame)}</div>${news.beside && besideNews(news.beside, news.has)}`
}

function renaming(reader: StaffReader, { id, typed, error }: NonNullable<FormPage['rename']>): Html {
  const { words } = reader
  const text = words.draft.rename
  const errorMessage = error && { text: error, visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') }
  return details({
    summaryText: `${text.title}: ${id}`,
    open: error !== undefined,
    text: html`${input({ name: 'new-id', label: { text: text.title }, hint: { text: text.hint }, value: typed ?? id, spellcheck: false, autocapitalize: 'none', classes: 'govuk-input--width-20', errorMessage: errorMessage || undefined })}${button({ text: text.button, name: 'go', value: 'rename', classes: 'govuk-button--secondary' })}`,
  })
}

function commentSection(reader: StaffReader, frame: DraftFrame, { comments = [], path }: FormPage): Html {
  const { words, formToken } = reader
  const text = words.draft.comments
  const open = comments.filter(({ resolvedBy }) => resolvedBy === undefined)
  const settled = comments.filter(({ resolvedBy }) => resolvedBy !== undefined)
  const items = (all: readonly ShownComment[]) =>
    html`<ul class="govuk-list govuk-list--spaced">${all.map((one) => commentItem(reader, frame, path, one))}</ul>`
  return html`<section aria-labelledby="comments"><h2 class="govuk-heading-m" id="comments">${text.title}</h2>
${open.length === 0 ? html`<p class="govuk-body">${text.none}</p>` : items(open)}
${settled.length > 0 && details({ summaryText: text.resolved(String(settled.length)), text: items(settled) })}
<form method="post" action="${draftPath(reader, frame, '/comments')}" data-form="comment" novalidate><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="at" value="${path}">
${textarea({ name: 'text', id: 'comment-text', label: { text: text.text }, hint: { text: text.hint }, rows: 3 })}
${button({ text: text.button, classes: 'govuk-button--secondary' })}</form></section>`
}

function commentItem(
  reader: StaffReader,
  frame: DraftFrame,
  path: string,
  { id, by, at, text, resolvedBy }: ShownComment,
): Html {
  const { words, language, formToken } = reader
  const own = words.draft.comments
  return html`<li data-comment="${id}"><strong>${by}</strong>, ${moment(language, at)}${resolvedBy && html`, ${own.resolved(resolvedBy)}`}<br><span class="polku-own-lines">${text}</span>
<form method="post" action="${draftPath(reader, frame, '/comments')}" data-form="settle"><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="at" value="${path}"><input type="hidden" name="comment" value="${id}"><button type="submit" name="go" value="${resolvedBy ? 'reopen' : 'resolve'}" class="polku-link-button">${resolvedBy ? own.reopen : own.resolve}</button></form></li>`
}
