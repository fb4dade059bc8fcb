import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'
import { type ErrorMessage, errorMessage } from './error-message.ts'
import { type Fieldset, fieldset } from './fieldset.ts'
import { type Hint, hint } from './hint.ts'

/** What stands around the fields of every kind. */
export type Described = {
  hint?: Hint | undefined
  errorMessage?: ErrorMessage | undefined
  formGroup?: { classes?: string | undefined; attributes?: Attributes | undefined } | undefined
}

export function formGroup({ errorMessage: error, formGroup: own }: Described, content: Content): Html {
  const classes = classList('govuk-form-group', error && 'govuk-form-group--error', own?.classes)
  return html`<div class="${classes}"${attributes(own?.attributes)}>${content}</div>`
}

/** A group of fields under one legend, if it has one; without it the fields stand alone. */
export function fieldGroup(id: string, d: Described & { fieldset?: Fieldset | undefined }, fields: Html): Html {
  const inner = html`${hintAndError(id, d)}${fields}`
  const described = describedBy(id, d, d.fieldset?.describedBy)
  return formGroup(d, d.fieldset ? fieldset({ ...d.fieldset, describedBy: described, html: inner }) : inner)
}

export function hintAndError(id: string, { hint: said, errorMessage: error }: Described): Html {
  return html`${said && hint({ ...said, id: `${id}-hint` })}${error && errorMessage({ ...error, id: `${id}-error` })}`
}

/** The ids a field is described by, in the order they are read. */
export function describedBy(id: string, d: Described, before?: string, after?: string): string | undefined {
  return classList(before, d.hint && `${id}-hint`, d.errorMessage && `${id}-error`, after) || undefined
}
