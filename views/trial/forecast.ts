import type { StaffReader } from '../account/frame.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { StudioTrial } from './studio.ts'

/** What every step may expect to hear, with the assumption said. These are no figures of people: nothing is withheld. */
export function forecastSection(reader: StaffReader, { forecast, form }: StudioTrial): Html {
  const text = reader.words.trialPlan.forecast
  const { plan } = form.trial
  const { places } = form.published.journey
  const rows = forecast.map(({ step, walkers, answers }) => [
    {
      text: html`${saidIn(reader.language, places.get(step)?.step.title)}${(plan.weights[step] ?? 1) > 1 && html` (${text.matters})`}`,
    },
    { text: walkers, format: 'numeric' as const, attributes: { 'data-figure': `forecast/${step}/walkers` } },
    { text: answers, format: 'numeric' as const, attributes: { 'data-figure': `forecast/${step}/answers` } },
  ])
  return html`<h2 class="govuk-heading-m" id="forecast">${text.title}</h2>
<p class="govuk-body">${text.lead(plan.walkers)}</p>
<p class="govuk-body">${text.assumption}</p>
${scrollableTable({
  caption: text.title,
  captionClasses: 'govuk-visually-hidden',
  head: [{ text: text.step }, { text: text.walkers, format: 'numeric' }, { text: text.answers, format: 'numeric' }],
  rows,
  firstCellIsHeader: true,
})}`
}
