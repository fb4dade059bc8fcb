import type { Definition, Step, StepKey } from '#src/journey/definition.ts'
import type { LateShare, PublicAnswer } from '#src/review/published.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'
import { publicAnswer } from './answer.ts'
import { dated } from './day.ts'
import { aboutShare, bodyName } from './names.ts'

export type AnsweredStep = { readonly key: StepKey; readonly step: Step; readonly answers: readonly PublicAnswer[] }
export type AnswersPage = {
  readonly journey: string
  readonly version: number
  readonly definition: Definition
  /** steps with answers, in the order of the journey */
  readonly steps: readonly AnsweredStep[]
  readonly late: readonly (LateShare & { readonly at: Step | undefined })[]
}

/** Everything that has been answered, step by step, and what is late: for anyone, without signing in. */
export function answersPage(reader: Reader, { journey, version, definition, steps, late }: AnswersPage): Html {
  const { language, words } = reader
  const text = words.response.public
  return page({
    ...readerHere(reader, definition),
    title: `${text.title}: ${plainIn(language, definition.title)}`,
    page: 'answers',
    data: { journey, version: String(version) },
    isTrial: true,
    quickExit: definition.quick_exit,
    back: backLink({ href: `/${language}/journeys/${journey}`, text: text.back }),
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${steps.length === 0 && html`<p class="govuk-body">${text.none}</p>`}
${late.length > 0 && lateSection(reader, definition, late)}
${steps.map(({ key, step, answers }) => html`<section data-answered-step="${key}"><h2 class="govuk-heading-m">${saidIn(language, step.title)}</h2>${answers.map((answer) => publicAnswer(reader, { definition, step }, answer))}</section>`)}`,
  })
}

function lateSection(reader: Reader, definition: Definition, late: AnswersPage['late']): Html {
  const { language, words } = reader
  const text = words.response
  const item = ({ id, body, at, share, dueOn }: AnswersPage['late'][number]) => {
    const about = aboutShare(reader, definition, at, share)
    return html`<li data-overdue="${id}">${bodyName(reader, definition, body)}: ${saidIn(language, at?.title)}. ${about && html`${about}. `}${text.overdueSince} ${dated(language, dueOn)}.</li>`
  }
  return html`<section><h2 class="govuk-heading-m">${text.public.late}</h2>
<p class="govuk-body">${text.public.lateLead}</p>
<ul class="govuk-list govuk-list--bullet">${late.map(item)}</ul></section>`
}
