import { type Html, html } from '../html.ts'
import type { SummaryRow } from './summary-list.ts'

/**
 * Looks like a summary list without links to change anything. A step's page has a dozen such lines, and the names of
 * the upstream parts alone would weigh a tenth of it.
 */
export function termList(rows: readonly Pick<SummaryRow, 'key' | 'value'>[]): Html {
  return html`<dl class="polku-terms">${rows.map(({ key, value }) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`)}</dl>`
}
