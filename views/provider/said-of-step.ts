import type { Definition } from '#src/journey/definition.ts'
import type { Standing } from '#src/review/confirmations.ts'
import type { Confirmation } from '#src/review/response.ts'
import type { StaffReader } from '../account/frame.ts'
import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import { bodyName } from '../response/names.ts'

/** For designers and the ministry: what each provider of a step has confirmed, corrected or set as a condition. */
export function saidOfStep(reader: StaffReader, definition: Definition, standings: readonly Standing[]): Html {
  const text = reader.words.provider.review
  const said = standings.flatMap((one) => (one.confirmation ? [{ ...one, confirmation: one.confirmation }] : []))
  const item = ({ provider, confirmation, holds }: (typeof said)[number]) =>
    html`<li data-verdict="${confirmation.verdict}" data-provider="${provider}"><strong>${bodyName(reader, definition, provider)}</strong>, ${dated(reader.language, confirmation.on)}: ${confirmationWords(reader, confirmation)}${!holds && html` ${text.version(confirmation.version)}`}</li>`
  return html`<h2 class="govuk-heading-m">${text.title}</h2>
${said.length === 0 ? html`<p class="govuk-body">${text.none}</p>` : html`<ul class="govuk-list govuk-list--spaced">${said.map(item)}</ul>`}`
}

/** What a provider said, all of it. */
export function confirmationWords(
  reader: StaffReader,
  { verdict, text: own, feasibility, condition }: Confirmation,
): Html {
  const text = reader.words.provider
  return html`${text.confirm[verdict]}.${own && html` ${verdict === 'corrected' ? text.review.correction : text.review.remark}: ${own}`}${feasibility && html` ${text.review.feasibility}: ${feasibilityWords(reader, feasibility)}.`}${condition && html` ${text.standing.condition} ${condition}`}`
}

/** Where the journey says "our idea", a provider would say it of somebody else's. */
export function feasibilityWords({ words }: StaffReader, mark: NonNullable<Confirmation['feasibility']>): string {
  return mark === 'idea' ? words.provider.confirm.idea : words.walk.step.feasibility[mark]
}
