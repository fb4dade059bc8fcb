import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { type Html, html } from '../html.ts'
import { sourcesOf, synthesisPath } from './sources.ts'
import type { SynthesisPage } from './synthesis.ts'
import { hiddenFields } from './themes.ts'

/** What would leave the house, said before the button that sends it. */
export function draftForm(reader: StaffReader, journey: string, { name, host }: { name: string; host: string }): Html {
  const text = reader.words.themes.synthesis.draft
  return html`<h2 class="govuk-heading-m" id="draft">${text.title}</h2>
<p class="govuk-body">${text.sends(host, name)}</p>
<form method="post" action="${synthesisPath(reader, journey)}/draft" data-form="draft-synthesis">${hiddenFields(reader, {})}${button({ text: text.button, classes: 'govuk-button--secondary' })}</form>`
}

/** Sentences that passed, each to be taken or left; and those refused, with why. */
export function draftedSection(
  reader: StaffReader,
  page: SynthesisPage,
  { kept, refused, error }: NonNullable<SynthesisPage['drafted']>,
): Html {
  const text = reader.words.themes.synthesis.draft
  const item = (one: (typeof kept)[number], i: number) =>
    html`<div data-kept="${i}"><p class="govuk-body" lang="${one.language}">${one.text}</p>${sourcesOf(reader, page, one.sources)}${checkboxes({ name: 'drafted', idPrefix: `drafted-${i}`, items: [{ value: JSON.stringify(one.proposed), text: html`${text.keep}<span class="govuk-visually-hidden"> (${i + 1})</span>` }] })}</div>`
  return html`<h2 class="govuk-heading-m">${text.kept}</h2>
${error !== undefined && html`<p class="govuk-body" data-draft-error="yes">${error}</p>`}
${kept.length === 0 ? html`<p class="govuk-body">${text.none}</p>` : kept.map(item)}
${refused.length > 0 && html`<h2 class="govuk-heading-m">${text.refused}</h2><ul class="govuk-list govuk-list--bullet">${refused.map((one) => html`<li data-refused="${one.troubles.join(' ')}"><q>${one.proposed.sentence}</q><br>${one.troubles.map((trouble) => text.troubles[trouble]).join(', ')}</li>`)}</ul>`}`
}
