import type { Weighing } from '#feedback/prompt.ts'
import type { PromptRow } from '#src/review/prompt-report.ts'
import type { SaidWords } from '#src/review/said-words.ts'
import type { ReasonFigures, WeighingFigures } from '#src/review/weighing-report.ts'
import type { StaffReader } from '../account/frame.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { figureCell, figureIn } from './figure-cell.ts'

/** What the stances on a proposition say, in words and figures, and how each reason was received. */
export function weighingSection(reader: StaffReader, row: PromptRow, said: readonly SaidWords[]): Html | undefined {
  const { weighing, prompt, version, key } = row
  if (!weighing || prompt.kind !== 'weighing') return undefined
  const text = reader.words.weighing.review
  const name = `${version}/${key}/${prompt.id}`
  return html`<section class="polku-weighing" data-weighing="${prompt.id}" data-class="${weighing.class}"><h3 class="govuk-heading-s">${text.title}: ${saidIn(reader.language, prompt.ask)}</h3>
<p class="govuk-body"><strong>${text.classOf}:</strong> ${text.classes[weighing.class]}</p><p class="govuk-hint">${text.rules}</p>
${scrollableTable({ caption: text.numbers, head: [{ text: text.figure }, { text: text.value, format: 'numeric' }], rows: numberRows(reader, name, weighing), firstCellIsHeader: true })}
${weighing.reasons.length === 0 ? html`<p class="govuk-body">${text.noReasons}</p>` : reasonTable(reader, name, prompt, weighing.reasons, said)}</section>`
}

const ORDER = [
  ...['n', 'median', 'mean', 'sd', 'against', 'middle', 'for', 'split', 'lists', 'both', 'revised', 'up', 'down'],
  'crossed',
] as readonly (keyof WeighingFigures['people'] | keyof WeighingFigures['numbers'])[]

function numberRows(reader: StaffReader, name: string, { people, numbers }: WeighingFigures): Cell[][] {
  const text = reader.words.weighing.review.rows
  return ORDER.map((row) => {
    const value = row in people ? people[row as keyof typeof people] : numbers[row as keyof typeof numbers]
    return [{ text: text[row] }, figureCell(reader, `${name}/${row}`, value)]
  })
}

function reasonTable(
  reader: StaffReader,
  name: string,
  prompt: Weighing,
  reasons: readonly ReasonFigures[],
  said: readonly SaidWords[],
): Html {
  const text = reader.words.weighing.review
  const numeric = (words: string): Cell => ({ text: words, format: 'numeric' })
  const pair = (
    at: string,
    { exposed, adopted }: { exposed: number | undefined; adopted: number | undefined },
  ): Cell => ({
    text: html`${figureIn(reader, `${at}/adopted`, adopted)} / ${figureIn(reader, `${at}/exposed`, exposed)}`,
    format: 'numeric',
  })
  const rows = reasons.map((one): Cell[] => {
    const at = `${name}/${one.reason}`
    return [
      {
        text: html`${reasonWords(reader, prompt, one.reason, said)}${one.isCrossing && html` <strong>(${text.crossing})</strong>`}`,
      },
      { text: one.side ? reader.words.weighing.side[one.side] : '' },
      figureCell(reader, `${at}/adopted`, one.adopted),
      figureCell(reader, `${at}/exposed`, one.exposed),
      pair(`${at}/for`, one.bySide.for),
      pair(`${at}/against`, one.bySide.against),
    ]
  })
  const head = [{ text: text.reason }, { text: text.side }]
  const heads = [text.adopted, text.exposed, text.bySupporters, text.byOpponents].map(numeric)
  return html`${scrollableTable({ caption: text.reasons, head: [...head, ...heads], rows, firstCellIsHeader: true })}<p class="govuk-hint">${text.order}</p>`
}

/** The designer's words, or a walker's where they may be read here; any other reason by its id. */
function reasonWords(reader: StaffReader, prompt: Weighing, id: string, said: readonly SaidWords[]): Html | string {
  const seed = prompt.reasons.find((reason) => reason.id === id)
  if (seed) return saidIn(reader.language, seed.text)
  const own = said.find((one) => one.said.id === id)?.said
  return own ? html`<span lang="${own.language}">${own.text}</span>` : reader.words.weighing.review.own
}
