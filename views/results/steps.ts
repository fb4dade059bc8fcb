import { THRESHOLDS } from '#feedback/opinion-map/thresholds.ts'
import type { Step, StepKey } from '#src/journey/definition.ts'
import type { ResultStep, Results } from '#src/review/opinion-results.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from '../walk/frame.ts'
import { percent } from './shares.ts'
import { stepTitle } from './statement.ts'

/** Of every version: what was said at a step stays when the step is renamed or gone. */
export type Steps = ReadonlyMap<StepKey, Pick<Step, 'title'>>

const COLUMNS = ['common', 'dividing', 'unsure', 'thin'] as const

/** Which steps divide which groups. */
export function stepTable(reader: Reader, steps: Steps, { steps: rows, groups }: Results): Html {
  const text = reader.words.results
  const hasGroups = groups.length > 1
  const head: Cell[] = [
    { text: text.step },
    ...(hasGroups ? [{ text: text.apart }] : []),
    { text: text.statements, format: 'numeric' },
    ...COLUMNS.map((name): Cell => ({ text: text.lists[name], format: 'numeric' })),
  ]
  return html`<section><h2 class="govuk-heading-m" id="steps">${text.steps}</h2>
${hasGroups && html`<p class="govuk-body">${text.stepsLead} ${text.apartRule(percent(THRESHOLDS.apart), THRESHOLDS.ofGroup)}</p>`}
${rows.length === 0 ? html`<p class="govuk-body">${text.none}</p>` : scrollableTable({ caption: text.steps, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head, rows: rows.map((row) => cells(reader, steps, row, hasGroups)) })}</section>`
}

function cells(reader: Reader, steps: Steps, row: ResultStep, hasGroups: boolean): Cell[] {
  const figure = (name: string, n: number): Cell => ({
    text: String(n),
    format: 'numeric',
    attributes: { 'data-figure': `steps/${row.step}/${name}` },
  })
  return [
    { text: stepTitle(reader, steps, row.step) },
    ...(hasGroups ? [{ text: apart(reader, row), attributes: { 'data-apart': row.step } }] : []),
    figure('statements', row.statements),
    ...COLUMNS.map((name) => figure(name, row.lists[name])),
  ]
}

function apart({ words }: Reader, { apart: pairs }: ResultStep): Html | string {
  const text = words.results
  if (pairs.length === 0) return text.nobodyApart
  return html`${pairs.map(({ one, other, on }, i) => html`${i > 0 && html`<br>`}${text.apartPair(one, other, on)}`)}`
}
