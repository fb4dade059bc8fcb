import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type Label = {
  text: Content
  for?: string | undefined
  classes?: string | undefined
  /** the question is the page's h1 */
  isPageHeading?: boolean | undefined
  attributes?: Attributes | undefined
}

export function label(l: Label): Html {
  const own = html`<label class="${classList('govuk-label', l.classes)}"${attributes(l.attributes)}${attributes({ for: l.for })}>${l.text}</label>`
  return l.isPageHeading ? html`<h1 class="govuk-label-wrapper">${own}</h1>` : own
}
