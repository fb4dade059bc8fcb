import { type Burdens, MEASURES, type Measure, type Range, spared } from '#src/walk/burden.ts'
import type { BurdenRange } from '#src/walk/burden-range.ts'
import { type SummaryRow, summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from './frame.ts'

export type Spared = {
  readonly burdens: Burdens
  readonly automatic: { readonly today: number; readonly proposed: number }
  /** over all situations; undefined while they are still being counted */
  readonly range: BurdenRange | undefined
}

/** What a walker would be spared, number by number with what it counts, and beside it the least and the most of all situations. */
export function sparedSection(reader: Reader, { burdens, automatic, range }: Spared): Html {
  const { outcome } = reader.words.walk
  const text = reader.words.paper.spared
  const rows = MEASURES.flatMap((measure) => measureRow(reader, measure, { burdens, range }) ?? [])
  return html`<p class="govuk-body">${text.lead}</p>
${summaryList({ rows: [...rows, { key: outcome.sparedRow.automatic, value: pair(reader, 'automatic', { from: automatic.today, to: automatic.today }, { from: automatic.proposed, to: automatic.proposed }) }] })}
<p class="govuk-hint">${outcome.sparedNote} ${text.waitsNote}${range && html` ${text.everyoneNote(String(range.count), range.cut)}`}</p>`
}

function measureRow(
  { words, ...reader }: Reader,
  measure: Measure,
  of: Omit<Spared, 'automatic'>,
): SummaryRow | undefined {
  const text = words.paper.spared
  const { today, proposed } = of.burdens
  if (!today[measure] && !proposed[measure]) return undefined
  const saved = spared(of.burdens, measure)
  const all = of.range?.spared[measure]
  return {
    key: text[measure],
    value: html`${pair({ words, ...reader }, measure, today[measure], proposed[measure])}${saved && html`<br><strong>${text.saved}: ${figure(`outcome/spared/${measure}`, saved)}</strong>`}${all && html`<br>${text.everyone}: ${figure(`outcome/everyone/${measure}`, all)}`}<br><span class="govuk-hint">${text.counts[measure]}</span>`,
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
