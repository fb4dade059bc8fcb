import type { Words } from '#src/journey/definition.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'

export type ProvidedJourney = {
  readonly id: string
  readonly title: Words
  readonly provider: string
  readonly name: Words
  readonly steps: number
  /** answers that are asked of it and not yet published */
  readonly asked: number
}

/** The provider's first page: the journeys in which they do something. Whoever looks sees every provider's. */
export function providerHome(reader: StaffReader, journeys: readonly ProvidedJourney[], isLooking: boolean): Html {
  const { language, words } = reader
  const text = words.account.provider
  const query = (provider: string) => (isLooking ? `?provider=${provider}` : '')
  const lead = isLooking ? words.provider.home.look : text.lead
  const item = ({ id, title, provider, name, steps, asked }: ProvidedJourney) =>
    html`<li data-journey="${id}" data-provider="${provider}"><a class="govuk-link" href="/${language}/provider/journeys/${id}${query(provider)}">${saidIn(language, title)}</a>: ${saidIn(language, name)}, ${text.steps(steps)}${asked > 0 && html`. ${words.provider.home.answers(asked)}`}</li>`
  return staffPage(reader, {
    title: text.title,
    page: 'provider',
    here: 'provider',
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${journeys.length > 0 ? lead : text.none}</p>
<ul class="govuk-list govuk-list--spaced">${journeys.map(item)}</ul>`,
  })
}
