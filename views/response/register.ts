import type { Definition, Step } from '#src/journey/definition.ts'
import type { Response, ResponseState } from '#src/review/response.ts'
import type { Registered, RegisterFilter } from '#src/review/responses-of.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { scrollableTable } from '../components/table.ts'
import { tag } from '../components/tag.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { choose } from './choose.ts'
import { dated } from './day.ts'
import { bodyName } from './names.ts'

export type RegisterPage = {
  readonly journey: string
  readonly definition: Definition
  readonly filter: RegisterFilter
  readonly states: readonly ResponseState[]
  readonly bodies: readonly string[]
  readonly rows: readonly (Registered & { readonly step: Step | undefined })[]
  readonly isEmpty: boolean
  readonly notice: Html | undefined
}

/** The register of answers: who is asked, by when, and how far they are; what is overdue comes first. */
export function registerPage(reader: StaffReader, page: RegisterPage): Html {
  const { language, words } = reader
  const text = words.response.register
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(language, page.definition.title)}`,
    page: 'review-answers',
    here: 'review',
    data: { journey: page.journey },
    notice: page.notice,
    back: backLink({
      href: `/${language}/review/journeys/${page.journey}`,
      text: plainIn(language, page.definition.title),
    }),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${filterForm(reader, page)}
${page.rows.length === 0 ? html`<p class="govuk-body">${page.isEmpty ? text.none : text.noneFound}</p>` : responsesTable(reader, page, `/${language}/review/journeys/${page.journey}/answers`)}
<p class="govuk-body"><a class="govuk-link" href="/${language}/journeys/${page.journey}/answers">${words.response.public.title}</a></p>`,
  })
}

type Rows = Pick<RegisterPage, 'definition' | 'rows'>

/** Answers as lines; `address` is where each is opened, for those who may open it. */
export function responsesTable(reader: StaffReader, { definition, rows }: Rows, address: string | undefined): Html {
  const { language, words } = reader
  const text = words.response.register
  return scrollableTable({
    caption: text.title,
    captionClasses: 'govuk-visually-hidden',
    head: [text.step, text.body, text.state, text.due, text.published].map((name) => ({ text: name })),
    rows: rows.map(({ response, isOverdue, step }) => [
      {
        text: linked(address && `${address}/${response.id}`, saidIn(language, step?.title) || response.step),
        attributes: { 'data-response': response.id },
      },
      { text: bodyName(reader, definition, response.body) },
      { text: words.response.states[response.state], attributes: { 'data-state': response.state } },
      {
        text: html`${dated(language, response.dueOn)}${isOverdue && html` ${tag({ text: text.overdue, classes: 'govuk-tag--red' })}`}`,
      },
      { text: response.publishedOn ? dated(language, response.publishedOn) : readiness(reader, response) },
    ]),
  })
}

function linked(href: string | undefined, text: Html | string): Html | string {
  return href ? html`<a class="govuk-link" href="${href}">${text}</a>` : text
}

function readiness({ words }: StaffReader, { body, acceptedOn, decidedOn }: Response): string {
  const text = words.response.register
  if (decidedOn !== undefined) return text.ready
  return body !== 'ministry' && acceptedOn === undefined ? `${text.draft}, ${text.notAccepted}` : text.draft
}

function filterForm(reader: StaffReader, { journey, definition, filter, states, bodies }: RegisterPage): Html {
  const { language, words } = reader
  const text = words.response.register
  const whiches = (['overdue', 'draft', 'published'] as const).map((which) => ({
    value: which,
    text: text.whiches[which],
  }))
  return html`<form method="get" action="/${language}/review/journeys/${journey}/answers" data-form="filter" class="polku-filter">
${choose('filter-which', 'which', text.which, filter.which ?? '', [{ value: '', text: text.whiches.all }, ...whiches])}
${choose('filter-state', 'state', text.state, filter.state ?? '', [{ value: '', text: text.allStates }, ...states.map((state) => ({ value: state, text: words.response.states[state] }))])}
${choose('filter-body', 'body', text.body, filter.body ?? '', [{ value: '', text: text.allBodies }, ...bodies.map((body) => ({ value: body, text: bodyName(reader, definition, body) }))])}
${button({ text: text.button, classes: 'govuk-button--secondary' })}</form>`
}
