import type { Definition, Step } from '#src/journey/definition.ts'
import type { Registered } from '#src/review/responses-of.ts'
import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { choose } from './choose.ts'
import { aboutShare, bodyName } from './names.ts'
import { responsesTable } from './register.ts'

export type OpeningPlace = {
  readonly journey: string
  readonly key: string
  readonly definition: Definition
  readonly step: Step
  /** answers to this step so far */
  readonly here: readonly Registered[]
  /** the form's own key, for those who may answer */
  readonly form:
    | { readonly key: string; readonly nearest: readonly string[]; readonly others: readonly string[] }
    | undefined
}

const FORM = 'answer-contribution'

/** The answers to a step so far, and the form that begins a new one. The words it answers are chosen beside them. */
export function openingSection(reader: StaffReader, place: OpeningPlace): Html {
  const text = reader.words.response
  const address = `/${reader.language}/review/journeys/${place.journey}/answers`
  const rows = place.here.map((one) => ({ ...one, step: place.step }))
  return html`<h2 class="govuk-heading-m">${text.opening.here}</h2>
${rows.length === 0 ? html`<p class="govuk-body">${text.opening.none}</p>` : responsesTable(reader, { definition: place.definition, rows }, place.form && address)}
${place.form && openingForm(reader, place, place.form, address)}`
}

/** Belongs to the form of the page wherever it stands: forms of moderation stand around it. */
export function chooseWords({ words }: StaffReader, id: string, n: number): Html {
  return html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="answer-${id}" name="contribution" value="${id}" form="${FORM}"><label class="govuk-label govuk-checkboxes__label" for="answer-${id}">${words.response.opening.choose(n)}</label></div></div>`
}

function openingForm(
  reader: StaffReader,
  place: OpeningPlace,
  form: NonNullable<OpeningPlace['form']>,
  address: string,
): Html {
  const text = reader.words.response.opening
  const item = (body: string) => ({ value: body, text: bodyName(reader, place.definition, body) })
  const shares = (place.step.shares ?? []).map(({ id }) => ({
    value: id,
    text: aboutShare(reader, place.definition, place.step, id) ?? id,
  }))
  return html`<form method="post" action="${address}" data-form="${FORM}" id="${FORM}"><h2 class="govuk-heading-m">${text.title}</h2><p class="govuk-body">${text.lead}</p>
<input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="key" value="${form.key}"><input type="hidden" name="step" value="${place.key}">
${shares.length > 0 && choose('answer-share', 'share', text.share, '', [{ value: '', text: text.wholeStep }, ...shares])}
${checkboxes({ name: 'body', values: ['ministry'], fieldset: { legend: { text: text.bodies, classes: 'govuk-fieldset__legend--s' } }, hint: { text: text.bodiesHint }, items: form.nearest.map(item) })}
${form.others.length > 0 && details({ summaryText: text.others, text: checkboxes({ name: 'body', idPrefix: 'body-other', fieldset: { legend: { text: text.others, classes: 'govuk-visually-hidden' } }, items: form.others.map(item) }) })}
${button({ text: text.button, preventDoubleClick: true })}</form>`
}
