import type { Outside, StepKey } from '#src/journey/definition.ts'
import type { Here } from '#src/walk/here.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { plainIn } from '../said-in.ts'
import { type Reader, stepUrl, walkPage } from './frame.ts'
import { frameOf } from './overview.ts'

export type OutsidePage = {
  readonly key: StepKey
  readonly outside: Outside
  /** the reader has read what goes there and wants to see it on this page */
  readonly isOpen: boolean
}

/** On the step: that there is a conversation elsewhere, and the way to what is to be known first. */
export function outsideLine(reader: Reader, here: Here, key: StepKey, { name }: Outside): Html {
  const text = reader.words.outside
  return html`<p class="govuk-body" data-outside>${text.line(name)} <a class="govuk-link" href="${stepUrl(reader, here.walk.id, key)}/outside">${text.read}</a></p>`
}

/** What goes to the other service and what does not; then the conversation itself, if it is asked for. */
export function outsidePage(reader: Reader, here: Here, { key, outside, isOpen }: OutsidePage): Html {
  const { language, words } = reader
  const text = words.outside
  const title = text.title(outside.name)
  const step = here.journey.places.get(key)?.step
  const address = stepUrl(reader, here.walk.id, key)
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title,
    page: 'outside',
    back: backLink({ href: address, text: plainIn(language, step?.title) }),
    body: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">${text.lead}</p>
<h2 class="govuk-heading-m">${text.goes}</h2>
<ul class="govuk-list govuk-list--bullet"><li>${text.address}</li><li>${text.said}</li></ul>
<h2 class="govuk-heading-m">${text.stays}</h2>
<ul class="govuk-list govuk-list--bullet"><li>${text.told}</li><li>${text.from}</li></ul>
<p class="govuk-body">${text.apart}</p>
${!isOpen && html`<p class="govuk-body"><a class="govuk-link" href="${address}/outside?open=1#conversation">${text.here}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="${outside.url}" target="_blank" rel="noreferrer noopener">${text.window}</a></p>
${isOpen && html`<p class="govuk-body" id="conversation">${text.script}</p><iframe class="polku-outside" src="${outside.url}" title="${title}" referrerpolicy="no-referrer" sandbox="allow-scripts allow-same-origin allow-forms"></iframe>`}`,
  })
}
