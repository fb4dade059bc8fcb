import { durationWords, longDate } from '#src/i18n/dates.ts'
import type { Deadline, Step } from '#src/journey/definition.ts'
import type { Here } from '#src/walk/here.ts'
import type { NextJourney } from '#src/walk/next-journey.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { details } from '../components/details.ts'
import { insetText } from '../components/inset-text.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Asking, trialLine } from '../trial/line.ts'
import { sources } from './folds.ts'
import { helpList, type Reader, walkPage, walkUrl } from './frame.ts'
import { listed, namesIn } from './names.ts'
import { nextForms } from './next.ts'
import { frameOf } from './overview.ts'
import { roundOffer } from './round.ts'
import { type Spared, sparedSection } from './spared.ts'

export type OutcomePage = {
  readonly here: Here
  readonly said: number
  /** what is the walker's own to do today, and what takes care of itself */
  readonly real: { readonly own: readonly StepProgress[]; readonly automatic: readonly StepProgress[] }
  readonly spared: Spared
  readonly code: string | undefined
  readonly asking: Asking | undefined
  /** statements are left to vote on */
  readonly hasMore: boolean
  /** life events that may follow */
  readonly next: readonly NextJourney[]
  readonly newKey: () => string
}

export function outcomePage(reader: Reader, page: OutcomePage): Html {
  const { here, said, spared, code, asking, hasMore, next, newKey } = page
  const text = reader.words.walk.outcome
  const { definition } = here.journey
  const { own, automatic } = page.real
  return walkPage(reader, frameOf(here), definition, {
    title: text.title,
    page: 'outcome',
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${helpList(reader, definition)}
<h2 class="govuk-heading-m">${text.asToday}</h2>
${[...here.journey.tracks.keys()].map((track) =>
  realTrack(
    reader,
    here,
    track,
    own.filter(({ place }) => place.track === track),
  ),
)}
${automatic.length > 0 && html`<h2 class="govuk-heading-m">${text.byItself}</h2><ul class="govuk-list govuk-list--bullet">${automatic.map(({ place }) => html`<li>${saidIn(reader.language, todayOf(place.step)?.what)}</li>`)}</ul>`}
<h2 class="govuk-heading-m">${text.spared}</h2>
${sparedSection(reader, spared)}
${next.length > 0 && html`<h2 class="govuk-heading-m">${reader.words.next.title}</h2>${nextForms(reader, here, next, newKey, 3)}`}
<h2 class="govuk-heading-m">${text.words}</h2>
<p class="govuk-body">${said > 0 ? text.wordsCount(said) : text.noWords}</p>
${said > 0 && html`<p class="govuk-body">${text.wordsWhere}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'mine')}">${reader.words.walk.overview.mine}</a></p>
${papersLinks(reader, here)}
${roundOffer(reader, here.walk.id, hasMore)}
${trialLine(reader, asking)}
${asking && html`<p class="govuk-body"><a class="govuk-link" href="/${reader.language}/journeys/${here.walk.journey}/follow">${reader.words.trial.page.follow}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'background')}">${reader.words.trial.background.link}</a></p>
${code && insetText({ text: html`${reader.words.walk.overview.codeTitle}: <strong class="polku-code">${code}</strong>` })}
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, here.walk.id)}?all=1">${text.backToOverview}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${reader.language}/journeys/${here.walk.journey}">${text.again}</a></p>`,
  })
}

/** What can be looked at or taken along at any time of the walk. */
function papersLinks(reader: Reader, { walk }: Here): Html {
  const { ledger, checklist } = reader.words.paper
  return html`<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, walk.id, 'checklist')}">${checklist.link}</a></p>
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, walk.id, 'ledger')}">${ledger.link}</a></p>`
}

function todayOf(step: Step) {
  return step.kind === 'question' ? undefined : step.today
}

/** One strand as it really is today: what to do, with whom, by when; its sources together below. */
function realTrack(reader: Reader, here: Here, track: string, steps: readonly StepProgress[]): Html | false {
  const { definition } = here.journey
  const cited = steps.flatMap(({ place }) => todayOf(place.step)?.source ?? [])
  const once = [...new Map(cited.map((citation) => [citation.cite, citation])).values()]
  return (
    steps.length > 0 &&
    html`<section><h3 class="govuk-heading-s">${saidIn(reader.language, definition.tracks[track]?.title)}</h3>
<ul class="govuk-list govuk-list--spaced">${steps.map((step) => realStep(reader, here, step, realDeadline(reader, here, step)))}</ul>
${details({ summaryText: reader.words.walk.outcome.sources, text: sources(reader, definition, once) ?? '' })}</section>`
  )
}

export function realStep(
  reader: Reader,
  here: Here,
  progress: StepProgress,
  limit: ReturnType<typeof realDeadline>,
): Html {
  const { step } = progress.place
  const { definition } = here.journey
  const parties = [step.provider ?? 'self'].flat()
  const phones = parties.flatMap((id) => definition.providers[id]?.phone ?? [])
  return html`<li><strong>${saidIn(reader.language, todayOf(step)?.title ?? step.title)}</strong>${limit && html`. ${limit}`}<br>
${saidIn(reader.language, todayOf(step)?.what)}<br>
<span class="govuk-hint">${reader.words.walk.step.who}: ${listed(parties.map(namesIn(reader, definition).party))}${phones.map((phone) => html`. ${reader.words.walk.outcome.phone}: <a class="govuk-link" href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`)}</span></li>`
}

/** A date only where the time runs from what the walker told: a day that came in the trial alone is nobody's deadline. */
export function realDeadline(
  reader: Reader,
  { journey }: Here,
  { place, due }: StepProgress,
): Html | string | undefined {
  const { language, words } = reader
  const { deadline } = place.step
  if (!deadline) return undefined
  const { from, add, rule } = deadline
  if (isTold(journey, from)) return due && words.walk.outcome.due(longDate(language, due))
  if (rule) return saidIn(language, rule)
  const after =
    typeof from === 'object' ? journey.places.get(from.done)?.step.title : journey.definition.facts[from]?.ask
  return words.walk.outcome.within(durationWords(language, add), plainIn(language, after))
}

function isTold({ places }: Here['journey'], from: Deadline['from']): boolean {
  return [...places.values()].some(({ step }) => step.kind === 'question' && step.asks.some((fact) => fact === from))
}
