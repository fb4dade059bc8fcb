import type { Words } from '#src/journey/definition.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { type StaffReader, staffPage } from './frame.ts'

export type StudioJourney = { readonly id: string; readonly title: Words; readonly version: number }

/** The designer's first page: what can be walked, as the citizen meets it and as the figures tell it. */
export function studioPage(reader: StaffReader, journeys: readonly StudioJourney[]): Html {
  const { language } = reader
  const text = reader.words.account.studio
  const item = ({
    id,
    title,
    version,
  }: StudioJourney) => html`<li data-journey="${id}"><h2 class="govuk-heading-m">${saidIn(language, title)}, ${text.version(version)}</h2>
<p class="govuk-body"><a class="govuk-link" href="/${language}/journeys/${id}">${text.open}<span class="govuk-visually-hidden">: ${saidIn(language, title)}</span></a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/studio/journeys/${id}">${reader.words.studio.open}<span class="govuk-visually-hidden">: ${saidIn(language, title)}</span></a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${id}">${text.figures}<span class="govuk-visually-hidden">: ${saidIn(language, title)}</span></a></p></li>`
  return staffPage(reader, {
    title: text.title,
    page: 'studio',
    here: 'studio',
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${journeys.length > 0 ? text.lead : text.none}</p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/studio/trials">${reader.words.account.nav.trials}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/studio/drafts">${reader.words.draft.list.title}</a></p>
<ul class="govuk-list">${journeys.map(item)}</ul>`,
  })
}
