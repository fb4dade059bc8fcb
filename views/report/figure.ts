import type { Figures } from '#src/review/report-trial.ts'
import type { Cell } from '../components/table.ts'
import type { Html } from '../html.ts'
import { figureCell, figureIn } from '../review/figure-cell.ts'
import type { Reader } from '../walk/frame.ts'

/** A figure of the report by its name: the page has no number that the report's list does not have. */
export function cellOf(reader: Reader, figures: Figures, name: string): Cell {
  return figureCell(reader, name, found(figures, name))
}

export function inText(reader: Reader, figures: Figures, name: string): Html {
  return figureIn(reader, name, found(figures, name))
}

function found(figures: Figures, name: string) {
  const figure = figures.get(name)
  if (!figure) throw new Error(`the report has no figure ${name}`)
  return figure.value
}
