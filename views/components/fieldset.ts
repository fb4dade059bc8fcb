import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type Fieldset = {
  legend?: Legend | undefined
  describedBy?: string | undefined
  classes?: string | undefined
  role?: string | undefined
  attributes?: Attributes | undefined
}

export type Legend = { text: Content; classes?: string | undefined; isPageHeading?: boolean | undefined }

export function fieldset(f: Fieldset & { html?: Html | readonly Html[] | undefined }): Html {
  const own = attributes({ role: f.role, 'aria-describedby': f.describedBy })
  return html`<fieldset class="${classList('govuk-fieldset', f.classes)}"${own}${attributes(f.attributes)}>${f.legend && legend(f.legend)}${f.html}</fieldset>`
}

function legend({ text, classes, isPageHeading }: Legend): Html {
  const words = isPageHeading ? html`<h1 class="govuk-fieldset__heading">${text}</h1>` : text
  return html`<legend class="${classList('govuk-fieldset__legend', classes)}">${words}</legend>`
}
