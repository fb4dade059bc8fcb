import { type Html, html } from '../html.ts'
import { type Reader, walkUrl } from './frame.ts'

/** At the end a short round of statements is offered where any are left: never asked for, and nothing waits for it. */
export function roundOffer(reader: Reader, walk: string, hasMore: boolean): Html | false {
  const text = reader.words.statements
  return (
    hasMore &&
    html`<section data-round><h2 class="govuk-heading-m">${text.round}</h2>
<p class="govuk-body">${text.roundLead}</p>
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, walk, 'statements')}?round=0">${text.roundLink}</a></p></section>`
  )
}
