import { stringify } from 'csv-stringify/sync'
import type { Figure } from './figure.ts'
import type { PromptRow } from './prompt-report.ts'
import { COLUMNS, type StepRow } from './step-report.ts'

/** A row a step and version. A withheld figure is an empty cell, zero is 0; several providers stand with a space between. */
export function stepsCsv(rows: readonly StepRow[]): string {
  return csv(
    ['version', 'track', 'step', 'provider', ...COLUMNS],
    rows.map(({ version, track, step, providers, figures }) => [
      String(version),
      track,
      step.id,
      providers.join(' '),
      ...COLUMNS.map((column) => cell(figures[column])),
    ]),
  )
}

/** A row a prompt and option. An open question has one row with an empty option: how many wrote, of those it was shown to. */
export function promptsCsv(rows: readonly PromptRow[]): string {
  return csv(
    ['version', 'track', 'step', 'prompt', 'kind', 'option', 'n', 'of'],
    rows.flatMap(({ version, key, prompt, of, options }) =>
      options.map(({ option, n }) => [
        String(version),
        ...key.split('/'),
        prompt.id,
        prompt.kind,
        option,
        cell(n),
        cell(of),
      ]),
    ),
  )
}

// A spreadsheet takes a text that begins with = + - @ for a formula and runs it.
function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([header, ...rows], { escape_formulas: true })
}

function cell(figure: Figure): string {
  return figure === undefined ? '' : String(figure)
}
