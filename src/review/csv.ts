import { stringify } from 'csv-stringify/sync'
import type { Figure } from './figure.ts'
import type { PromptRow } from './prompt-report.ts'
import type { StepWays } from './read-variants.ts'
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

/**
 * A row a prompt and option. An open question has one row with an empty option: how many wrote, of those it was shown to.
 * A weighed proposition has a row a bin of stances, and a row a reason: how many took it, of those who saw it.
 */
export function promptsCsv(rows: readonly PromptRow[]): string {
  return csv(
    ['version', 'track', 'step', 'prompt', 'kind', 'option', 'n', 'of'],
    rows.flatMap(({ version, key, prompt, of: people, options, weighing }) =>
      [
        ...options.map(({ option, n }) => ({ option, n, of: people })),
        ...(weighing?.reasons ?? []).map(({ reason, adopted, exposed }) => ({
          option: reason,
          n: adopted,
          of: exposed,
        })),
      ].map(({ option, n, of }) => [
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

/** A row a measure of a step told in two ways: the figures and sentences of its page. Shares are between -1 and 1. */
export function variantsCsv({ published, key, measures }: StepWays): string {
  const header = [
    'version',
    'step',
    'measure',
    'first',
    'first_of',
    'second',
    'second_of',
    'by',
    'low',
    'high',
    'verdict',
  ]
  const rows = measures.map(({ measure, first, second, difference: { by, low, high, verdict } }) => [
    ...[published.version.number, key, measure, first.k, first.n, second.k, second.n],
    ...[by, low, high].map((share) => share.toFixed(3)),
    verdict,
  ])
  // No guard against formulas: every text here is the program's own, and the guard would make a text of a minus.
  return stringify([header, ...rows])
}

// A spreadsheet takes a text that begins with = + - @ for a formula and runs it.
function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([header, ...rows], { escape_formulas: true })
}

function cell(figure: Figure): string {
  return figure === undefined ? '' : String(figure)
}
