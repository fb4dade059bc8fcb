import type { Words } from '#src/journey/definition.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { type StaffReader, staffPage } from './frame.ts'

export type ProvidedJourney = {
  readonly id: string
  readonly title: Words
  readonly provider: Words
  readonly steps: number
}

/** The provider's first page: the journeys in which they do something. */
export function providerPage(reader: StaffReader, journeys: readonly ProvidedJourney[]): Html {
  const { language } = reader
  const text = reader.words.account.provider
  const item = ({ id, title, provider, steps }: ProvidedJourney) =>
    html`<li data-journey="${id}"><a class="govuk-link" href="/${language}/journeys/${id}">${saidIn(language, title)}</a>: ${saidIn(language, provider)}, ${text.steps(steps)}</li>`
  return staffPage(reader, {
    title: text.title,
    page: 'provider',
    here: 'provider',
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${journeys.length > 0 ? text.lead : text.none}</p>
<ul class="govuk-list">${journeys.map(item)}</ul>`,
  })
}
