import type { Here } from '#src/walk/here.ts'
import type { NextJourney } from '#src/walk/next-journey.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { type Reader, walkUrl } from './frame.ts'

/** On the overview, where something has come up that leads on. */
export function nextLink(reader: Reader, here: Here, next: readonly NextJourney[]): Html | false {
  const now = next.filter(({ isNow }) => isNow)
  const text = reader.words.next
  return (
    now.length > 0 &&
    html`<h2 class="govuk-heading-m">${text.title}</h2>
${now.map(({ why, to }) => html`<p class="govuk-body" data-leads-to="${to.version.journey}"><strong>${saidIn(reader.language, to.version.definition.title)}</strong>. ${saidIn(reader.language, why)}</p>`)}
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'next')}">${text.link}</a></p>`
  )
}
