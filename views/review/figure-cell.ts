import type { Figure } from '#src/review/figure.ts'
import type { StaffReader } from '../account/frame.ts'
import type { Cell } from '../components/table.ts'
import { type Html, html } from '../html.ts'

/** A cell that holds one number and nothing else, or says that it is withheld. */
export function figureCell(reader: Pick<StaffReader, 'words'>, name: string, figure: Figure): Cell {
  return {
    text: numberOrDash(reader, figure),
    format: 'numeric',
    attributes: { 'data-figure': name, 'data-withheld': figure === undefined ? 'true' : undefined },
  }
}

/** The same inside running text. */
export function figureIn(reader: Pick<StaffReader, 'words'>, name: string, figure: Figure): Html {
  if (figure !== undefined) return html`<span data-figure="${name}">${figure}</span>`
  return html`<span data-figure="${name}" data-withheld="true">${numberOrDash(reader, figure)}</span>`
}

function numberOrDash({ words }: Pick<StaffReader, 'words'>, figure: Figure): Html {
  if (figure !== undefined) return html`${figure}`
  return html`<span aria-hidden="true">–</span><span class="govuk-visually-hidden">${words.review.withheld}</span>`
}
