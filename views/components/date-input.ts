import { type Html, html } from '../html.ts'
import { type Attributes, attributes, classList } from './content.ts'
import type { Fieldset } from './fieldset.ts'
import { type Described, fieldGroup } from './form-group.ts'
import { input } from './input.ts'

type Part = 'day' | 'month' | 'year'

const PARTS: readonly { part: Part; width: 2 | 4 }[] = [
  { part: 'day', width: 2 },
  { part: 'month', width: 2 },
  { part: 'year', width: 4 },
]

/** A date in three fields named `${id}-day`, `${id}-month`, `${id}-year`: no calendar, no one order of writing. */
export type DateInput = Described & {
  id: string
  labels: Record<Part, string>
  values?: Partial<Record<Part, string | undefined>> | undefined
  /** the fields an error is about; all of them if it is left out and there is an error */
  wrong?: readonly Part[] | undefined
  autocomplete?: Partial<Record<Part, string>> | undefined
  fieldset?: Fieldset | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function dateInput(d: DateInput): Html {
  const fields = html`<div class="${classList('govuk-date-input', d.classes)}"${attributes(d.attributes)} id="${d.id}">
${PARTS.map(({ part, width }) => field(d, part, width))}
</div>`
  // Role group: JAWS otherwise leaves out the description of a fieldset of text fields.
  return fieldGroup(d.id, { ...d, fieldset: d.fieldset && { ...d.fieldset, role: 'group' } }, fields)
}

function field(d: DateInput, part: Part, width: 2 | 4): Html {
  const isWrong = d.wrong ? d.wrong.includes(part) : d.errorMessage !== undefined
  return html`<div class="govuk-date-input__item">
${input({
  id: `${d.id}-${part}`,
  name: `${d.id}-${part}`,
  label: { text: d.labels[part], classes: 'govuk-date-input__label' },
  classes: classList('govuk-date-input__input', isWrong && 'govuk-input--error', `govuk-input--width-${width}`),
  value: d.values?.[part],
  inputmode: 'numeric',
  autocomplete: d.autocomplete?.[part],
  attributes: { 'aria-invalid': isWrong ? 'true' : undefined },
})}
</div>`
}
