import { longDate } from '#src/i18n/dates.ts'
import type { Here } from '#src/walk/here.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { sources } from './folds.ts'
import { helpList, type Reader, walkPage, walkUrl } from './frame.ts'
import { realDeadline, realStep } from './outcome.ts'
import { frameOf } from './overview.ts'

export type ChecklistPage = {
  readonly here: Here
  /** what is the walker's to do */
  readonly own: readonly StepProgress[]
  /** the real calendar date */
  readonly day: string
  /** whether the trial's clock has given any date */
  readonly hasDates: boolean
}

/** What is the walker's to do in reality, on paper: with dates, telephone numbers and sources, and a box to tick with a pen. */
export function checklistPage(reader: Reader, { here, own, day, hasDates }: ChecklistPage): Html {
  const { definition, tracks } = here.journey
  const text = reader.words.paper.checklist
  return walkPage(reader, frameOf(here), definition, {
    title: text.title,
    page: 'checklist',
    back: backLink({ href: `${walkUrl(reader, here.walk.id)}?all=1`, text: reader.words.walk.step.toOverview }),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
<p class="govuk-body polku-screen">${text.print}</p>
${hasDates && calendarLink(reader, here)}
${own.length === 0 && html`<p class="govuk-body">${text.nothing}</p>`}
${[...tracks.keys()].map((track) => trackList(reader, here, track, { own, day }))}
${definition.help && definition.help.length > 0 && html`<h2 class="govuk-heading-m">${text.phones}</h2>${helpList(reader, definition)}`}
${sourceList(reader, here, own)}`,
  })
}

function calendarLink(reader: Reader, { walk, journey }: Here): Html {
  const text = reader.words.paper.checklist
  return html`<p class="govuk-body polku-screen"><a class="govuk-link" href="${walkUrl(reader, walk.id, 'deadlines.ics')}" download>${text.calendar}</a><br><span class="govuk-hint">${text.calendarHint}${journey.definition.quick_exit && html` ${text.neutral}`}</span></p>`
}

type Mine = { readonly own: readonly StepProgress[]; readonly day: string }

function trackList(reader: Reader, here: Here, track: string, { own, day }: Mine): Html | false {
  const steps = own.filter(({ place }) => place.track === track)
  return (
    steps.length > 0 &&
    html`<section><h2 class="govuk-heading-m">${saidIn(reader.language, here.journey.definition.tracks[track]?.title)}</h2>
<ul class="govuk-list polku-checklist">${steps.map((step) => realStep(reader, here, step, dated(reader, here, step, day)))}</ul></section>`
  )
}

/** A day that has passed is said as calmly as one to come. */
function dated(reader: Reader, here: Here, step: StepProgress, day: string): Html | string | undefined {
  const limit = realDeadline(reader, here, step)
  const isDate =
    limit !== undefined &&
    step.due !== undefined &&
    limit === reader.words.walk.outcome.due(longDate(reader.language, step.due))
  return isDate && step.due && step.due < day
    ? reader.words.paper.checklist.late(longDate(reader.language, step.due))
    : limit
}

function sourceList(reader: Reader, { journey }: Here, own: readonly StepProgress[]): Html | undefined {
  const cited = own.flatMap(({ place: { step } }) => (step.kind === 'question' ? [] : (step.today.source ?? [])))
  const once = [...new Map(cited.map((citation) => [citation.cite, citation])).values()]
  const list = sources(reader, journey.definition, once)
  return list && html`<h2 class="govuk-heading-m">${reader.words.walk.outcome.sources}</h2>${list}`
}
