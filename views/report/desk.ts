import type { Definition } from '#src/journey/definition.ts'
import type { NoteError } from '#src/review/report-note-form.ts'
import type { Effect, ReportNote } from '#src/review/report-notes.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { sides } from './effects.ts'
import { reportPath } from './report-page.ts'

export type ReportDesk = {
  readonly definition: Definition
  readonly hasTrial: boolean
  readonly hasRelease: boolean
  readonly notes: readonly ReportNote[]
  readonly mayWrite: boolean
  /** a form that could not be accepted comes back as it was written */
  readonly fields: Readonly<Record<string, string>>
  readonly errors: readonly NoteError[]
  readonly dayOf: (at: number) => string
}

const PARTS: { readonly [E in Effect]: true } = {
  direct: true,
  indirect: true,
  burden: true,
  quality: true,
  cost: true,
}

/** Where the staff add to a report what no figure tells, and take out of a trial what others ask for. */
export function reportDeskPage(reader: StaffReader, desk: ReportDesk): Html {
  const { language, words } = reader
  const { definition, errors, hasTrial, mayWrite } = desk
  const text = words.trialReport.desk
  const journey = `/${language}/review/journeys/${definition.id}`
  const kind = desk.fields.kind === 'estimate' ? 'estimate' : 'lesson'
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(language, definition.title)}`,
    ...{ page: 'report-desk', here: 'review', data: { journey: definition.id }, hasErrors: errors.length > 0 },
    back: backLink({ href: journey, text: plainIn(language, definition.title) }),
    body: html`${
      errors.length > 0 &&
      errorSummary({
        titleText: words.site.errorSummary,
        errorList: errors.map(({ field, error }) => ({ text: text.errors[error], href: `#${idOf(kind, field)}` })),
      })
    }<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body">${text.lead}</p>
${hasTrial && html`<p class="govuk-body"><a class="govuk-link" href="${reportPath(reader, definition)}">${text.view}</a></p>`}
<h2 class="govuk-heading-m">${text.written}</h2>${notes(reader, desk)}
${hasTrial && mayWrite && html`${lessonForm(reader, desk)}${estimateForm(reader, desk)}`}
${mayWrite && handOut(reader, desk, journey)}`,
  })
}

function notes(reader: StaffReader, { notes: all, definition, mayWrite, dayOf }: ReportDesk): Html {
  const text = reader.words.trialReport
  if (all.length === 0) return html`<p class="govuk-body">${text.desk.none}</p>`
  const action = `/${reader.language}/review/journeys/${definition.id}/report/remove`
  return html`<ol class="govuk-list govuk-list--number govuk-list--spaced">${all.map(
    ({ id, said, about, at }, i) => html`<li data-note="${id}">
${about ? html`<p class="govuk-body">${text.effects.parts[about]}</p><dl class="govuk-list">${sides(reader, said)}</dl>` : html`<p class="govuk-body" lang="${said.language}">${said.text}</p>`}
<p class="govuk-hint">${said.who}, ${dated(reader.language, dayOf(at))}</p>
${
  mayWrite &&
  html`<form method="post" action="${action}" data-form="remove-note"><input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="note" value="${id}">
<button class="govuk-link polku-link-button" type="submit">${text.desk.remove}<span class="govuk-visually-hidden"> ${text.desk.removeOf(i + 1)}</span></button></form>`
}</li>`,
  )}</ol>`
}

function lessonForm(reader: StaffReader, desk: ReportDesk): Html {
  const text = reader.words.trialReport.desk
  return form(
    reader,
    desk,
    'lesson',
    text.lessonTitle,
    html`${written(reader, desk, 'lesson', 'text', text.text)}${who(reader, desk, 'lesson')}`,
  )
}

function estimateForm(reader: StaffReader, desk: ReportDesk): Html {
  const text = reader.words.trialReport.desk
  const { parts } = reader.words.trialReport.effects
  return form(
    reader,
    desk,
    'estimate',
    text.estimateTitle,
    html`${radios({
      ...{ name: 'part', idPrefix: idOf('estimate', 'part'), value: desk.fields.part },
      fieldset: { legend: { text: text.part } },
      errorMessage: errorAt(reader, desk, 'estimate', 'part'),
      items: (Object.keys(PARTS) as Effect[]).map((part) => ({ value: part, text: parts[part] })),
    })}${written(reader, desk, 'estimate', 'today', text.today)}${written(reader, desk, 'estimate', 'proposed', text.proposed)}${written(reader, desk, 'estimate', 'text', text.ground)}${who(reader, desk, 'estimate')}`,
  )
}

type Kind = ReportNote['kind']

function form(reader: StaffReader, { definition }: ReportDesk, kind: Kind, title: string, fields: Html): Html {
  return html`<h2 class="govuk-heading-m">${title}</h2>
<form method="post" action="/${reader.language}/review/journeys/${definition.id}/report" data-form="${kind}" novalidate><input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="kind" value="${kind}">${fields}${button({ text: reader.words.trialReport.desk.save, classes: kind === 'lesson' ? undefined : 'govuk-button--secondary' })}</form>`
}

function written(
  reader: StaffReader,
  desk: ReportDesk,
  kind: Kind,
  field: 'text' | 'today' | 'proposed',
  label: string,
) {
  return textarea({
    ...{ name: field, id: idOf(kind, field), label: { text: label }, rows: field === 'text' ? 4 : 2 },
    value: writtenIn(desk, kind, field),
    errorMessage: errorAt(reader, desk, kind, field),
  })
}

function who(reader: StaffReader, desk: ReportDesk, kind: Kind): Html {
  const text = reader.words.trialReport.desk
  return input({
    ...{ name: 'who', id: idOf(kind, 'who'), label: { text: text.who }, hint: { text: text.whoHint } },
    value: writtenIn(desk, kind, 'who'),
    errorMessage: errorAt(reader, desk, kind, 'who'),
  })
}

function handOut({ language, words }: StaffReader, { definition, hasRelease }: ReportDesk, journey: string): Html {
  const { extract, deposit } = words.trialReport
  return html`<h2 class="govuk-heading-m">${extract.title}</h2><p class="govuk-body">${extract.lead}</p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${definition.id}/extract">${extract.title}</a></p>
<h2 class="govuk-heading-m">${deposit.title}</h2><p class="govuk-body">${deposit.lead}</p>
<p class="govuk-body">${hasRelease ? html`<a class="govuk-link" href="${journey}/deposit.json">${deposit.link}</a>` : deposit.none}</p>`
}

function idOf(kind: Kind, field: string): string {
  return `${kind}-${field}`
}

/** Both forms are on one page: what was written goes back into the one it came from. */
function writtenIn({ fields }: ReportDesk, kind: Kind, field: string): string | undefined {
  return fields.kind === kind ? fields[field] : undefined
}

function errorAt(reader: StaffReader, { fields, errors }: ReportDesk, kind: Kind, field: string) {
  const found = fields.kind === kind ? errors.find((one) => one.field === field) : undefined
  const prefix = reader.words.site.errorPrefix.replace(/:$/, '')
  return found && { text: reader.words.trialReport.desk.errors[found.error], visuallyHiddenText: prefix }
}
