import type { StaffReader } from '../../account/frame.ts'
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { tag } from '../../components/tag.ts'
import { type Html, html } from '../../html.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'

export type ThingsPage = {
  readonly kind: 'facts' | 'providers' | 'conditions' | 'data' | 'documents' | 'sources'
  readonly things: readonly { readonly id: string; readonly name: string; readonly errors: number }[]
  readonly languages: readonly string[]
  readonly refused: { readonly text: string; readonly values: Readonly<Record<string, string>> } | undefined
}

const TYPES = ['boolean', 'choice', 'date', 'number'] as const

/** The questions, providers, conditions and so on of a draft, and a way to add one. */
export function thingsPage(reader: StaffReader, frame: DraftFrame, page: ThingsPage): Html {
  const { words } = reader
  const { kind, things, refused } = page
  const item = ({ id, name, errors }: ThingsPage['things'][number]) =>
    html`<li data-thing="${id}"><a class="govuk-link" href="${draftPath(reader, frame, `/${kind}/${id}`)}">${name}</a> <span class="govuk-hint">${id}</span> ${errors > 0 && tag({ text: `${words.studio.severities.error}: ${errors}`, classes: 'govuk-tag--red' })}</li>`
  return draftFrame(reader, frame, {
    page: kind,
    title: words.draft.pages[kind],
    hasErrors: refused !== undefined,
    body: html`${refused && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: refused.text, href: `#${firstField(page)}` }] })}
${things.length === 0 ? html`<p class="govuk-body">${words.draft.things.empty}</p>` : html`<ul class="govuk-list govuk-list--spaced">${things.map(item)}</ul>`}
${frame.state !== 'archived' && addForm(reader, frame, page)}`,
  })
}

/** Conditions have no words of their own: their name is their id. Sources are named in one language. */
function firstField({ kind, languages }: ThingsPage): string {
  return kind === 'conditions' || kind === 'sources' ? 'name' : `name-${languages[0] ?? 'fi'}`
}

function addForm(reader: StaffReader, frame: DraftFrame, page: ThingsPage): Html {
  const { words, formToken } = reader
  const { kind, languages, refused } = page
  const text = words.draft.things
  const names: Readonly<Record<string, string>> = words.draftFields.options
  const field = (name: string, label: string, lang?: string) =>
    input({ name, label: { text: label }, value: refused?.values[name], attributes: { lang } })
  const isPlain = firstField(page) === 'name'
  const fields = isPlain
    ? field('name', text.name)
    : languages.map((language) => field(`name-${language}`, `${text.name} (${names[language] ?? language})`, language))
  const types = TYPES.map((type) => ({ value: type, text: names[type] ?? type }))
  return html`<h2 class="govuk-heading-m">${text.names[kind]}</h2>
<form method="post" action="${draftPath(reader, frame, `/${kind}`)}" data-form="add-thing" novalidate><input type="hidden" name="token" value="${formToken}">
<div class="polku-sides">${fields}</div>
${kind === 'facts' && select({ name: 'type', label: { text: text.type }, value: refused?.values.type, items: types })}
${button({ text: text.names[kind], name: 'go', value: 'add', classes: 'govuk-button--secondary' })}</form>`
}
