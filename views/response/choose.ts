import { label } from '../components/label.ts'
import { type Html, html } from '../html.ts'

export type Option = { readonly value: string; readonly text: string }

/** A choice of one from a list that may be long. */
export function choose(id: string, name: string, title: string, chosen: string, options: readonly Option[]): Html {
  return html`<div class="govuk-form-group">${label({ text: title, for: id })}
<select class="govuk-select" id="${id}" name="${name}">${options.map(
    ({ value, text }) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )}</select></div>`
}
