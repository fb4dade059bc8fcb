import type { ResultGroup, Results, Telling } from '#src/review/opinion-results.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from '../walk/frame.ts'
import { shareOf } from './shares.ts'
import { statementWords } from './statement.ts'
import type { Steps } from './steps.ts'

/** Every group in words: how large it is, and what it holds more often than others. */
export function groups(reader: Reader, steps: Steps, results: Results): Html {
  const text = reader.words.results
  if (results.groups.length === 0)
    return html`<section data-groups="0"><h2 class="govuk-heading-m" id="groups">${text.groups}</h2><p class="govuk-body">${text.noGroups(results.floor)}</p></section>`
  return html`<section data-groups="${results.groups.length}"><h2 class="govuk-heading-m" id="groups">${text.groups}</h2>
<p class="govuk-body">${text.groupsLead} ${text.least(results.floor)}</p>
${results.stability && html`<p class="govuk-body" data-stability="${results.stability.level}">${text.stable[results.stability.level]} ${text.stableFigure(results.stability.resamples)} <span data-figure="stability">${results.stability.rand.toFixed(2)}</span></p>`}
${results.groups.map((group, at) => described(reader, steps, results, group, at))}</section>`
}

function described(reader: Reader, steps: Steps, results: Results, group: ResultGroup, at: number): Html {
  const text = reader.words.results
  const { letter, size, agrees, disagrees } = group
  const part = (lead: string, statements: readonly Telling[], side: 'agree' | 'disagree') =>
    statements.length > 0 &&
    html`<p class="govuk-body">${lead}</p><ul class="govuk-list govuk-list--spaced">${statements.map(
      (one) =>
        html`<li data-statement="${one.id}">${statementWords(reader, steps, one)}<br>${text[side]}: ${how(reader, `groups/${letter}/${one.id}`, one, at, side)}</li>`,
    )}</ul>`
  return html`<article data-group="${letter}"><h3 class="govuk-heading-s" id="group-${letter}">${text.group(letter)}</h3>
<p class="govuk-body"><span data-figure="groups/${letter}">${size}</span> / <span data-figure="counted">${results.counted}</span> ${text.groupSize}</p>
${part(text.agrees, agrees, 'agree')}
${part(text.disagrees, disagrees, 'disagree')}
${agrees.length + disagrees.length === 0 && html`<p class="govuk-body">${text.likeOthers}</p>`}</article>`
}

/** How many of the group; where the number is withheld, how large a part in words. */
function how(reader: Reader, name: string, { votes, part }: Telling, at: number, side: 'agree' | 'disagree'): Html {
  const own = votes.groups[at]
  if (own?.[side] !== undefined) return shareOf(reader, name, own, side)
  return html`<span data-figure="${name}/${side}" data-withheld="true">${reader.words.results.parts[part]}</span>`
}
