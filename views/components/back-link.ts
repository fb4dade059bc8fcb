import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

type BackLink = { text: Content; href: string; classes?: string | undefined; attributes?: Attributes | undefined }

export function backLink(link: BackLink): Html {
  return html`<a href="${link.href}" class="${classList('govuk-back-link', link.classes)}"${attributes(link.attributes)}>${link.text}</a>`
}
