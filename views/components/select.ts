import { type Html, html } from '../html.ts'
import { type Attributes, attributes, classList } from './content.ts'
import { type Described, describedBy, formGroup, hintAndError } from './form-group.ts'
import { type Label, label } from './label.ts'

export type Select = Described & {
  name: string
  id?: string | undefined
  label: Omit<Label, 'for'>
  value?: string | undefined
  items: readonly SelectItem[]
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type SelectItem = { value: string; text: string; lang?: string | undefined }

export function select(s: Select): Html {
  const id = s.id ?? s.name
  return formGroup(
    s,
    html`${label({ ...s.label, for: id })}
${hintAndError(id, s)}
${selectField(id, s)}`,
  )
}

/** The field alone, for a row of fields under one legend. */
export function selectField(id: string, s: Omit<Select, 'label'>): Html {
  const own = attributes({
    class: classList('govuk-select', s.classes, s.errorMessage && 'govuk-select--error'),
    id,
    name: s.name,
    'aria-describedby': describedBy(id, s),
    'aria-invalid': s.errorMessage && 'true',
  })
  return html`<select${own}${attributes(s.attributes)}>
${s.items.map((item) => html`<option value="${item.value}"${attributes({ lang: item.lang })}${item.value === (s.value ?? '') && html` selected`}>${item.text}</option>`)}
</select>`
}
