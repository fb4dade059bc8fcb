import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type WarningText = {
  text: Content
  /** what the sign is called by those who do not see it; required, so that no page says it in another language */
  iconFallbackText: string
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function warningText(w: WarningText): Html {
  return html`<div class="${classList('govuk-warning-text', w.classes)}"${attributes(w.attributes)}>
<span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${w.iconFallbackText}</span> ${w.text}</strong>
</div>`
}
