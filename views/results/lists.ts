import { THRESHOLDS } from '#feedback/opinion-map/thresholds.ts'
import type { ListName, Results } from '#src/review/opinion-results.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from '../walk/frame.ts'
import { percent, shareLines } from './shares.ts'
import { statementWords } from './statement.ts'
import type { Steps } from './steps.ts'

const NAMES = ['common', 'dividing', 'unsure', 'thin'] as const
/** A longer list says how many more there are; all of them stand at the end of the page. */
const LISTED = 15

/** Common ground, dividing, unsure and too few answers, each with the rule that put it there. */
export function lists(reader: Reader, steps: Steps, results: Results): Html {
  return html`${NAMES.map((name) => list(reader, steps, results, name))}`
}

function list(reader: Reader, steps: Steps, results: Results, name: ListName): Html {
  const text = reader.words.results
  const all = results.lists[name]
  const more = all.length - LISTED
  return html`<section data-list="${name}"><h2 class="govuk-heading-m" id="${name}">${text.lists[name]} (<span data-figure="lists/${name}">${all.length}</span>)</h2>
<p class="govuk-hint" data-rule="${name}">${rule(reader, results, name)}</p>
${
  all.length === 0
    ? html`<p class="govuk-body">${text.none}</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${all
        .slice(0, LISTED)
        .map(
          (statement) =>
            html`<li data-statement="${statement.id}">${statementWords(reader, steps, statement)}${name === 'common' && statement.side && html`<p class="govuk-body">${text.commonSide[statement.side]}</p>`}${name !== 'thin' && shareLines(reader, `${name}/${statement.id}`, statement.votes.all)}</li>`,
        )}</ul>`
}
${more > 0 && html`<p class="govuk-body"><a class="govuk-link" href="#all">${text.more(more)}</a></p>`}</section>`
}

function rule({ words }: Reader, { enough, unsureFrom }: Results, name: ListName): string {
  const { rules } = words.results
  const { common, ofGroup, side, apart } = THRESHOLDS
  const told: Readonly<Record<ListName, string>> = {
    common: rules.common(enough, percent(common), ofGroup),
    dividing: rules.dividing(enough, percent(side), percent(apart)),
    unsure: rules.unsure(enough, percent(unsureFrom)),
    thin: rules.thin(enough),
  }
  return told[name]
}
