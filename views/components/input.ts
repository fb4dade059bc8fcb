import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'
import { type Described, describedBy, formGroup, hintAndError } from './form-group.ts'
import { type Label, label } from './label.ts'

export type Input = Described & {
  name: string
  id?: string | undefined
  label: Omit<Label, 'for'>
  value?: string | number | undefined
  type?: string | undefined
  inputmode?: string | undefined
  autocomplete?: string | undefined
  autocapitalize?: string | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  describedBy?: string | undefined
  prefix?: Affix | undefined
  suffix?: Affix | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

type Affix = { text: Content; classes?: string | undefined; attributes?: Attributes | undefined }

export function input(i: Input): Html {
  const id = i.id ?? i.name
  return formGroup(
    i,
    html`${label({ ...i.label, for: id })}
${hintAndError(id, i)}
${wrapped(i, field(id, i))}`,
  )
}

function field(id: string, i: Input): Html {
  const own = attributes({
    class: classList('govuk-input', i.classes, i.errorMessage && 'govuk-input--error'),
    id,
    name: i.name,
    type: i.type ?? 'text',
    spellcheck: i.spellcheck?.toString(),
    value: i.value?.toString(),
    'aria-describedby': describedBy(id, i, i.describedBy),
    // Not in GOV.UK's markup; screen readers then say at the field itself that it needs another look.
    'aria-invalid': i.errorMessage && 'true',
    autocomplete: i.autocomplete,
    autocapitalize: i.autocapitalize,
    inputmode: i.inputmode,
  })
  return html`<input${own}${i.disabled && html` disabled`}${attributes(i.attributes)}>`
}

function wrapped({ prefix, suffix }: Input, own: Html): Html {
  if (!prefix && !suffix) return own
  return html`<div class="govuk-input__wrapper">${affix('prefix', prefix)}${own}${affix('suffix', suffix)}</div>`
}

function affix(side: 'prefix' | 'suffix', part: Affix | undefined): Html | undefined {
  if (!part) return undefined
  const classes = classList(`govuk-input__${side}`, part.classes)
  return html`<div class="${classes}" aria-hidden="true"${attributes(part.attributes)}>${part.text}</div>`
}
