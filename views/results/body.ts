import { FEWEST_PARTICIPANTS } from '#feedback/opinion-map/thresholds.ts'
import { longDate } from '#src/i18n/dates.ts'
import type { OpinionPage } from '#src/review/opinion-page.ts'
import type { Results } from '#src/review/opinion-results.ts'
import { insetText } from '../components/inset-text.ts'
import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import type { Reader } from '../walk/frame.ts'
import { allStatements } from './all.ts'
import { groups } from './groups.ts'
import { lists } from './lists.ts'
import { map } from './map.ts'
import { isAnyWithheld } from './shares.ts'
import { type Steps, stepTable } from './steps.ts'

export type Opinions = {
  readonly opinions: OpinionPage
  readonly steps: Steps
  /** which part of all statements, from 1 */
  readonly at: number
  /** the day of a moment in Finland */
  readonly dayOf: (at: number) => string
}

/** What people think, for whoever may see it; for others how many took part, and why and until when they do not. */
export function opinionBody(reader: Reader, { opinions, steps, at, dayOf }: Opinions): Html {
  const text = reader.words.results
  const { shows, results, journey } = opinions
  const walk = html`<p class="govuk-body"><a class="govuk-link" href="/${reader.language}/journeys/${journey}">${opinions.isOpen ? text.walk : text.toJourney}</a></p>`
  if (shows === 'few')
    return html`${tookPart(reader, opinions, dayOf)}<p class="govuk-body" data-shows="few">${text.few(FEWEST_PARTICIPANTS)}</p>${walk}`
  if (shows === 'unanswered' || !results)
    return html`${tookPart(reader, opinions, dayOf)}<p class="govuk-body" data-shows="unanswered">${text.unanswered}</p>${opensOn(reader, opinions)}${walk}`
  return html`${tookPart(reader, opinions, dayOf)}
${opinions.isOpen && html`<p class="govuk-body" data-shows="open">${text.stillOpen}</p>`}
${here(reader, opinions, results)}
${contents(reader, results)}
${groups(reader, steps, results)}
${results.groups.length > 0 && map(reader, results, opinions.standing)}
${lists(reader, steps, results)}
${stepTable(reader, steps, results)}
${allStatements(reader, steps, results, at)}
${isAnyWithheld(results.statements.flatMap(({ votes }) => [votes.all, ...votes.groups])) && html`<p class="govuk-hint">${text.withheldNote}</p>`}`
}

function contents({ words }: Reader, { groups: found }: Results): Html {
  const text = words.results
  const parts: readonly (readonly [string, string])[] = [
    ['groups', text.groups],
    ...(found.length > 0 ? [['map', text.map] as const] : []),
    ['common', text.lists.common],
    ['dividing', text.lists.dividing],
    ['unsure', text.lists.unsure],
    ['thin', text.lists.thin],
    ['steps', text.steps],
    ['all', text.all],
  ]
  return html`<nav aria-label="${text.contents}"><ul class="govuk-list govuk-list--bullet">${parts.map(([id, title]) => html`<li><a class="govuk-link" href="#${id}">${title}</a></li>`)}</ul></nav>`
}

function tookPart(reader: Reader, { participants, seq, computedAt }: OpinionPage, dayOf: Opinions['dayOf']): Html {
  const text = reader.words.results
  const told =
    participants === undefined
      ? html`<span data-figure="results/participants" data-withheld="true">${text.fewPeople}</span>`
      : html`<span data-figure="results/participants">${participants}</span> ${text.persons(participants)}`
  const fresh =
    computedAt !== undefined &&
    html` ${text.computed} ${dated(reader.language, dayOf(computedAt))}. <span data-seq="${seq ?? 0}">${text.upTo(seq ?? 0)}</span>`
  return html`<p class="govuk-body-l">${text.lead}</p><p class="govuk-body">${text.tookPart} ${told}.${fresh}</p>`
}

function opensOn(reader: Reader, { trial }: OpinionPage): Html {
  const text = reader.words.results
  const closes = trial?.plan.closesOn
  if (closes === undefined) return html`<p class="govuk-body" data-opens>${text.opensLater}</p>`
  return html`<p class="govuk-body" data-opens>${text.opensAfter} <time datetime="${closes}">${longDate(reader.language, closes)}</time></p>`
}

function here({ words }: Reader, { standing, votes }: OpinionPage, { groups: found }: Results): Html | false {
  const text = words.results
  if (!standing) return false
  const letter = standing.group === undefined ? undefined : found[standing.group]?.letter
  return insetText({
    text: html`<h2 class="govuk-heading-s">${text.here}</h2><p class="govuk-body">${letter === undefined ? text.hereNoGroup : text.hereGroup(letter)} ${text.hereFrom(votes)} ${text.hereOnly}</p>`,
    attributes: { 'data-here': letter ?? '' },
  })
}
