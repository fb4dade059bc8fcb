import type { Definition } from '#src/journey/definition.ts'
import type { PersonBurden } from '#src/review/burdens.ts'
import type { Burdens, Measure, Range } from '#src/walk/burden.ts'
import type { BurdenRange } from '#src/walk/burden-range.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { picturePath } from '../journey-picture/frame.ts'
import { plainIn, saidIn } from '../said-in.ts'

export type BurdenPage = {
  readonly definition: Definition
  readonly version: number
  readonly people: readonly PersonBurden[]
  /** the least and the most of them; undefined where the journey has no example person */
  readonly everyone: Burdens | undefined
  /** over all situations; undefined while they are still being counted */
  readonly situations: BurdenRange | undefined
}

type BurdenTable = { readonly id: 'effort' | 'time'; readonly measures: readonly Measure[] }
const TABLES: readonly BurdenTable[] = [
  { id: 'effort', measures: ['contacts', 'papers', 'twice'] },
  { id: 'time', measures: ['longest', 'waits', 'fees'] },
]

/** The effect of a package before it is built: for every example person, today against proposed. */
export function burdenPage(reader: StaffReader, page: BurdenPage): Html {
  const { language, words } = reader
  const { definition } = page
  const text = words.picture.burden
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(language, definition.title)}`,
    page: 'burden',
    here: 'review',
    data: { journey: definition.id, version: String(page.version) },
    back: backLink({
      href: `/${language}/review/journeys/${definition.id}`,
      text: plainIn(language, definition.title),
    }),
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}. ${words.walk.journey.version(page.version)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body">${text.lead}</p>
${TABLES.map((table) => burdenTable(reader, page, table))}
<p class="govuk-body">${text.notes}</p>
<p class="govuk-body"><a class="govuk-link" href="${picturePath(reader, definition.id, 'steps')}">${words.picture.link}</a></p>`,
  })
}

function burdenTable(
  { words }: StaffReader,
  { people, everyone, situations }: BurdenPage,
  { id, measures }: BurdenTable,
): Html {
  const text = words.picture.burden
  const isLast = id === 'time'
  type Sides = Pick<Burdens, 'today' | 'proposed'> & Partial<Burdens>
  const cell = (name: string, measure: Measure, burdens: Sides, side: 'today' | 'proposed') =>
    html`<td>${figure(`burden/${name}/${measure}/${side}`, burdens[side][measure])}</td>`
  const row = (name: string, title: string, burdens: Sides) => html`<tr><th scope="row">${title}</th>${measures.map(
    (measure) => [cell(name, measure, burdens, 'today'), cell(name, measure, burdens, 'proposed')],
  )}${isLast && html`<td>${figure(`burden/${name}/waited`, burdens.waited)}</td><td>${figure(`burden/${name}/unverified`, burdens.unverified)}</td>`}</tr>
`
  return html`<h2 class="govuk-heading-m" id="${id}">${text.tables[id]}</h2>
<div class="polku-scroll" role="region" aria-labelledby="${id}" tabindex="0"><table class="polku-burden"><caption class="govuk-visually-hidden">${text.tables[id]}</caption>
<thead><tr><th rowspan="2" scope="col">${text.person}</th>${measures.map((measure) => html`<th colspan="2" scope="colgroup">${text.measures[measure]}</th>`)}${isLast && html`<th rowspan="2" scope="col">${text.waited}</th><th rowspan="2" scope="col">${text.unverified}</th>`}</tr>
<tr>${measures.map(() => html`<th scope="col">${text.now}</th><th scope="col">${text.proposed}</th>`)}</tr></thead>
<tbody>${situations && row('situations', text.situations(String(situations.count), situations.cut), situations)}
${everyone && row('all', text.everyone, everyone)}
${people.map((person) => row(person.id, person.name, person))}</tbody></table></div>`
}

function figure(name: string, range: Range | undefined): Html | string {
  if (!range) return '–'
  const { from, to } = range
  if (from === to) return html`<span data-burden="${name}">${from}</span>`
  return html`<span data-burden="${name}/from">${from}</span>–<span data-burden="${name}/to">${to}</span>`
}
