import type { Prompt } from '#feedback/prompt.ts'
import type { Definition } from '#src/journey/definition.ts'
import type { PromptRow } from '#src/review/prompt-report.ts'
import type { StaffReader } from '../account/frame.ts'
import { type Cell, table } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { listed, namesIn } from '../walk/names.ts'
import { optionText, questionText } from '../walk/prompt-words.ts'
import { bars } from './bars.ts'
import { figureCell, figureIn } from './figure-cell.ts'

// A share of fewer people moves by more than five points when one of them changes their mind.
const FEWEST_FOR_SHARES = 20

/** One question: how its answers divide, as bars and as the same numbers in a table. */
export function promptTable(reader: StaffReader, definition: Definition, row: PromptRow): Html {
  const { words } = reader
  const text = words.review.step
  const { prompt, of } = row
  const name = `${row.version}/${row.key}/${prompt.id}`
  const title = `prompt-${prompt.id}`
  const heading = prompt.kind === 'open' ? text.wroteOf : text.n
  const hasShares = of !== undefined && of >= FEWEST_FOR_SHARES
  return html`<section class="polku-prompt-figures" data-prompt="${prompt.id}" data-kind="${prompt.kind}"><h3 class="govuk-heading-s" id="${title}">${questionText(reader, prompt)}</h3>
${about(reader, definition, prompt)}
<div class="polku-scroll" role="region" aria-labelledby="${title}" tabindex="0">${table({
    attributes: { 'aria-labelledby': title },
    head: [
      { text: text.option },
      { text: of === undefined ? text.answers : heading(String(of)), format: 'numeric' },
      ...(hasShares ? [{ text: text.share, format: 'numeric' } satisfies Cell] : []),
      { text: words.review.journey.picture },
    ],
    rows: row.options.map(({ option, n }) => [
      { text: option === '' ? text.wrote : optionText(reader, prompt, option) },
      figureCell(reader, `${name}/${option || 'wrote'}`, n),
      ...(hasShares ? [share(n, of)] : []),
      { text: bars([n], of ?? 0) },
    ]),
    firstCellIsHeader: true,
  })}</div>
<p class="govuk-hint">n = ${figureIn(reader, `${name}/of`, of)}</p></section>`
}

/** Which data moves where: the question alone does not say it. */
function about(reader: StaffReader, definition: Definition, prompt: Prompt): Html | undefined {
  if (prompt.kind !== 'data-sharing') return undefined
  const { party, data } = namesIn(reader, definition)
  const [from, to] = [party(prompt.from), party(prompt.to)]
  return html`<p class="govuk-body">${listed(prompt.data.map(data))}. ${reader.words.walk.step.from}: ${from}. ${reader.words.walk.step.to}: ${to}.</p>`
}

function share(n: number | undefined, of: number): Cell {
  return { text: n === undefined ? '–' : html`${Math.round((n / of) * 100)} %`, format: 'numeric' }
}
