import type { Translation } from '#src/studio/translations.ts'
import type { StaffReader } from '../../account/frame.ts'
import { button } from '../../components/button.ts'
import { errorMessage } from '../../components/error-message.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { tag } from '../../components/tag.ts'
import { type Html, html } from '../../html.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'

export const SHOWS = ['lacking', 'hard', 'all'] as const
export type Show = (typeof SHOWS)[number]

export type TranslationsPage = {
  /** undefined: the draft cannot be read whole */
  readonly rows: readonly ShownTranslation[] | undefined
  readonly all: { readonly texts: number; readonly missing: number; readonly stale: number }
  readonly languages: readonly string[]
  readonly show: Show
  readonly problem: string | undefined
}
export type ShownTranslation = Translation & {
  readonly href: string
  /** languages in which it is hard to read */
  readonly hard: readonly string[]
}

const MOST = 150

/** Texts of a draft in all languages beside each other, and the way out to a translator and back. */
export function translationsPage(reader: StaffReader, frame: DraftFrame, page: TranslationsPage): Html {
  const { words, formToken } = reader
  const text = words.translations
  const address = draftPath(reader, frame, '/words')
  const { problem, rows, all } = page
  return draftFrame(reader, frame, {
    page: 'words',
    title: text.title,
    hasErrors: problem !== undefined,
    body: html`${problem && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: problem, href: '#file' }] })}
<p class="govuk-body-l">${text.lead}</p>
${rows ? html`<p class="govuk-body">${text.counts(all.texts, all.missing, all.stale)}</p>${list(reader, page, address)}` : html`<p class="govuk-body">${text.unreadable}</p>`}
${
  rows &&
  html`<p class="govuk-body"><a class="govuk-link" href="${draftPath(reader, frame, '/words.csv')}">${text.download}</a></p>
<form method="post" action="${address}" data-form="translations" enctype="multipart/form-data" novalidate><input type="hidden" name="token" value="${formToken}">
<div class="govuk-form-group${problem && ' govuk-form-group--error'}"><label class="govuk-label govuk-label--m" for="file">${text.upload}</label><div class="govuk-hint" id="file-hint">${text.uploadHint}</div>${problem && errorMessage({ id: 'file-error', text: problem, visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') })}<input class="govuk-file-upload" id="file" name="file" type="file" accept=".csv,text/csv" aria-describedby="file-hint${problem && ' file-error'}"></div>
${button({ text: text.send, classes: 'govuk-button--secondary' })}</form>`
}`,
  })
}

function list({ words }: StaffReader, { rows = [], languages, show }: TranslationsPage, address: string): Html {
  const text = words.translations
  const choice = (one: Show) =>
    one === show
      ? html`<li><strong>${text.shows[one]}</strong></li>`
      : html`<li><a class="govuk-link" href="${address}?show=${one}">${text.shows[one]}</a></li>`
  const cell = ({ words: said, lacks, hard }: ShownTranslation, language: string) => {
    const lack = lacks.find((one) => one.language === language)
    const mark = lack ? text[lack.is] : hard.includes(language) && text.hard
    return html`<td lang="${language === 'fi-x-selko' ? 'fi' : language}">${said[language] ?? ''}${mark && html` ${tag({ text: mark, classes: lack ? 'govuk-tag--yellow' : 'govuk-tag--grey' })}`}</td>`
  }
  return html`<nav aria-label="${text.show}" class="polku-staff-nav"><ul class="govuk-list">${SHOWS.map(choice)}</ul></nav>
${
  rows.length === 0
    ? html`<p class="govuk-body">${text.none}</p>`
    : html`<div class="polku-scroll" role="region" aria-label="${text.title}" tabindex="0"><table class="govuk-table"><thead><tr><th class="govuk-table__header" scope="col">${text.place}</th>${languages.map((language) => html`<th class="govuk-table__header" scope="col">${language}</th>`)}</tr></thead>
<tbody>${rows.slice(0, MOST).map(
        (row) =>
          html`<tr data-text="${row.place}"><th scope="row" class="govuk-table__header"><a class="govuk-link" href="${row.href}">${row.place}</a></th>${languages.map((language) => cell(row, language))}</tr>
`,
      )}</tbody></table></div>`
}
${rows.length > MOST && html`<p class="govuk-body">${words.studio.more(rows.length - MOST)}</p>`}
<p class="govuk-hint">${text.readingNote}</p>`
}
