import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type Table = {
  caption?: string | undefined
  captionClasses?: string | undefined
  head?: readonly Cell[] | undefined
  rows: readonly (readonly Cell[])[]
  firstCellIsHeader?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type Cell = {
  text?: Content | undefined
  format?: 'numeric' | undefined
  classes?: string | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  /** `data-figure` and the like */
  attributes?: Attributes | undefined
}

export function table(t: Table): Html {
  return html`<table class="${classList('govuk-table', t.classes)}"${attributes(t.attributes)}>
${t.caption && html`<caption class="${classList('govuk-table__caption', t.captionClasses)}">${t.caption}</caption>`}
${t.head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${t.head.map(columnHeader)}</tr></thead>`}
<tbody class="govuk-table__body">
${t.rows.map((row) => html`<tr class="govuk-table__row">${row.map((cell, index) => bodyCell(t, cell, index))}</tr>`)}
</tbody>
</table>`
}

/** A table wider than the page scrolls inside its own frame, which the keyboard reaches and the caption names. */
export function scrollableTable(t: Table & { caption: string }): Html {
  return html`<div class="polku-scroll" role="region" aria-label="${t.caption}" tabindex="0">${table(t)}</div>`
}

function columnHeader(cell: Cell): Html {
  const classes = classList('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)
  return html`<th scope="col" class="${classes}"${spans(cell)}${attributes(cell.attributes)}>${cell.text}</th>`
}

function bodyCell({ firstCellIsHeader }: Table, cell: Cell, index: number): Html {
  const own = [...spans(cell), ...attributes(cell.attributes)]
  if (firstCellIsHeader && index === 0) {
    return html`<th scope="row" class="${classList('govuk-table__header', cell.classes)}"${own}>${cell.text}</th>`
  }
  const classes = classList('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)
  return html`<td class="${classes}"${own}>${cell.text}</td>`
}

function spans({ colspan, rowspan }: Cell): Html[] {
  return attributes({ colspan: colspan?.toString(), rowspan: rowspan?.toString() })
}
