import type { ResultStatement, Results } from '#src/review/opinion-results.ts'
import { details } from '../components/details.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from '../walk/frame.ts'
import { shareOf } from './shares.ts'
import { statementWords } from './statement.ts'
import type { Steps } from './steps.ts'

const A_PAGE = 50

/** Every statement with everybody's and every group's numbers, so many at a time. `at`: the page, from 1. */
export function allStatements(reader: Reader, steps: Steps, results: Results, at: number): Html {
  const text = reader.words.results
  const pages = Math.max(1, Math.ceil(results.statements.length / A_PAGE))
  const here = Math.min(pages, Math.max(1, at))
  const shown = results.statements.slice((here - 1) * A_PAGE, here * A_PAGE)
  return html`<section><h2 class="govuk-heading-m" id="all">${text.all}</h2>
<p class="govuk-hint">${text.intervalNote}</p>
${shown.map((statement) => one(reader, steps, results, statement))}
${pages > 1 && turn(reader, pages, here)}</section>`
}

function one(reader: Reader, steps: Steps, { groups }: Results, statement: ResultStatement): Html {
  const text = reader.words.results
  const row = (name: string, title: string, votes: ResultStatement['votes']['all']): Cell[] => [
    { text: title },
    ...(['agree', 'disagree', 'pass'] as const).map((side): Cell => ({ text: shareOf(reader, name, votes, side) })),
  ]
  const caption = `${text.statementNumber(statement.number)}: ${text.answers}`
  // Folded, since fifty tables one after another hide the words they count.
  return details({
    summaryText: statementWords(reader, steps, statement),
    text: scrollableTable({
      caption,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [{ text: text.who }, { text: text.agree }, { text: text.disagree }, { text: text.pass }],
      rows: [
        row(`${statement.id}/all`, text.everybody, statement.votes.all),
        ...statement.votes.groups.map((votes, i) =>
          row(`${statement.id}/${groups[i]!.letter}`, text.group(groups[i]!.letter), votes),
        ),
      ],
    }),
  })
}

function turn({ words }: Reader, pages: number, here: number): Html {
  const text = words.results
  return html`<nav aria-label="${text.all}"><ul class="govuk-list">${Array.from({ length: pages }, (_, i) =>
    i + 1 === here
      ? html`<li aria-current="page">${text.page(i + 1, pages)}</li>`
      : html`<li><a class="govuk-link" href="?page=${i + 1}#all">${text.page(i + 1, pages)}</a></li>`,
  )}</ul></nav>`
}
