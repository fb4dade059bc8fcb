import type { Prompt } from '#feedback/prompt.ts'
import { longDate } from '#src/i18n/dates.ts'
import type { Outside, Step } from '#src/journey/definition.ts'
import type { Standing } from '#src/review/confirmations.ts'
import type { PublicAnswer } from '#src/review/published.ts'
import type { Confirmation } from '#src/review/response.ts'
import type { Paper } from '#src/walk/documents.ts'
import type { Here } from '#src/walk/here.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { errorSummary } from '../components/error-summary.ts'
import { insetText } from '../components/inset-text.ts'
import { termList } from '../components/term-list.ts'
import { type Html, html } from '../html.ts'
import { type PromptContext, promptForm } from '../prompts/index.ts'
import { standingLines } from '../provider/standing.ts'
import { answersFold } from '../response/answer.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Asking, opennessLine } from '../trial/line.ts'
import { type ChangedHere, changedSection } from './changed.ts'
import { documentOf } from './document.ts'
import { folds } from './folds.ts'
import { formFields, type Reader, stepUrl, walkPage, walkUrl } from './frame.ts'
import { namesIn, whoDoes } from './names.ts'
import { type OthersSaid, othersFold } from './others.ts'
import { outsideLine } from './outside.ts'
import { frameOf } from './overview.ts'
import { askedFields } from './question.ts'
import { actingFor, type Playing, replyForms, replyStatus } from './reply.ts'
import { suggestLink } from './suggest.ts'

export type StepPage = {
  readonly here: Here
  readonly step: StepProgress
  /** the document the step works on */
  readonly paper: Paper | undefined
  readonly prompts: readonly Prompt[]
  /** the prompt offered by allocation: it stands open under "Your view" */
  readonly offered: string | undefined
  /** statements can be added in this trial now */
  readonly addsStatements: boolean
  /** by field name: what was typed now, else what was said and told before */
  readonly values: Readonly<Record<string, string>>
  /** by field name, in the reader's language */
  readonly errors: Readonly<Record<string, string>>
  readonly key: string
  /** what the form's values stood at when the page was made: finds an answer given in another window */
  readonly stamp: string
  readonly returnTo: 'check' | undefined
  readonly notice: Html | undefined
  readonly others: OthersSaid | undefined
  readonly replied: Replied
  readonly asking: Asking | undefined
  readonly playing: Playing
  /** a conversation of the step in another service, where the installation allows it */
  readonly outside: Outside | undefined
  /** the walked version changed the step because of what was said */
  readonly changed: ChangedHere | undefined
}

/** What providers and the ministry have said of the step: is it told as it is, can it be done, what came of people's words. */
export type Replied = {
  readonly standings: readonly Standing[]
  readonly feasibility: Confirmation['feasibility']
  readonly answers: readonly PublicAnswer[]
}

/** One step, in the order that is the same on every step. Complete without script. */
export function stepPage(reader: Reader, page: StepPage): Html {
  const { here } = page
  const { place } = page.step
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: plainIn(reader.language, place.step.title),
    page: 'step',
    data: { track: place.track, step: place.step.id },
    back: backLink({ href: walkUrl(reader, here.walk.id), text: reader.words.walk.step.toOverview }),
    notice: page.notice,
    hasErrors: Object.keys(page.errors).length > 0,
    body: stepBody(reader, page),
  })
}

/** What stands on the page of a step, from its errors to what others said. */
export function stepBody(reader: Reader, page: StepPage): Html {
  const { here, step } = page
  return html`${errorsOf(reader, page)}
<span class="govuk-caption-l">${caption(reader, here, step)}</span>
<h1 class="govuk-heading-l">${saidIn(reader.language, step.place.step.title)}</h1>
${isFirstPage(page) && html`<p class="govuk-body">${reader.words.walk.step.breakAnyTime}</p>`}
${statusOf(reader, here, step)}
${threeLines(reader, here, step, page.replied)}
${opennessLine(reader, page.asking, step.place.key)}
${page.changed && changedSection(reader, page.changed)}
${stepForm(reader, page)}
${replyForms(reader, here, step, page.playing)}
${folds(reader, here, step, page.paper !== undefined)}
${page.outside && outsideLine(reader, here, step.place.key, page.outside)}
${answersFold(reader, { definition: here.journey.definition, step: step.place.step }, page.replied.answers, `/${reader.language}/journeys/${here.walk.journey}/answers`)}
${page.others && othersFold(reader, page.others, page.here.walk.id)}`
}

/** The page a walk begins with, before anything has been done. */
function isFirstPage({ here, step: { place } }: StepPage): boolean {
  return here.steps[0]?.place.key === place.key && Object.keys(here.walk.progress.record.done).length === 0
}

function caption({ language, words }: Reader, { journey }: Here, { place }: StepProgress): string {
  const steps = journey.tracks.get(place.track) ?? []
  return words.walk.step.place(
    plainIn(language, journey.definition.tracks[place.track]?.title),
    place.index + 1,
    steps.length,
  )
}

function errorsOf({ words }: Reader, { errors }: StepPage): Html | false {
  const list = Object.entries(errors)
  return (
    list.length > 0 &&
    errorSummary({
      titleText: words.site.errorSummary,
      errorList: list.map(([field, text]) => ({ text, href: `#${field}` })),
    })
  )
}

function statusOf(reader: Reader, here: Here, step: StepProgress): Html {
  const acting = actingFor(reader, here, step.place.step)
  const isOwn = step.place.step.kind === 'mandate' && acting === undefined
  return html`${standing(reader, step)}${acting && html`<p class="govuk-body" data-acting>${acting}</p>`}${!isOwn && replyStatus(reader, here, step)}`
}

function standing(reader: Reader, { status, until, perhaps, place }: StepProgress): Html | undefined {
  const text = reader.words.walk.step
  if (status === 'done') return html`<p class="govuk-body">${text.done}</p>`
  if (status === 'waiting') return insetText({ text: waitingText(reader, until, place.step.kind) })
  return perhaps ? insetText({ text: text.perhaps }) : undefined
}

function waitingText({ language, words }: Reader, until: string | undefined, kind: Step['kind']): string {
  const text = words.walk.step
  if (!until) return text.waitingSome
  if (kind === 'mandate') return words.reply.mandate.waiting(longDate(language, until))
  return kind === 'automatic'
    ? text.waitingReply(longDate(language, until))
    : text.waitingDate(longDate(language, until))
}

/** What happens, what I do, by when; then who does it. */
function threeLines(reader: Reader, here: Here, { place, due, status }: StepProgress, replied: Replied): Html {
  const { step } = place
  const text = reader.words.walk.step
  if (step.kind === 'question')
    return html`${step.do && html`<p class="govuk-body-l">${saidIn(reader.language, step.do)}</p>`}`
  const feasibility = replied.feasibility ?? step.proposed.feasibility
  const isProposal = feasibility !== 'exists'
  return termList([
    {
      key: text.happens,
      value: html`${saidIn(reader.language, step.proposed.what)}<br><span class="govuk-hint">${isProposal && html`${text.proposal}: `}${text.feasibility[feasibility]}</span>`,
    },
    { key: text.youDo, value: step.do ? saidIn(reader.language, step.do) : text.nothingToDo },
    ...(saysDeadline(step)
      ? [
          {
            key: text.byWhen,
            value: deadlineText(reader, here, step.deadline !== undefined, due, status === 'done'),
          },
        ]
      : []),
    {
      key: text.who,
      value: html`${whoDoes(reader, here.journey.definition, step)}${standingLines(reader, here.journey.definition, replied.standings)}`,
    },
  ])
}

/** That there is no deadline is said only of a thing to do that tells of no period either, in its notes or by waiting. */
function saysDeadline({ kind, deadline, notes, waits, do: todo }: Step): boolean {
  return deadline !== undefined || (kind === 'task' && todo !== undefined && !notes && !waits)
}

function deadlineText(
  { language, words }: Reader,
  { walk }: Here,
  has: boolean,
  due: string | undefined,
  isDone: boolean,
): string {
  const text = words.walk.step
  if (!has) return text.noDeadline
  if (!due) return text.deadlineUnknown
  const { today } = walk.progress.record
  return today && due < today && !isDone
    ? text.deadlineLate(longDate(language, due))
    : text.deadline(longDate(language, due))
}

function stepForm(reader: Reader, page: StepPage): Html {
  const { here, step } = page
  const text = reader.words.walk.step
  return html`<form method="post" action="${stepUrl(reader, here.walk.id, step.place.key)}" data-form="answer" id="answer" novalidate>
${formFields(reader, page.key)}<input type="hidden" name="stamp" value="${page.stamp}">${page.returnTo && html`<input type="hidden" name="return" value="${page.returnTo}">`}
${askedFields(reader, here, step.place.step, page)}
${documentOf(reader, here, page.paper, page)}
${yourView(reader, page)}
<div class="govuk-button-group">
${button({ text: text.continue, name: 'go', value: 'on' })}
${button({ text: text.stay, name: 'go', value: 'stay', classes: 'govuk-button--secondary' })}
${step.perhaps && step.status === 'todo' && button({ text: text.asideButton, name: 'go', value: 'aside', classes: 'govuk-button--secondary' })}
${backTo(reader, page)}
</div>
${saySomething(reader, page)}
</form>
${suggestLink(reader, page.here.walk.id, page.step.place.key)}`
}

/** Back is the step before on the walker's own path, never the browser's history. */
function backTo(reader: Reader, { here, step }: StepPage): Html {
  const own = here.steps.filter(({ place, status }) => place.track === step.place.track && status !== 'blocked')
  const before = own[own.findIndex(({ place }) => place.key === step.place.key) - 1]
  const href = before ? stepUrl(reader, here.walk.id, before.place.key) : walkUrl(reader, here.walk.id)
  return html`<a class="govuk-link" href="${href}">${reader.words.walk.step.back}</a>`
}

function promptContext(reader: Reader, page: StepPage, asksOwn: boolean): PromptContext {
  return { ...reader, filled: page, nameOf: namesIn(reader, page.here.journey.definition), asksOwn }
}

function yourView(reader: Reader, page: StepPage): Html | false {
  const text = reader.words.walk.step
  const open = page.prompts.filter(({ id }) => id !== 'open' || page.offered === 'open')
  const firstStatement = open.find(({ kind }) => kind === 'statement')
  // After the last day of adding the field stands only where something is written in it.
  const asksOwn =
    page.addsStatements || Object.keys(page.values).some((name) => name.endsWith('.own') && page.values[name])
  return (
    open.length > 0 &&
    html`<section class="polku-view" aria-labelledby="your-view"><h2 class="govuk-heading-m" id="your-view">${text.yourView}</h2><p class="govuk-hint">${text.optional}</p>
${open.map((prompt) => promptForm(prompt, promptContext(reader, page, prompt === firstStatement && asksOwn)))}
${page.offered && html`<button class="govuk-link polku-link-button" type="submit" name="go" value="skip">${text.skip}</button>`}</section>`
  )
}

/** Always there, folded: whoever has something to say finds where to say it. */
function saySomething(reader: Reader, page: StepPage): Html | undefined {
  const open = page.prompts.find(({ id }) => id === 'open')
  if (!open || page.offered === 'open') return undefined
  const isWritten = Object.keys(page.values).some((name) => name.startsWith('p.open.') && page.values[name])
  return details({
    summaryText: reader.words.walk.step.saySomething,
    text: promptForm(open, promptContext(reader, page, false)),
    open: isWritten || 'p.open.text' in page.errors,
  })
}
