import type { PromptRow } from '#src/review/prompt-report.ts'
import type { ReportTable } from '#src/review/report-trial.ts'
import type { Column } from '#src/review/step-report.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'
import { optionText, questionText } from '../walk/prompt-words.ts'
import { cellOf } from './figure.ts'
import type { ReportPage } from './report-page.ts'

const COLUMNS: { readonly [C in Column]: true } = {
  reached: true,
  shown: true,
  answered: true,
  skipped: true,
  left: true,
  set_aside: true,
}
const columns = Object.keys(COLUMNS) as Column[]

/** A table a version and strand: every step with its figures. */
export function stepTables(reader: Reader, page: ReportPage): Html {
  const text = reader.words.review.journey
  const head: Cell[] = [
    { text: text.step },
    ...columns.map((column): Cell => ({ text: text.columns[column], format: 'numeric' })),
  ]
  const tableOf = ({ version, rows }: ReportTable, track: string, title: string) =>
    scrollableTable({
      caption: `${title}. ${versionOf(reader, version)}`,
      captionClasses: 'govuk-table__caption--s',
      head,
      rows: rows
        .filter((row) => row.track === track)
        .map(({ key, step }) => [
          { text: saidIn(reader.language, step.title) },
          ...columns.map((column) => cellOf(reader, page.report.figures, `${version}/${key}/${column}`)),
        ]),
      firstCellIsHeader: true,
    })
  return html`${page.report.tables.map((table) => tracksOf(reader, page, table).map(({ id, title }) => tableOf(table, id, title)))}<p class="govuk-hint">${text.leftNote}</p>`
}

/** A table a version: every closed question with its options, and how many wrote at an open one. */
export function questionTables(reader: Reader, page: ReportPage): Html {
  const isAsked = page.report.tables.some(({ prompts }) =>
    prompts.some(({ prompt, of }) => prompt.kind !== 'weighing' && of !== 0),
  )
  if (!isAsked) return html`<p class="govuk-body">${reader.words.trialReport.noQuestions}</p>`
  return html`${page.report.tables.map((table) =>
    promptsTable(
      reader,
      page,
      table,
      table.prompts.filter(({ prompt }) => prompt.kind !== 'weighing'),
    ),
  )}`
}

/** The same of what was weighed; how each reason was received is not published. */
export function weighingTables(reader: Reader, page: ReportPage): Html {
  const weighed = page.report.tables.map((table) => ({
    table,
    rows: table.prompts.filter(({ prompt }) => prompt.kind === 'weighing'),
  }))
  if (weighed.every(({ rows }) => rows.length === 0))
    return html`<p class="govuk-body">${reader.words.trialReport.noWeighing}</p>`
  return html`${weighed.map(({ table, rows }) => promptsTable(reader, page, table, rows))}`
}

/** Questions that nobody has been asked say nothing on paper; they stand in the files. */
function promptsTable(reader: Reader, page: ReportPage, { version }: ReportTable, all: readonly PromptRow[]) {
  const { step: text, journey } = reader.words.review
  const asked = all.filter(({ of }) => of !== 0)
  if (asked.length === 0) return undefined
  return scrollableTable({
    caption: versionOf(reader, version),
    captionClasses: 'govuk-table__caption--s',
    head: [
      { text: reader.words.trialReport.question },
      { text: journey.step },
      { text: text.option },
      { text: text.answers, format: 'numeric' },
      { text: 'n', format: 'numeric' },
    ],
    rows: asked.flatMap((row) => optionRows(reader, page, row)),
    firstCellIsHeader: true,
  })
}

function optionRows(reader: Reader, { report, steps }: ReportPage, { version, key, prompt, options }: PromptRow) {
  const path = `${version}/${key}/${prompt.id}`
  return options.map(({ option }, i): Cell[] => [
    {
      text:
        i === 0
          ? questionText(reader, prompt)
          : html`<span class="govuk-visually-hidden">${questionText(reader, prompt)}</span>`,
    },
    { text: i === 0 ? saidIn(reader.language, steps.get(key)?.title) : '' },
    { text: option === '' ? reader.words.review.step.wrote : optionText(reader, prompt, option) },
    cellOf(reader, report.figures, `${path}/${option || 'wrote'}`),
    i === 0 ? cellOf(reader, report.figures, `${path}/of`) : { text: '' },
  ])
}

function tracksOf({ language }: Reader, { versions }: ReportPage, { version, rows }: ReportTable) {
  const tracks = versions.get(version)?.tracks ?? {}
  return [...new Set(rows.map(({ track }) => track))].map((id) => ({
    id,
    title: plainIn(language, tracks[id]?.title) || id,
  }))
}

function versionOf({ words }: Reader, version: number): string {
  return words.walk.journey.version(version)
}
