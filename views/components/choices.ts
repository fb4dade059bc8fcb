import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'
import type { Fieldset } from './fieldset.ts'
import { type Described, fieldGroup } from './form-group.ts'
import { type Hint, hint } from './hint.ts'
import { label } from './label.ts'

export type Choices = Described & {
  name: string
  /** the id of the first field, where an error leads; the name if left out */
  idPrefix?: string | undefined
  fieldset?: Fieldset | undefined
  items: readonly (Choice | Divider)[]
  /** `govuk-radios--inline` and the like */
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type Choice = {
  value: string
  text: Content
  id?: string | undefined
  name?: string | undefined
  hint?: Omit<Hint, 'id'> | undefined
  label?: { classes?: string | undefined; attributes?: Attributes | undefined } | undefined
  checked?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export type Divider = { divider: Content }

/** What tells radios and checkboxes apart. */
type Kind = {
  block: 'govuk-radios' | 'govuk-checkboxes'
  type: 'radio' | 'checkbox'
  isChosen: (value: string) => boolean
  /** ids every single field is described by */
  describedBy?: string | undefined
}

export function choices(c: Choices, kind: Kind): Html {
  const idPrefix = c.idPrefix ?? c.name
  const items = c.items.map((item, index) => choiceOrDivider(item, { c, kind, id: numbered(idPrefix, index) }))
  return fieldGroup(
    idPrefix,
    c,
    html`<div class="${classList(kind.block, c.classes)}"${attributes(c.attributes)}>${items}</div>`,
  )
}

/** The first id has no number: an error summary can then lead to it by the name alone. */
function numbered(idPrefix: string, index: number): string {
  return index === 0 ? idPrefix : `${idPrefix}-${index + 1}`
}

type Place = { c: Choices; kind: Kind; id: string }

function choiceOrDivider(item: Choice | Divider, place: Place): Html {
  return 'divider' in item ? html`<div class="${place.kind.block}__divider">${item.divider}</div>` : choice(item, place)
}

function choice(item: Choice, { c, kind, id: numberedId }: Place): Html {
  const id = item.id ?? numberedId
  const hintId = item.hint && `${id}-item-hint`
  const described = attributes({ 'aria-describedby': classList(kind.describedBy, hintId) || undefined })
  const isChecked = item.checked ?? kind.isChosen(item.value)
  return html`<div class="${kind.block}__item"><input class="${kind.block}__input" id="${id}" name="${item.name ?? c.name}" type="${kind.type}" value="${item.value}"${isChecked && html` checked`}${item.disabled && html` disabled`}${described}${attributes(item.attributes)}>${label({ ...item.label, text: item.text, classes: classList(`${kind.block}__label`, item.label?.classes), for: id })}${item.hint && hint({ ...item.hint, id: hintId, classes: classList(`${kind.block}__hint`, item.hint.classes) })}</div>`
}
