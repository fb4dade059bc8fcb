import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type ErrorMessage = {
  text: Content
  /** "Virhe", "Fel", "Error": heard before the message; required, so that no page says it in another language */
  visuallyHiddenText: string
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function errorMessage(m: ErrorMessage): Html {
  return html`<p${attributes({ id: m.id })} class="${classList('govuk-error-message', m.classes)}"${attributes(m.attributes)}>
${m.visuallyHiddenText && html`<span class="govuk-visually-hidden">${m.visuallyHiddenText}:</span> `}${m.text}
</p>`
}
