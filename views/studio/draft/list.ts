import type { Language } from '#src/i18n/language.ts'
import type { Words } from '#src/journey/definition.ts'
import type { JourneyDraft } from '#src/studio/draft-store.ts'
import { type StaffReader, staffPage } from '../../account/frame.ts'
import { day } from '../../account/moment.ts'
import { backLink } from '../../components/back-link.ts'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { tag } from '../../components/tag.ts'
import { type Html, html } from '../../html.ts'
import { plainIn, saidIn } from '../../said-in.ts'

export type NewDraftForm = {
  readonly values: Readonly<Record<string, string>>
  readonly languages: readonly string[]
  readonly error: { readonly field: 'title-fi' | 'languages' | 'id'; readonly text: string } | undefined
}
export type DraftListPage = {
  readonly drafts: readonly JourneyDraft[]
  readonly published: readonly { readonly id: string; readonly title: Words }[]
  readonly form: NewDraftForm
}

/** Every draft there is, and the two ways to begin another. */
export function draftListPage(reader: StaffReader, { drafts, published, form }: DraftListPage): Html {
  const { language, words } = reader
  const text = words.draft.list
  const open = drafts.filter(({ state }) => state !== 'archived')
  const put = drafts.filter(({ state }) => state === 'archived')
  const { error } = form
  return staffPage(reader, {
    title: text.title,
    page: 'studio-drafts',
    here: 'studio',
    back: backLink({ href: `/${language}/studio`, text: words.account.studio.title }),
    hasErrors: error !== undefined,
    body: html`${error && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: error.text, href: `#${error.field}` }] })}
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${open.length === 0 ? html`<p class="govuk-body">${text.none}</p>` : list(reader, open)}
${published.length > 0 && fromPublished(reader, published)}
<p class="govuk-body"><a class="govuk-link" href="/${language}/studio/drafts/new">${words.studioFiles.link}</a></p>
${fresh(reader, form)}
${put.length > 0 && html`<h2 class="govuk-heading-m">${text.archived}</h2>${list(reader, put)}`}`,
  })
}

function list({ language, words }: StaffReader, drafts: readonly JourneyDraft[]): Html {
  const item = ({ id, journey, title, state, touchedAt }: JourneyDraft) =>
    html`<li data-draft="${id}"><a class="govuk-link" href="/${language}/studio/drafts/${id}">${saidIn(language, title) || journey}</a> ${tag({ text: words.draft.states[state], classes: 'govuk-tag--grey' })} <span class="govuk-hint">${journey}, ${words.draft.list.edited(day(language, touchedAt))}</span></li>`
  return html`<ul class="govuk-list govuk-list--spaced">${drafts.map(item)}</ul>`
}

function fromPublished(reader: StaffReader, published: DraftListPage['published']): Html {
  const { language, words, formToken } = reader
  const text = words.draft.list
  const items = published.map(({ id, title }) => ({ value: id, text: plainIn(language, title) }))
  return html`<h2 class="govuk-heading-m">${text.from}</h2>
<form method="post" action="/${language}/studio/drafts" data-form="new-version" novalidate><input type="hidden" name="token" value="${formToken}">
${select({ name: 'from', label: { text: text.from, classes: 'govuk-visually-hidden' }, hint: { text: text.fromHint }, items })}
${button({ text: text.begin, preventDoubleClick: true, classes: 'govuk-button--secondary' })}</form>`
}

const LANGUAGES: readonly Language[] = ['fi', 'sv', 'en']

function fresh(reader: StaffReader, { values, languages, error }: NewDraftForm): Html {
  const { language, words, formToken } = reader
  const text = words.draft.list
  const names = words.draftFields.options
  const errorAt = (field: string) =>
    error?.field === field
      ? { text: error.text, visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') }
      : undefined
  const title = (own: Language) =>
    input({
      name: `title-${own}`,
      label: { text: `${text.named} (${names[own]})` },
      value: values[`title-${own}`],
      attributes: { lang: own },
      errorMessage: errorAt(`title-${own}`),
    })
  return html`<h2 class="govuk-heading-m">${text.fresh}</h2>
<form method="post" action="/${language}/studio/drafts" data-form="new-journey" novalidate><input type="hidden" name="token" value="${formToken}">
<div class="polku-sides">${LANGUAGES.map(title)}</div>
${checkboxes({
  name: 'languages',
  fieldset: { legend: { text: text.languages, classes: 'govuk-fieldset__legend--s' } },
  values: languages,
  items: LANGUAGES.map((own) => ({ value: own, text: names[own] })),
  errorMessage: errorAt('languages'),
})}
${input({ name: 'id', label: { text: text.id }, hint: { text: text.idHint }, value: values.id, spellcheck: false, autocapitalize: 'none', classes: 'govuk-input--width-20', errorMessage: errorAt('id') })}
${button({ text: text.create, preventDoubleClick: true })}</form>`
}
