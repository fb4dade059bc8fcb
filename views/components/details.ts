import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type Details = {
  summaryText: Content
  text: Content
  id?: string | undefined
  open?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function details(d: Details): Html {
  return html`<details${attributes({ id: d.id })} class="${classList('govuk-details', d.classes)}"${attributes(d.attributes)}${d.open && html` open`}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${d.summaryText}</span></summary>
<div class="govuk-details__text">${d.text}</div></details>`
}
