import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'
import { type Described, describedBy, formGroup, hintAndError } from './form-group.ts'
import { hint } from './hint.ts'
import { type Label, label } from './label.ts'

export type Textarea = Described & {
  name: string
  id?: string | undefined
  label: Omit<Label, 'for'>
  value?: string | undefined
  rows?: number | undefined
  /** how long the text may be, in words; no maxlength attribute, which would cut a pasted text in silence */
  limit?: Content | undefined
  autocomplete?: string | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  describedBy?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function textarea(t: Textarea): Html {
  const id = t.id ?? t.name
  return formGroup(
    t,
    html`${label({ ...t.label, for: id })}
${hintAndError(id, t)}
${field(id, t)}
${t.limit && hint({ text: t.limit, id: `${id}-limit`, classes: 'polku-limit' })}`,
  )
}

function field(id: string, t: Textarea): Html {
  const own = attributes({
    class: classList('govuk-textarea', t.errorMessage && 'govuk-textarea--error', t.classes),
    id,
    name: t.name,
    rows: (t.rows ?? 5).toString(),
    spellcheck: t.spellcheck?.toString(),
    'aria-describedby': describedBy(id, t, t.describedBy, t.limit ? `${id}-limit` : undefined),
    'aria-invalid': t.errorMessage && 'true',
    autocomplete: t.autocomplete,
  })
  // A browser drops the first line break of a textarea: without this one, a text that begins with one would lose it.
  return html`<textarea${own}${t.disabled && html` disabled`}${attributes(t.attributes)}>
${t.value}</textarea>`
}
