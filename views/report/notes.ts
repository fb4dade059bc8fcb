import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import type { Reader } from '../walk/frame.ts'
import type { ReportPage } from './report-page.ts'

/** What was learned, each with who says so and when. */
export function lessons(reader: Reader, { report, dayOf }: ReportPage): Html {
  const text = reader.words.trialReport
  if (report.lessons.length === 0) return html`<p class="govuk-body">${text.noLessons}</p>`
  return html`<ul class="govuk-list govuk-list--spaced">${report.lessons.map(
    ({ said, at }) =>
      html`<li><p class="govuk-body" lang="${said.language}">${said.text}</p><p class="govuk-hint">${said.who}, ${dated(reader.language, dayOf(at))}</p></li>`,
  )}</ul>`
}
