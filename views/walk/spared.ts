import type { Measure, Range } from '#src/walk/burden.ts'
import { type SummaryRow, summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from './frame.ts'

export type Spared = {
  readonly measures: readonly SparedMeasure[]
  readonly automatic: { readonly today: number; readonly proposed: number }
  /** how many were tried; undefined while they are still being counted, or where the walk is but a part of the package */
  readonly situations: { readonly count: number; readonly cut: boolean } | undefined
}
export type SparedMeasure = {
  readonly measure: Measure
  readonly today: Range | undefined
  readonly proposed: Range | undefined
  readonly saved: Range | undefined
  /** what is spared over all situations */
  readonly everyone: Range | undefined
}

/** What a walker would be spared, number by number with what it counts, and beside it the least and the most of all situations. */
export function sparedSection(reader: Reader, { measures, automatic, situations }: Spared): Html {
  const { outcome } = reader.words.walk
  const text = reader.words.paper.spared
  const known = measures.filter(({ today, proposed }) => today || proposed)
  const only = (n: number) => ({ from: n, to: n })
  const last = {
    key: outcome.sparedRow.automatic,
    value: pair(reader, 'automatic', only(automatic.today), only(automatic.proposed)),
  }
  return html`<p class="govuk-body">${text.lead}</p>
${summaryList({ rows: [...known.map((row) => measureRow(reader, row)), last] })}
<p class="govuk-hint">${outcome.sparedNote} ${text.waitsNote}${situations && html` ${text.everyoneNote(String(situations.count), situations.cut)}`}</p>`
}

function measureRow(reader: Reader, { measure, today, proposed, saved, everyone }: SparedMeasure): SummaryRow {
  const text = reader.words.paper.spared
  return {
    key: text[measure],
    value: html`${pair(reader, measure, today, proposed)}${saved && html`<br><strong>${text.saved}: ${figure(`outcome/spared/${measure}`, saved)}</strong>`}${everyone && html`<br>${text.everyone}: ${figure(`outcome/everyone/${measure}`, everyone)}`}<br><span class="govuk-hint">${text.counts[measure]}</span>`,
  }
}

function pair({ words }: Reader, name: string, today: Range | undefined, proposed: Range | undefined): Html {
  const text = words.paper.spared
  return html`${text.now}: ${figure(`outcome/today/${name}`, today)}<br>${text.proposed}: ${figure(`outcome/proposed/${name}`, proposed)}`
}

function figure(name: string, range: Range | undefined): Html | string {
  if (!range) return '–'
  const { from, to } = range
  if (from === to) return html`<span data-figure="${name}">${from}</span>`
  return html`<span data-figure="${name}/from">${from}</span> – <span data-figure="${name}/to">${to}</span>`
}
