import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type Tag = { text: Content; classes?: string | undefined; attributes?: Attributes | undefined }

export function tag(t: Tag): Html {
  return html`<strong class="${classList('govuk-tag', t.classes)}"${attributes(t.attributes)}>${t.text}</strong>`
}
