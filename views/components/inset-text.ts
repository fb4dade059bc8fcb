import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type InsetText = {
  text: Content
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function insetText(i: InsetText): Html {
  return html`<div${attributes({ id: i.id })} class="${classList('govuk-inset-text', i.classes)}"${attributes(i.attributes)}>
${i.text}
</div>`
}
