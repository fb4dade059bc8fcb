import type { ThemeSynthesis } from '#src/review/synthesis-words.ts'
import { day } from '../account/moment.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'
import { inText } from './figure.ts'
import type { ReportPage } from './report-page.ts'

/** What people wrote, by themes, as somebody has signed it; nothing where nobody has. */
export function themesSection(reader: Reader, page: ReportPage): Html {
  const { synthesis, figures } = page.report
  const text = reader.words.themes.synthesis
  if (!synthesis?.signature) return html`<p class="govuk-body">${reader.words.trialReport.method.themes}</p>`
  const { name, at, isStale } = synthesis.signature
  const { themes } = reader.words.trialReport
  return html`<p class="govuk-body">${themes.people}: ${inText(reader, figures, 'synthesis/people')}</p>
<p class="govuk-hint">${text.signed(name, day(reader.language, at))}${isStale && ` ${text.stale}`}</p>
${synthesis.themes.map((theme) => themeOf(reader, page, theme))}
<p class="govuk-hint">${text.method}</p>`
}

function themeOf(reader: Reader, { report, steps }: ReportPage, { theme, name, quotes }: ThemeSynthesis): Html {
  const text = reader.words.trialReport.themes
  return html`<h3 class="govuk-heading-m">${saidIn(reader.language, name)}</h3>
<p class="govuk-body">${text.people}: ${inText(reader, report.figures, `theme/${theme}/people`)}. ${text.texts}: ${inText(reader, report.figures, `theme/${theme}/texts`)}.</p>
${quotes.map((quote) => html`<figure class="polku-said"><blockquote class="govuk-inset-text" lang="${quote.language}">${quote.text}</blockquote><figcaption class="govuk-hint">${saidIn(reader.language, steps.get(quote.step)?.title)}</figcaption></figure>`)}`
}
