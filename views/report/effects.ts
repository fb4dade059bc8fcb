import type { EffectPart, Measured } from '#src/review/effects.ts'
import type { ReportNote } from '#src/review/report-notes.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import type { Reader } from '../walk/frame.ts'
import { inText } from './figure.ts'
import type { ReportPage } from './report-page.ts'

/** The before/after frame of impact assessment: what was measured and what somebody estimates, under headings of their own. */
export function effectsSection(reader: Reader, page: ReportPage): Html {
  const text = reader.words.trialReport.effects
  return html`<p class="govuk-body">${text.lead} ${text.burdenNote}</p>
${page.report.effects.map(
  (part) => html`<h3 class="govuk-heading-m" data-effect="${part.part}">${text.parts[part.part]}</h3>
${measured(reader, page, part)}${estimates(reader, page, part)}`,
)}`
}

function measured(reader: Reader, page: ReportPage, { part, measured: all }: EffectPart): Html {
  const text = reader.words.trialReport.effects
  const rows = all.filter(({ today, proposed, inTrial }) => today || proposed || inTrial !== undefined)
  if (rows.length === 0) return html`<p class="govuk-body">${text.measured}: ${text.notMeasured}</p>`
  const isOfTrial = rows.every(({ inTrial }) => inTrial !== undefined)
  const heads = isOfTrial ? [text.inTrial] : [text.now, text.proposed]
  return scrollableTable({
    caption: `${text.measured}: ${text.parts[part]}`,
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: text.what }, ...heads.map((words): Cell => ({ text: words, format: 'numeric' }))],
    rows: rows.map((row) => [
      { text: text.measures[row.name] },
      ...(isOfTrial
        ? [number(inText(reader, page.report.figures, `effects/${part}/${row.name}/trial`))]
        : (['today', 'proposed'] as const).map((side) => number(rangeOf(reader, page, part, row, side)))),
    ]),
    firstCellIsHeader: true,
  })
}

function number(text: Html | string): Cell {
  return { text, format: 'numeric' }
}

function rangeOf(reader: Reader, { report }: ReportPage, part: string, row: Measured, side: 'today' | 'proposed') {
  const range = row[side]
  const path = `effects/${part}/${row.name}/${side}`
  if (!range) return reader.words.trialReport.effects.unknown
  const from = inText(reader, report.figures, `${path}/from`)
  return range.from === range.to ? from : html`${from}–${inText(reader, report.figures, `${path}/to`)}`
}

function estimates(reader: Reader, { dayOf }: ReportPage, { estimates: all }: EffectPart): Html | undefined {
  const text = reader.words.trialReport.effects
  if (all.length === 0) return undefined
  return html`<h4 class="govuk-heading-s">${text.estimated}</h4><ul class="govuk-list govuk-list--spaced">${all.map(
    ({ said, at }) =>
      html`<li data-estimate><dl class="govuk-list">${sides(reader, said)}</dl><p class="govuk-hint">${said.who}, ${dated(reader.language, dayOf(at))}</p></li>`,
  )}</ul>`
}

export function sides(reader: Reader, { today, proposed, text: ground, language }: ReportNote['said']): Html {
  const text = reader.words.trialReport.effects
  const lines = [
    { name: text.now, said: today },
    { name: text.proposed, said: proposed },
    { name: text.ground, said: ground },
  ]
  return html`${lines.flatMap(({ name, said }) => (said === undefined ? [] : html`<dt><strong>${name}</strong></dt><dd lang="${language}">${said}</dd>`))}`
}
