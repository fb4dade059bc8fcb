import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type ErrorSummary = {
  titleText: Content
  descriptionText?: Content | undefined
  /** `href` leads to the field: `#` and its id */
  errorList: readonly SummaryError[]
  disableAutoFocus?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type SummaryError = { text: Content; href?: string | undefined; attributes?: Attributes | undefined }

export function errorSummary(s: ErrorSummary): Html {
  const focus = attributes({ 'data-disable-auto-focus': s.disableAutoFocus?.toString() })
  return html`<div class="${classList('govuk-error-summary', s.classes)}"${focus}${attributes(s.attributes)} data-module="govuk-error-summary">
<div role="alert">
<h2 class="govuk-error-summary__title">${s.titleText}</h2>
<div class="govuk-error-summary__body">
${s.descriptionText && html`<p>${s.descriptionText}</p>`}
${s.errorList.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${s.errorList.map(item)}</ul>`}
</div>
</div>
</div>`
}

function item({ href, text, attributes: own }: SummaryError): Html {
  return html`<li>${href ? html`<a href="${href}"${attributes(own)}>${text}</a>` : text}</li>`
}
