import type { Part } from '#src/review/response-form.ts'
import type { StaffReader } from '../account/frame.ts'
import { dateInput } from '../components/date-input.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { choose } from './choose.ts'
import type { EditPage } from './edit.ts'

const LANGUAGES = ['fi', 'sv', 'en'] as const

/** The fields of an answer that its writer may fill in, in the order in which an answer is thought. */
export function responseFields(reader: StaffReader, page: EditPage): Html {
  const fields: { readonly [P in Part]: () => Html } = {
    said: () => wordsFields(reader, page, 'said', 2),
    decision: () => decisionFields(reader, page),
    due: () => dueField(reader, page),
    versions: () => versionField(reader, page),
  }
  return html`${page.parts.map((part) => fields[part]())}`
}

function wordsFields(reader: StaffReader, page: EditPage, name: 'said' | 'reason', rows: number): Html {
  const text = reader.words.response.edit
  const hint = name === 'said' ? text.saidHint : text.reasonHint
  return html`<fieldset class="govuk-fieldset" aria-describedby="${name}-about"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${text[name]}</legend><p class="govuk-hint" id="${name}-about">${hint}</p>${LANGUAGES.map(
    (language) => {
      const field = `${name}-${language}`
      return textarea({
        name: field,
        rows,
        value: page.values[field],
        label: { text: html`<span class="govuk-visually-hidden">${text[name]}, </span>${text.languages[language]}` },
        errorMessage: errorAt(reader, page, field),
        attributes: { lang: language },
      })
    },
  )}</fieldset>`
}

function decisionFields(reader: StaffReader, page: EditPage): Html {
  const text = reader.words.response.edit
  const { states } = reader.words.response
  return html`${radios({
    name: 'state',
    value: page.values.state,
    fieldset: { legend: { text: text.state, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorAt(reader, page, 'state'),
    items: page.states.map((state) => ({ value: state, text: states[state] })),
  })}
${wordsFields(reader, page, 'reason', 4)}
${input({ name: 'whose', value: page.values.whose, label: { text: text.whose }, hint: { text: text.whoseHint }, errorMessage: errorAt(reader, page, 'whose') })}
${input({ name: 'evidence', type: 'url', value: page.values.evidence, label: { text: text.evidence }, hint: { text: text.evidenceHint }, errorMessage: errorAt(reader, page, 'evidence') })}`
}

function dueField(reader: StaffReader, page: EditPage): Html {
  const text = reader.words.response.edit
  return dateInput({
    id: 'due',
    labels: { day: text.day, month: text.month, year: text.year },
    values: { day: page.values['due-day'], month: page.values['due-month'], year: page.values['due-year'] },
    fieldset: { legend: { text: text.due, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorAt(reader, page, 'due-day'),
  })
}

function versionField({ words }: StaffReader, { values, versions, response }: EditPage): Html {
  const text = words.response.edit
  const later = versions.filter((number) => number > response.fromVersion)
  return choose('to-version', 'to-version', text.toVersion, values['to-version'] ?? '', [
    { value: '', text: text.noVersion },
    ...later.map((number) => ({ value: String(number), text: text.version(number) })),
  ])
}

function errorAt({ words }: StaffReader, { errors }: EditPage, field: string) {
  const text = errors[field]
  return text === undefined ? undefined : { text, visuallyHiddenText: words.site.errorPrefix }
}
