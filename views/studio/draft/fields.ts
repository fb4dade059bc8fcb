import type { FieldKind } from '#src/studio/fields.ts'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { errorMessage } from '../../components/error-message.ts'
import { fieldset } from '../../components/fieldset.ts'
import { input } from '../../components/input.ts'
import { type SelectItem, select, selectField } from '../../components/select.ts'
import { textarea } from '../../components/textarea.ts'
import { type Html, html } from '../../html.ts'
import type { Reader } from '../../walk/frame.ts'

export type ShownField = {
  readonly name: string
  readonly is: FieldKind['is']
  readonly label: string
  readonly lang?: string | undefined
  /** the values of its inputs, by their names */
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly options: readonly SelectItem[]
  readonly error?: string | undefined
  /** how long and how hard to read it is, where that is worth a word */
  readonly note?: string | undefined
  /** a condition in plain words */
  readonly reading?: string | undefined
}
export type ShownPart = {
  readonly id: string
  readonly legend: string
  readonly fields: readonly ShownField[]
  /** a press that adds one more of its kind */
  readonly add?: { readonly list: string; readonly text: string } | undefined
  /** it can be taken out and moved */
  readonly item?: string | undefined
  readonly findings: readonly string[]
}

/** A part that is empty is folded: a form shows first what there is to read. */
export function partSection(reader: Reader, part: ShownPart): Html {
  const { fields, add, item, findings, legend } = part
  const body = html`${findings.length > 0 && html`<ul class="govuk-list polku-findings">${findings.map((text) => html`<li>${text}</li>`)}</ul>`}
${grouped(fields).map((group) => (group.length > 1 ? html`<div class="polku-sides">${group.map((field) => fieldOf(reader, field))}</div>` : group.map((field) => fieldOf(reader, field))))}
${item && itemButtons(reader, item, legend)}
${add && button({ text: add.text, name: 'go', value: `add:${add.list}`, classes: 'govuk-button--secondary' })}`
  if (fields.length === 0) return html`<div id="part-${part.id}">${body}</div>`
  const isEmpty = fields.every(({ values, is }) => is !== 'yes' && allEmpty(values))
  if (isEmpty && !add && !item) return details({ summaryText: legend, text: body, id: `part-${part.id}` })
  return html`<section aria-labelledby="part-${part.id}-legend" class="polku-part"><h2 class="govuk-heading-m" id="part-${part.id}-legend">${legend}</h2><div id="part-${part.id}">${body}</div></section>`
}

function allEmpty(values: ShownField['values']): boolean {
  const isWritten = ([name, all]: [string, readonly string[]]) =>
    !name.endsWith('.mode') && all.some((value) => value !== '')
  return !Object.entries(values).some(isWritten)
}

/** The same words in each language stand beside each other. */
function grouped(fields: readonly ShownField[]): readonly (readonly ShownField[])[] {
  const groups: ShownField[][] = []
  for (const field of fields) {
    const last = groups.at(-1)
    const isSame = last?.[0]?.lang !== undefined && field.lang !== undefined && last[0].label === field.label
    if (isSame) last?.push(field)
    else groups.push([field])
  }
  return groups
}

function itemButtons({ words }: Reader, item: string, legend: string): Html {
  const press = (go: 'up' | 'down' | 'remove') =>
    button({
      text: html`${words.draft[go]}<span class="govuk-visually-hidden">: ${legend}</span>`,
      ...{ name: 'go', value: `${go}:${item}`, classes: 'govuk-button--secondary' },
    })
  return html`<div class="govuk-button-group">${press('up')}${press('down')}${press('remove')}</div>`
}

function fieldOf(reader: Reader, field: ShownField): Html {
  const { name, is, values } = field
  const [value = ''] = values[name] ?? []
  const error = errorFor(reader, field)
  const language = field.lang === undefined ? '' : ` (${languageName(reader, field.lang)})`
  const own = {
    ...{ name, value, errorMessage: error, label: { text: `${field.label}${language}` } },
    hint: field.note === undefined ? undefined : { text: field.note },
    attributes: { lang: field.lang === 'fi-x-selko' ? 'fi' : field.lang },
  }
  if (is === 'line' || is === 'list') return input(own)
  if (is === 'text' || is === 'pairs') return textarea({ ...own, rows: 3 })
  if (is === 'day') return input({ ...own, classes: 'govuk-input--width-10' })
  if (is === 'number') return input({ ...own, inputmode: 'decimal', classes: 'govuk-input--width-5' })
  if (is === 'yes') return checkbox(field)
  if (is === 'duration') return durationField(reader, field)
  if (is === 'condition') return conditionField(reader, field)
  if (is === 'settings') return settingsField(reader, field)
  if (is === 'rows') return rowsField(reader, field)
  return select({
    name,
    value,
    errorMessage: error,
    label: { text: field.label },
    items: withNothing(reader, field, value),
  })
}

function languageName({ words }: Reader, language: string): string {
  const names: Readonly<Record<string, string>> = words.draftFields.options
  return names[language] ?? language
}

function errorFor({ words }: Reader, { error }: ShownField) {
  return error === undefined ? undefined : { text: error, visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') }
}

/** A value that is no option any more stays chosen until somebody chooses another. */
function withNothing({ words }: Reader, { options }: ShownField, value: string): readonly SelectItem[] {
  const isKnown = value === '' || options.some((option) => option.value === value)
  const own = isKnown ? [] : [{ value, text: words.draft.asWritten(value) }]
  return [{ value: '', text: words.draft.choose }, ...options, ...own]
}

function checkbox({ name, label, values }: ShownField): Html {
  const isOn = (values[name] ?? []).includes('true')
  return html`<div class="govuk-form-group"><input type="hidden" name="boxes" value="${name}"><div class="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${name}" name="${name}" type="checkbox" value="true"${isOn && html` checked`}><label class="govuk-label govuk-checkboxes__label" for="${name}">${label}</label></div></div></div>`
}

function durationField(reader: Reader, field: ShownField): Html {
  const { name, values } = field
  const text = reader.words.draft.duration
  const [n = ''] = values[`${name}.n`] ?? []
  const [unit = ''] = values[`${name}.unit`] ?? []
  const units = (['D', 'W', 'M', 'Y'] as const).map((one) => ({ value: one, text: text[one] }))
  const isOdd = unit.length > 1
  const items = isOdd ? [...units, { value: unit, text: reader.words.draft.asWritten(unit) }] : units
  return legended(
    reader,
    field,
    html`<div class="polku-row"><label class="govuk-visually-hidden" for="${name}.n">${field.label}, ${text.n}</label><input class="govuk-input govuk-input--width-4" id="${name}.n" name="${name}.n" type="text" inputmode="numeric" value="${n}">
<label class="govuk-visually-hidden" for="${name}.unit">${field.label}, ${text.unit}</label>${selectField(`${name}.unit`, { name: `${name}.unit`, value: unit || 'D', items })}</div>`,
  )
}

/** A row more than there are: the next one comes with the next save. Every row offers all there is, and pages grow with it. */
const SPARE_ROWS = 1

function rowsField(reader: Reader, field: ShownField): Html {
  const { name, values, label } = field
  const rows = [...(values[name] ?? []), ...Array<string>(SPARE_ROWS).fill('')]
  const row = (value: string, index: number) => {
    const id = index === 0 ? name : `${name}-${index + 1}`
    return html`<div class="polku-row"><label class="govuk-visually-hidden" for="${id}">${label} ${index + 1}</label>${selectField(id, { name, value, items: withNothing(reader, field, value) })}</div>`
  }
  return legended(reader, field, html`${rows.map(row)}`)
}

/** Rows of a choice, each with a limit or a value typed beside it where it has one. */
function limitedRows(reader: Reader, field: ShownField): readonly Html[] {
  const { name, values, label } = field
  const text = reader.words.draft.conditions
  const bounds = values[`${name}.bound`] ?? []
  const rows = [...(values[`${name}.row`] ?? []), ...Array<string>(SPARE_ROWS).fill('')]
  return rows.map((value, index) => {
    const id = index === 0 ? name : `${name}-${index + 1}`
    return html`<div class="polku-row"><label class="govuk-visually-hidden" for="${id}">${label}: ${text.row} ${index + 1}</label>${selectField(id, { name: `${name}.row`, value, items: withNothing(reader, field, value) })}
<label class="govuk-visually-hidden" for="${id}.bound">${label}: ${text.bound} ${index + 1}</label><input class="govuk-input govuk-input--width-10" id="${id}.bound" name="${name}.bound" type="text" value="${bounds[index] ?? ''}"></div>`
  })
}

function settingsField(reader: Reader, field: ShownField): Html {
  return legended(reader, field, html`${limitedRows(reader, field)}`)
}

function conditionField(reader: Reader, field: ShownField): Html {
  const { name, values } = field
  const text = reader.words.draft.conditions
  const [mode = 'all'] = values[`${name}.mode`] ?? []
  const modes = (['all', 'any'] as const).map((one) => ({ value: one, text: text[one] }))
  return legended(
    reader,
    field,
    html`<p class="govuk-hint">${text.hint}</p>${limitedRows(reader, field)}
<div class="polku-row"><label class="govuk-label" for="${name}.mode">${text.mode}</label>${selectField(`${name}.mode`, { name: `${name}.mode`, value: mode, items: modes })}</div>
<p class="govuk-hint" data-reading="${name}">${field.reading ? `${reader.words.draft.reading}: ${field.reading}` : reader.words.draft.always}</p>`,
  )
}

function legended(reader: Reader, field: ShownField, inner: Html): Html {
  const error = errorFor(reader, field)
  return html`<div class="govuk-form-group${error && ' govuk-form-group--error'}">${fieldset({
    legend: { text: field.label, classes: 'govuk-fieldset__legend--s' },
    describedBy: error && `${field.name}-error`,
    html: html`${error && errorMessage({ ...error, id: `${field.name}-error` })}${inner}`,
  })}</div>`
}
