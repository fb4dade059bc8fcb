import type { Version } from '#src/journey/version-store.ts'
import type { Figure } from '#src/review/figure.ts'
import type { Column, StepRow } from '#src/review/step-report.ts'
import type { StaffReader } from '../account/frame.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { bars } from './bars.ts'
import { figureCell } from './figure-cell.ts'

/** Named one by one, so that a new column does not compile before it stands here. */
const COLUMNS: { readonly [C in Column]: true } = {
  reached: true,
  shown: true,
  answered: true,
  skipped: true,
  left: true,
  set_aside: true,
}
const columns = Object.keys(COLUMNS) as Column[]

export type StepTables = {
  readonly version: Version
  readonly rows: readonly StepRow[]
  readonly href: (row: StepRow) => string
}

/** A table a strand: every step in order, each figure under what it is counted of. */
export function stepTables(reader: StaffReader, { version, rows, href }: StepTables): Html {
  const { language, words } = reader
  const text = words.review.journey
  const most = Math.max(0, ...rows.map(({ figures }) => figures.reached ?? 0))
  const head: readonly Cell[] = [
    { text: text.step },
    { text: text.picture },
    ...columns.map((column): Cell => ({ text: text.columns[column], format: 'numeric' })),
  ]
  const tracks = Object.entries(version.definition.tracks).filter(([id]) => rows.some(({ track }) => track === id))
  if (tracks.length === 0) return html`<p class="govuk-body">${text.noRows}</p>`
  return html`${tracks.map(([id, { title }]) =>
    scrollableTable({
      caption: plainIn(language, title),
      captionClasses: 'govuk-table__caption--m',
      head,
      rows: rows.filter(({ track }) => track === id).map((row) => stepCells(reader, row, href(row), most)),
      firstCellIsHeader: true,
    }),
  )}`
}

function stepCells(reader: StaffReader, row: StepRow, href: string, most: number): readonly Cell[] {
  const { reached, shown, answered } = row.figures
  return [
    {
      text: html`<a class="govuk-link" href="${href}" data-step-link="${row.key}">${saidIn(reader.language, row.step.title)}</a>`,
    },
    { text: bars([reached, shown, answered], most) },
    ...figureCells(reader, row),
  ]
}

/** The figures of one step, as cells under `columnHeads`. */
export function figureCells(reader: StaffReader, { version, key, figures }: StepRow): readonly Cell[] {
  return columns.map((column) => figureCell(reader, `${version}/${key}/${column}`, figures[column]))
}

export function columnHeads({ words }: StaffReader): readonly Cell[] {
  return columns.map((column) => ({ text: words.review.journey.columns[column], format: 'numeric' }))
}

/** Links to the steps that stand out, each with its figure. */
export function standingOut(
  { language }: StaffReader,
  title: string,
  steps: readonly { readonly row: StepRow; readonly href: string; readonly figure: Figure }[],
): Html | undefined {
  if (steps.length === 0) return undefined
  return html`<p class="govuk-body">${title}: ${steps.map(
    ({ row, href, figure }, i) =>
      html`${i > 0 && ', '}<a class="govuk-link" href="${href}">${saidIn(language, row.step.title)}</a> (${figure ?? '–'})`,
  )}</p>`
}
