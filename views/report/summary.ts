import type { BriefLine } from '#src/review/brief.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { publicAnswer } from '../response/answer.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'
import { questionText } from '../walk/prompt-words.ts'
import { inText } from './figure.ts'
import { type ReportPage, reportPath } from './report-page.ts'

const MOST = 3

/** One page in plain language for those who took part: what they said and what comes of it. */
export function reportSummaryPage(reader: Reader, page_: ReportPage): Html {
  const { report, definition, steps } = page_
  const { language } = reader
  const text = reader.words.trialReport.summary
  const { brief, figures } = report
  const lines = (all: readonly BriefLine[]) =>
    all.length === 0
      ? html`<p class="govuk-body">${text.none}</p>`
      : html`<ul class="govuk-list govuk-list--bullet">${all.slice(0, MOST).map((line) => html`<li>${questionText(reader, line.prompt)} ${reader.words.brief.counts(line.for, line.against, line.of)}</li>`)}</ul>`
  return page({
    ...readerHere(reader, definition),
    title: `${text.title}: ${plainIn(language, definition.title)}`,
    page: 'report-summary',
    data: { journey: definition.id },
    isTrial: true,
    back: backLink({ href: reportPath(reader, definition), text: text.whole }),
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
<h2 class="govuk-heading-m">${text.asked}</h2><p class="govuk-body">${saidIn(language, brief.trial.plan.mandate)}</p>
<h2 class="govuk-heading-m">${text.people}</h2><p class="govuk-body">${text.started}: ${inText(reader, figures, 'brief/started')}. ${text.spoke}: ${inText(reader, figures, 'brief/spoke')}.</p>
<h2 class="govuk-heading-m">${text.agree}</h2>${lines(brief.holds)}
<h2 class="govuk-heading-m">${text.split}</h2>${lines(brief.divides)}
<h2 class="govuk-heading-m">${text.answers}</h2>
${brief.answers.length === 0 ? html`<p class="govuk-body">${text.noAnswers}</p>` : brief.answers.map((answer) => publicAnswer(reader, { definition, step: steps.get(answer.step) }, answer))}
<p class="govuk-body">${text.own} <a class="govuk-link" href="/${language}/resume">${text.resume}</a></p>`,
  })
}
