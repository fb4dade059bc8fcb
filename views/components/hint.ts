import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type Hint = {
  text: Content
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function hint(h: Hint): Html {
  return html`<div${attributes({ id: h.id })} class="${classList('govuk-hint', h.classes)}"${attributes(h.attributes)}>${h.text}</div>`
}
