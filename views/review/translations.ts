import { shortDate } from '#src/i18n/dates.ts'
import type { Definition, Language } from '#src/journey/definition.ts'
import type { ToTranslate } from '#src/review/translate-statement.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'

export type TranslationsPage = {
  readonly definition: Definition
  readonly statements: readonly ToTranslate[]
  readonly isSaved: boolean
  /** what was typed at one statement and needs another look */
  readonly broken:
    | { readonly id: string; readonly language: string; readonly text: string; readonly error: string }
    | undefined
}

/** The statements people have added, each with a field for every other language. */
export function translationsPage(reader: StaffReader, page: TranslationsPage): Html {
  const { language, words } = reader
  const { definition, statements, broken } = page
  const text = words.statements.translate
  const title = plainIn(language, definition.title)
  return staffPage(reader, {
    title: `${text.title}: ${title}`,
    page: 'statement-translations',
    here: 'review',
    data: { journey: definition.id },
    back: backLink({ href: `/${language}/review/journeys/${definition.id}`, text: title }),
    notice: page.isSaved
      ? notificationBanner({ titleText: words.site.important, text: html`<p class="govuk-body">${text.saved}</p>` })
      : undefined,
    hasErrors: broken !== undefined,
    body: html`${broken && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: broken.error, href: `#${fieldId(broken.id, broken.language)}` }] })}
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body">${text.lead}</p>
${statements.length === 0 && html`<p class="govuk-body">${text.none}</p>`}
${statements.map((one) => statementSection(reader, page, one))}`,
  })
}

function statementSection(reader: StaffReader, page: TranslationsPage, one: ToTranslate): Html {
  const { statement } = one
  const step = Object.entries(page.definition.tracks)
    .flatMap(([track, { steps }]) => steps.map((step) => [`${track}/${step.id}`, step] as const))
    .find(([key]) => key === statement.step)?.[1]
  const place = step ? saidIn(reader.language, step.title) : reader.words.statements.whole
  return html`<section data-statement="${statement.id}"><h2 class="govuk-heading-s">${place}</h2>
<blockquote class="govuk-inset-text" lang="${statement.language}">${statement.words[statement.language]}</blockquote>
${one.into.map((language) => translationForm(reader, page, one, language))}</section>`
}

function translationForm(reader: StaffReader, page: TranslationsPage, one: ToTranslate, language: Language): Html {
  const { words, formToken } = reader
  const text = words.statements.translate
  const { id } = one.statement
  const known = one.translations.find((translation) => translation.language === language)
  const broken = page.broken?.id === id && page.broken.language === language ? page.broken : undefined
  const action = `/${reader.language}/review/journeys/${page.definition.id}/statements`
  return html`<form method="post" action="${action}" data-form="translate-statement" novalidate><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="statement" value="${id}"><input type="hidden" name="language" value="${language}">
${textarea({
  name: 'text',
  id: fieldId(id, language),
  label: { text: text.text(text.language[language]) },
  hint: known && { text: text.by(known.by, shortDate(reader.language, new Date(known.at).toISOString().slice(0, 10))) },
  rows: 2,
  value: broken?.text ?? known?.text,
  attributes: { lang: language },
  errorMessage: broken && { text: broken.error, visuallyHiddenText: words.site.errorPrefix },
})}
${button({ text: html`${text.save}<span class="govuk-visually-hidden"> ${text.language[language]}</span>`, classes: 'govuk-button--secondary' })}</form>`
}

function fieldId(id: string, language: string): string {
  return `${id}-${language}`
}
