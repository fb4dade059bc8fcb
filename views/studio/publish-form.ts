import type { Finding } from '#src/journey/finding.ts'
import type { OtherChange } from '#src/studio/other-changes.ts'
import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { attributes } from '../components/content.ts'
import { details } from '../components/details.ts'
import { errorMessage } from '../components/error-message.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { otherChangeList } from './other-changes.ts'
import { type PreviewedChange, preview } from './preview.ts'

export type PublishForm = {
  readonly journey: string
  readonly values: Readonly<Record<string, string>>
  readonly problem: Problem | undefined
  readonly previewed: Previewed | undefined
  /** a finding in the reader's language, and in which language it is said */
  readonly sentence: (finding: Finding) => { readonly text: string; readonly lang: string }
}
/** Why a file is not published yet: `field` is what has to be put right in the form itself. */
export type Problem = {
  readonly text: string
  readonly field: string | undefined
  readonly findings: readonly Finding[]
}
export type Previewed = {
  readonly number: number
  readonly hash: string
  readonly basedOn: number | undefined
  readonly changes: readonly PreviewedChange[]
  readonly others: readonly OtherChange[]
  readonly findings: readonly Finding[]
}

const MOST_FINDINGS = 100
const LANGUAGES = ['fi', 'sv', 'en'] as const

/** Takes a journey file, shows what it would change, and publishes it only after that. */
export function publishForm(reader: StaffReader, form: PublishForm): Html {
  const text = reader.words.studio.form
  const { problem, previewed, values } = form
  const files = html`${fileField(reader, form, text.file, 'file')}
${textarea({ name: 'text', label: { text: text.text }, rows: 12, spellcheck: false, value: values.text, errorMessage: errorAt(reader, problem, 'text') })}
${fileField(reader, form, text.personasFile, 'personas-file')}
${values.personas && textarea({ name: 'personas', label: { text: text.personas }, rows: 6, spellcheck: false, value: values.personas })}`
  return html`<h2 class="govuk-heading-m" id="publish">${previewed ? reader.words.studio.preview.title(previewed.number) : text.title}</h2>
${problem && problemSection(reader, form, problem)}
${!previewed && html`<p class="govuk-body">${text.lead}</p>`}
<form method="post" action="/${reader.language}/studio/journeys/${form.journey}" enctype="multipart/form-data" data-form="publish" novalidate><input type="hidden" name="token" value="${reader.formToken}">
${previewed && html`<input type="hidden" name="seen" value="${previewed.hash}"><input type="hidden" name="basedOn" value="${previewed.basedOn ?? 0}">${otherChangeList(reader, previewed.others)}${preview(reader, previewed.changes)}${remarks(reader, form, previewed.findings)}`}
${previewed ? details({ summaryText: reader.words.studio.preview.files, text: files }) : files}
${LANGUAGES.map((language) =>
  textarea({
    name: `note-${language}`,
    label: { text: `${text.note}, ${text.languages[language]}` },
    rows: 2,
    hint: language === 'fi' ? { text: text.noteHint } : undefined,
    value: values[`note-${language}`],
    attributes: { lang: language },
    errorMessage: errorAt(reader, problem, `note-${language}`),
  }),
)}
<div class="govuk-button-group">${previewed && button({ text: text.publish, name: 'go', value: 'publish' })}${button({ text: text.preview, name: 'go', value: 'preview', classes: previewed ? 'govuk-button--secondary' : undefined })}</div></form>`
}

function fileField(reader: StaffReader, { problem }: PublishForm, text: string, name: string): Html {
  const error = errorAt(reader, problem, name)
  const described = attributes({ 'aria-describedby': error && `${name}-error` })
  return html`<div class="govuk-form-group${error && ' govuk-form-group--error'}"><label class="govuk-label" for="${name}">${text}</label>${error && errorMessage({ ...error, id: `${name}-error` })}<input class="govuk-file-upload${error && ' govuk-file-upload--error'}" id="${name}" name="${name}" type="file" accept=".yaml,.yml,.json"${described}></div>`
}

function errorAt({ words }: StaffReader, problem: Problem | undefined, field: string) {
  if (problem?.field !== field) return undefined
  return { text: problem.text, visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') }
}

function problemSection(reader: StaffReader, form: PublishForm, { text, field, findings }: Problem): Html {
  return html`<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">${reader.words.site.errorSummary}</h2><div class="govuk-error-summary__body"><p>${field ? html`<a href="#${field}">${text}</a>` : text}</p>${findings.length > 0 && findingList(reader, form, findings)}</div></div></div>`
}

function remarks(reader: StaffReader, form: PublishForm, findings: readonly Finding[]): Html | false {
  return (
    findings.length > 0 &&
    details({
      summaryText: `${reader.words.studio.preview.remarks} (${findings.length})`,
      text: findingList(reader, form, findings),
    })
  )
}

/** Each finding with the line it stands on. */
function findingList({ words }: StaffReader, { sentence }: PublishForm, findings: readonly Finding[]): Html {
  const text = words.studio
  const item = (found: Finding) => {
    const { text: said, lang } = sentence(found)
    return html`<li data-finding="${found.code}" data-severity="${found.severity}" data-line="${found.line ?? 1}">${found.file && `${found.file}, `}${text.line(found.line ?? 1)}, ${text.severities[found.severity]}: <span lang="${lang}">${said}</span></li>`
  }
  const left = findings.length - MOST_FINDINGS
  return html`<ul class="govuk-list govuk-list--bullet">${errorsFirst(findings).slice(0, MOST_FINDINGS).map(item)}</ul>${left > 0 && html`<p class="govuk-body">${text.more(left)}</p>`}`
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'note']

/** What keeps the file from being published comes before what is only worth a look. */
function errorsFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
}
