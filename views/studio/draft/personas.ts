import type { StaffReader } from '../../account/frame.ts'
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { type Html, html } from '../../html.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'

export type PersonasPage = {
  /** undefined: their text cannot be read */
  readonly people: readonly { readonly id: string; readonly name: string }[] | undefined
  readonly findings: readonly { readonly text: string; readonly lang: string }[]
  /** the draft can be walked as it is */
  readonly canTry: boolean
  readonly problem: string | undefined
}

/** The example people of a draft: who they are, a way to walk it as each of them, and a way to add one. */
export function personasPage(reader: StaffReader, frame: DraftFrame, page: PersonasPage): Html {
  const { words, formToken } = reader
  const text = words.studioForms.personas
  const { people, problem, findings } = page
  const isOpen = frame.state !== 'archived'
  const address = draftPath(reader, frame, '/personas')
  const error = problem && { text: problem, visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') }
  return draftFrame(reader, frame, {
    page: 'personas',
    title: words.draft.pages.personas,
    hasErrors: problem !== undefined,
    body: html`${problem && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: problem, href: '#name' }] })}
<p class="govuk-body-l">${text.lead}</p>
${findings.length > 0 && html`<ul class="govuk-list polku-findings">${findings.map((one) => html`<li lang="${one.lang}">${one.text}</li>`)}</ul>`}
${people === undefined && insetText({ text: text.unreadable })}
${people?.length === 0 && html`<p class="govuk-body">${text.none}</p>`}
${people && people.length > 0 && html`<ul class="govuk-list govuk-list--spaced">${people.map((one) => person(reader, frame, page, one))}</ul>`}
${
  isOpen &&
  people &&
  html`<h2 class="govuk-heading-m">${text.add}</h2>
<form method="post" action="${address}" data-form="add-persona" novalidate><input type="hidden" name="token" value="${formToken}">
${input({ name: 'name', label: { text: text.name }, errorMessage: error || undefined, classes: 'govuk-input--width-20' })}
${button({ text: text.add, name: 'go', value: 'add', classes: 'govuk-button--secondary' })}</form>`
}`,
  })
}

function person(
  reader: StaffReader,
  frame: DraftFrame,
  { canTry }: PersonasPage,
  { id, name }: { readonly id: string; readonly name: string },
): Html {
  const { words, formToken } = reader
  const text = words.studioForms.personas
  const hidden = html`<span class="govuk-visually-hidden">: ${name}</span>`
  const token = html`<input type="hidden" name="token" value="${formToken}">`
  const trying = html`<form method="post" action="${draftPath(reader, frame, '/try')}" data-form="try" data-persona="${id}">${token}<input type="hidden" name="as" value="${id}"><button type="submit" class="polku-link-button">${text.tryAs}${hidden}</button></form>`
  const removing = html`<form method="post" action="${draftPath(reader, frame, '/personas')}" data-form="remove-persona" data-persona="${id}">${token}<button type="submit" name="go" value="remove:${id}" class="polku-link-button">${text.remove}${hidden}</button></form>`
  return html`<li data-persona="${id}"><a class="govuk-link" href="${draftPath(reader, frame, `/personas/${id}`)}">${name}</a> <div class="polku-row">${canTry && trying} ${frame.state !== 'archived' && removing}</div></li>`
}
