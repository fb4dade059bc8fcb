import type { Language } from '#src/i18n/language.ts'
import { type StaffReader, staffPage } from '../../account/frame.ts'
import { backLink } from '../../components/back-link.ts'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { attributes } from '../../components/content.ts'
import { errorMessage } from '../../components/error-message.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { textarea } from '../../components/textarea.ts'
import { type Html, html } from '../../html.ts'
import { type SheetQuestions, sheetQuestions } from './sheet-questions.ts'

export const WAYS = ['template', 'copy', 'imported', 'spreadsheet', 'ptv'] as const
export type Way = (typeof WAYS)[number]

export type NewJourneyPage = {
  readonly way: Way
  readonly values: Readonly<Record<string, string>>
  readonly languages: readonly string[]
  readonly problem: Problem | undefined
  /** what can be copied, with its name */
  readonly sources: readonly { readonly value: string; readonly text: string }[]
  /** what a spreadsheet leaves open; undefined until there is one */
  readonly sheet: SheetQuestions | undefined
  /** a file that can be read and is not yet in order */
  readonly isReadable: boolean
}
type Problem = {
  /** undefined where it is the file itself */
  readonly field: string | undefined
  readonly text: string
  readonly findings: readonly { readonly text: string; readonly lang: string; readonly line: number | undefined }[]
}

const LANGUAGES: readonly Language[] = ['fi', 'sv', 'en']

/** The ways to begin with something that is there already. */
export function waysPage(reader: StaffReader): Html {
  const { language, words } = reader
  const text = words.studioFiles
  const item = (way: Way) =>
    html`<li><a class="govuk-link" href="/${language}/studio/drafts/new/${way}">${text.ways[way]}</a> <span class="govuk-hint">${text.leads[way]}</span></li>`
  return staffPage(reader, {
    title: text.title,
    page: 'studio-new',
    here: 'studio',
    back: backLink({ href: `/${language}/studio/drafts`, text: words.draft.list.title }),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1><p class="govuk-body-l">${text.lead}</p>
<ul class="govuk-list govuk-list--spaced">${WAYS.map(item)}</ul>`,
  })
}

/** One way to begin, as a form. */
export function newJourneyPage(reader: StaffReader, page: NewJourneyPage): Html {
  const { language, words, formToken } = reader
  const text = words.studioFiles
  const { way, problem } = page
  const forms: { readonly [W in Way]: () => Html } = {
    template: () => html`${templates(reader, page)}${naming(reader, page)}`,
    copy: () => html`${source(reader, page)}${naming(reader, page)}`,
    imported: () => html`${file(reader, page, '.yaml,.yml,.json')}${paste(reader, page)}`,
    spreadsheet: () =>
      page.sheet
        ? html`${sheetQuestions(reader, page.sheet, page.values)}${naming(reader, page)}`
        : file(reader, page, '.csv,.xlsx'),
    ptv: () => html`${file(reader, page, '.json')}${paste(reader, page)}${naming(reader, page)}`,
  }
  return staffPage(reader, {
    title: text.ways[way],
    page: 'studio-new-journey',
    here: 'studio',
    data: { way },
    back: backLink({ href: `/${language}/studio/drafts/new`, text: text.title }),
    hasErrors: problem !== undefined,
    body: html`${problem && problemBox(reader, problem)}
<h1 class="govuk-heading-l">${page.sheet ? text.sheet.title : text.ways[way]}</h1>
<p class="govuk-body-l">${text.leads[way]}</p>
<form method="post" action="/${language}/studio/drafts/new/${way}" enctype="multipart/form-data" data-form="new-${way}" novalidate><input type="hidden" name="token" value="${formToken}">
${forms[way]()}
<div class="govuk-button-group">${button({ text: buttonText(reader, page), name: 'go', value: 'on', preventDoubleClick: true })}${page.isReadable && button({ text: text.anyway, name: 'go', value: 'anyway', classes: 'govuk-button--secondary', preventDoubleClick: true })}</div></form>`,
  })
}

function buttonText({ words }: StaffReader, { way, sheet }: NewJourneyPage): string {
  if (way === 'imported') return words.studioFiles.check
  return way === 'spreadsheet' && !sheet ? words.studioFiles.go : words.studioFiles.make
}

function problemBox({ words }: StaffReader, { text, field, findings }: Problem): Html {
  const item = (found: Problem['findings'][number]) =>
    html`<li data-line="${found.line ?? 1}">${words.studio.line(found.line ?? 1)}: <span lang="${found.lang}">${found.text}</span></li>`
  return html`<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">${words.site.errorSummary}</h2><div class="govuk-error-summary__body"><p>${field ? html`<a href="#${field}">${text}</a>` : text}</p>${findings.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${findings.map(item)}</ul>`}</div></div></div>`
}

function errorAt({ words }: StaffReader, { problem }: NewJourneyPage, field: string) {
  if (problem?.field !== field) return undefined
  return { text: problem.text, visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') }
}

function templates(reader: StaffReader, { values }: NewJourneyPage): Html {
  const { template, templates: names } = reader.words.studioFiles
  return radios({
    name: 'template',
    fieldset: { legend: { text: template, classes: 'govuk-fieldset__legend--s' } },
    value: values.template ?? 'one-provider',
    items: Object.entries(names).map(([value, text]) => ({ value, text })),
  })
}

function source(reader: StaffReader, page: NewJourneyPage): Html {
  return select({
    name: 'source',
    label: { text: reader.words.studioFiles.source },
    value: page.values.source,
    items: page.sources,
    errorMessage: errorAt(reader, page, 'source'),
  })
}

function file(reader: StaffReader, page: NewJourneyPage, accept: string): Html {
  const error = errorAt(reader, page, 'file')
  const described = attributes({ 'aria-describedby': error && 'file-error' })
  return html`<div class="govuk-form-group${error && ' govuk-form-group--error'}"><label class="govuk-label" for="file">${reader.words.studioFiles.file}</label>${error && errorMessage({ ...error, id: 'file-error' })}<input class="govuk-file-upload${error && ' govuk-file-upload--error'}" id="file" name="file" type="file" accept="${accept}"${described}></div>`
}

function paste(reader: StaffReader, { values }: NewJourneyPage): Html {
  return textarea({
    name: 'text',
    label: { text: reader.words.studioFiles.paste },
    rows: values.text ? 20 : 8,
    spellcheck: false,
    value: values.text,
    classes: 'polku-source',
  })
}

/** What the journey is called, in which languages it is written and how it is named in addresses. */
function naming(reader: StaffReader, page: NewJourneyPage): Html {
  const { words } = reader
  const text = words.studioFiles
  const names = words.draftFields.options
  const { values } = page
  const title = (own: Language) =>
    input({
      name: `title-${own}`,
      label: { text: `${text.named} (${names[own]})` },
      value: values[`title-${own}`],
      attributes: { lang: own },
      errorMessage: errorAt(reader, page, `title-${own}`),
    })
  return html`<div class="polku-sides">${LANGUAGES.map(title)}</div>
${checkboxes({
  name: 'languages',
  fieldset: { legend: { text: text.languages, classes: 'govuk-fieldset__legend--s' } },
  values: page.languages,
  items: LANGUAGES.map((own) => ({ value: own, text: names[own] })),
  errorMessage: errorAt(reader, page, 'languages'),
})}
${input({ name: 'id', label: { text: text.id }, hint: { text: text.idHint }, value: values.id, spellcheck: false, autocapitalize: 'none', classes: 'govuk-input--width-20', errorMessage: errorAt(reader, page, 'id') })}`
}
