import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { radios } from '../components/radios.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import { saidIn } from '../said-in.ts'
import type { DeskPage, DeskStep } from './journey.ts'
import { confirmationWords, feasibilityWords } from './said-of-step.ts'

const FEASIBILITIES = ['exists', 'agreed', 'needs_law', 'idea'] as const

/** Confirm or correct how the step is told, how feasible it is, and on what condition. What was said last stands above and in the fields. */
export function confirmForm(reader: StaffReader, page: DeskPage, one: DeskStep, id: string): Html {
  const { language, words, formToken } = reader
  const text = words.provider.confirm
  const typed = page.typed?.key === one.key ? page.typed : undefined
  const values = typed?.fields ?? valuesOf(one)
  const errorAt = (field: string) => {
    const error = typed?.errors[field]
    return error === undefined ? undefined : { text: error, visuallyHiddenText: words.site.errorPrefix }
  }
  const newest = lastSaid(reader, one)
  if (page.isLooking) return html`${newest}`
  return html`${newest}
<form method="post" action="/${language}/provider/journeys/${page.journey}/steps/${one.key}/confirm" data-form="confirm-step" novalidate><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="version" value="${page.version}">
${radios({
  name: 'verdict',
  idPrefix: `verdict-${id}`,
  value: values.verdict,
  fieldset: { legend: { text: text.title, classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt('verdict'),
  items: (['confirmed', 'corrected'] as const).map((value) => ({ value, text: text[value] })),
})}
${textarea({ name: 'text', id: `text-${id}`, rows: 3, value: values.text, label: { text: text.text }, hint: { text: text.textHint }, errorMessage: errorAt('text') })}
${radios({
  name: 'feasibility',
  idPrefix: `feasibility-${id}`,
  value: values.feasibility ?? '',
  fieldset: { legend: { text: text.feasibility, classes: 'govuk-fieldset__legend--s' } },
  items: [
    ...FEASIBILITIES.map((value) => ({ value, text: feasibilityWords(reader, value) })),
    { value: '', text: text.unsaid },
  ],
})}
${textarea({ name: 'condition', id: `condition-${id}`, rows: 2, value: values.condition, label: { text: text.condition }, hint: { text: text.conditionHint }, errorMessage: errorAt('condition') })}
${button({ text: html`${text.button}<span class="govuk-visually-hidden">: ${saidIn(language, one.step.title)}</span>` })}</form>`
}

function lastSaid(reader: StaffReader, { standing }: DeskStep): Html | undefined {
  const text = reader.words.provider.confirm
  if (!standing?.confirmation) return undefined
  const { confirmation, holds } = standing
  return html`<p class="govuk-body" data-confirmed="${confirmation.verdict}">${text.newest}, ${dated(reader.language, confirmation.on)}: ${confirmationWords(reader, confirmation)}${!holds && html` ${text.onVersion(confirmation.version)}`}</p>`
}

/** A correction stands in its field until the next one; whether the changed description is right must be said anew. */
function valuesOf({ standing }: DeskStep): Readonly<Record<string, string | undefined>> {
  const said = standing?.confirmation
  return {
    verdict: standing?.holds ? said?.verdict : undefined,
    text: said?.text ?? '',
    feasibility: said?.feasibility,
    condition: said?.condition ?? '',
  }
}
