import type { Published } from '#src/journey/library.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'
import { type Opinions, opinionBody } from './body.ts'

/** The results of a journey, for everyone: what may be shown now, and why not more. */
export function resultsPage(
  reader: Reader,
  { version: { definition, journey, number } }: Published,
  of: Opinions,
): Html {
  const text = reader.words.results
  return page({
    ...readerHere(reader, definition),
    title: `${text.title}: ${plainIn(reader.language, definition.title)}`,
    page: 'results',
    data: { journey, version: String(number), shows: of.opinions.shows },
    isTrial: true,
    quickExit: definition.quick_exit,
    back: backLink({ href: `/${reader.language}/journeys/${journey}`, text: text.toJourney }),
    body: html`<span class="govuk-caption-l">${saidIn(reader.language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
${opinionBody(reader, of)}`,
  })
}
