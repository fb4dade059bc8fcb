import type { Published } from '#src/journey/library.ts'
import type { WalkMode } from '#src/walk/walk.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { attributes } from '../components/content.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Opinions, opinionBody } from './body.ts'

/** The same page for the staff, who see it always, and the answers of example people and made-up walkers apart. */
export function staffResultsPage(
  reader: StaffReader,
  { version: { definition, journey, number } }: Published,
  of: Opinions & { readonly mode: WalkMode; readonly modes: readonly WalkMode[] },
): Html {
  const text = reader.words.results
  const path = `/${reader.language}/review/journeys/${journey}`
  const mode = (one: WalkMode) =>
    html`<li><a class="govuk-link" href="${path}/opinion?mode=${one}"${attributes({ 'aria-current': one === of.mode ? 'page' : undefined })}>${text.modes[one]}</a></li>`
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(reader.language, definition.title)}`,
    page: 'opinion',
    here: 'review',
    data: { journey, version: String(number), shows: of.opinions.shows },
    back: backLink({ href: path, text: reader.words.review.home.title }),
    body: html`<span class="govuk-caption-l">${saidIn(reader.language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body">${text.staffNote}</p>
<nav class="polku-staff-nav" aria-label="${text.whose}"><ul class="govuk-list">${of.modes.map(mode)}</ul></nav>
${opinionBody(reader, of)}`,
  })
}
