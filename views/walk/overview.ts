import { longDate } from '#src/i18n/dates.ts'
import type { Here } from '#src/walk/here.ts'
import type { NextJourney } from '#src/walk/next-journey.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { button, buttonLink } from '../components/button.ts'
import { insetText } from '../components/inset-text.ts'
import { tag } from '../components/tag.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { type Asking, trialLine } from '../trial/line.ts'
import { changeNotice, type LastChange, lastChangeFold } from './after-change.ts'
import { formFields, goodToKnow, type Reader, stepUrl, walkPage, walkUrl } from './frame.ts'
import { type LastMove, moveNotice } from './moved.ts'
import { nextLink } from './next-link.ts'
import { actingFor } from './reply.ts'

export type OverviewPage = {
  readonly here: Here
  /** the participation code, known only from this device's cookie */
  readonly code: string | undefined
  readonly isKept: boolean
  readonly key: string
  /** the next date that letting time pass leads to */
  readonly nextDate: string | undefined
  readonly note: 'not-yet' | 'not-yours' | 'finish-first' | 'too-late' | 'step-gone' | undefined
  /** the step a note is about */
  readonly noteStep: string | undefined
  readonly lastChange: LastChange | undefined
  readonly lastMove: LastMove | undefined
  readonly next: readonly NextJourney[]
  /** what the form before did */
  readonly notice: Html | undefined
  readonly asking: Asking | undefined
  /** a newer version than the walked one has been published */
  readonly isNewerOut: boolean
}

export function overviewPage(reader: Reader, overview: OverviewPage): Html {
  const { here } = overview
  const { words, language } = reader
  const text = words.walk.overview
  const { definition } = here.journey
  return walkPage(reader, frameOf(here), definition, {
    title: text.title,
    page: 'overview',
    notice: noteOf(reader, overview) ?? overview.notice,
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
${personaLine(reader, here)}
<p class="govuk-body-l">${here.walk.progress.record.today ? text.today(longDate(language, here.walk.progress.record.today)) : text.notBegun}</p>
${overview.isNewerOut && newerVersion(reader, here)}
${nextSection(reader, overview)}
${byItselfSection(reader, here)}
${timeSection(reader, overview)}
${tracksSection(reader, here)}
${lastChangeFold(reader, here, overview.lastChange)}
${nextLink(reader, here, overview.next)}
${codeSection(reader, overview)}
${trialLine(reader, overview.asking)}
<ul class="govuk-list"><li><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'mine')}">${text.mine}</a></li>
<li><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'ledger')}">${words.paper.ledger.link}</a></li>
<li><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'checklist')}">${words.paper.checklist.link}</a></li>
<li><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'background')}">${words.trial.background.link}</a></li>
<li><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'check')}">${text.check}</a></li>${
      here.walk.outcomeAt !== undefined &&
      html`<li><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'outcome')}">${text.outcome}</a></li>`
    }</ul>`,
  })
}

export function frameOf({ walk }: Here) {
  return { id: walk.id, journey: walk.journey, version: walk.version, isAssisted: walk.mode === 'assisted' }
}

/** Whoever is underway is told calmly: their walk is not moved. */
function newerVersion(reader: Reader, { walk }: Here): Html {
  const text = reader.words.walk.changed
  return html`<div class="govuk-inset-text" data-newer-version><p class="govuk-body">${text.newer}</p><p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, walk.id, 'newer')}">${reader.words.changes.newer.link}</a></p><p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, walk.id, 'mine')}">${text.newerMine}</a></p></div>`
}

function personaLine({ words }: Reader, { walk, version }: Here): Html | undefined {
  const persona = version.personas.find(({ id }) => id === walk.persona)
  return persona && html`<p class="govuk-body">${words.walk.overview.walkingAs(persona.name)}</p>`
}

function noteOf(reader: Reader, { note, noteStep, here, lastChange, lastMove }: OverviewPage): Html | undefined {
  const text = reader.words.walk.overview
  const changed = changeNotice(reader, here, note === undefined ? lastChange : undefined)
  if (changed) return changed
  const moved = moveNotice(reader, here, note === undefined ? lastMove : undefined)
  if (moved) return moved
  if (note === 'too-late') return goodToKnow(reader, reader.words.changes.newer.tooLate)
  if (note === 'step-gone') return goodToKnow(reader, reader.words.changes.newer.stepGone)
  if (note === 'finish-first') return goodToKnow(reader, text.finishFirst)
  if (note === 'not-yours') return goodToKnow(reader, text.notYours)
  if (note !== 'not-yet') return undefined
  const after = here.steps.find(({ place }) => place.key === noteStep)?.after ?? []
  return goodToKnow(
    reader,
    html`<p class="govuk-body">${text.notYet}</p>${after.length > 0 && html`<p class="govuk-body">${text.after}</p><ul class="govuk-list govuk-list--bullet">${after.map((key) => html`<li>${titleOf(reader, here, key)}</li>`)}</ul>`}`,
  )
}

function titleOf({ language }: Reader, { journey }: Here, key: string): Html | string {
  return saidIn(language, journey.places.get(key as `${string}/${string}`)?.step.title)
}

function nextSection(reader: Reader, { here }: OverviewPage): Html {
  const text = reader.words.walk.overview
  const next = here.steps.find(({ status }) => status === 'todo')
  return html`<h2 class="govuk-heading-m">${text.next}</h2>
${
  next
    ? html`<p class="govuk-body">${saidIn(reader.language, next.place.step.title)}</p>${buttonLink({ text: reader.words.walk.step.continue, href: stepUrl(reader, here.walk.id, next.place.key) })}`
    : html`<p class="govuk-body">${text.nothingNow}</p>`
}`
}

function byItselfSection(reader: Reader, { steps, walk }: Here): Html | false {
  const waiting = steps.filter(({ status }) => status === 'waiting')
  const text = reader.words.walk.overview
  return (
    waiting.length > 0 &&
    html`<h2 class="govuk-heading-m">${text.byItself}</h2>
<ul class="govuk-list govuk-list--spaced">${waiting.map(
      ({ place, until }) =>
        html`<li><a class="govuk-link" href="${stepUrl(reader, walk.id, place.key)}">${saidIn(reader.language, place.step.title)}</a>${until && html`, ${text.until(longDate(reader.language, until))}`}</li>`,
    )}</ul>`
  )
}

function timeSection(reader: Reader, { here, nextDate, key }: OverviewPage): Html | false {
  const text = reader.words.walk.overview
  return (
    nextDate !== undefined &&
    html`<form method="post" action="${walkUrl(reader, here.walk.id, 'time')}" data-form="advance-time">${formFields(reader, key)}
<h2 class="govuk-heading-m">${text.timeTitle}</h2><p class="govuk-body">${text.timeText(longDate(reader.language, nextDate))}</p>
${button({ text: text.timeButton, classes: 'govuk-button--secondary' })}</form>`
  )
}

function tracksSection(reader: Reader, here: Here): Html {
  return html`<h2 class="govuk-heading-m">${reader.words.walk.overview.tracks}</h2>
${[...here.journey.tracks.keys()].map((track) => trackSection(reader, here, track))}`
}

function trackSection(reader: Reader, here: Here, track: string): Html | false {
  const steps = here.steps.filter(({ place }) => place.track === track)
  return (
    steps.length > 0 &&
    html`<h3 class="govuk-heading-s">${saidIn(reader.language, here.journey.definition.tracks[track]?.title)}</h3>
<ul class="govuk-task-list">${steps.map((step) => stepRow(reader, here, step))}</ul>`
  )
}

function stepRow(reader: Reader, here: Here, { place, status, perhaps, due, until }: StepProgress): Html {
  const text = reader.words.walk.overview
  const today = here.walk.progress.record.today
  const isOpen = status === 'todo' || status === 'waiting'
  const acting = actingFor(reader, here, place.step)
  return html`<li class="govuk-task-list__item govuk-task-list__item--with-link"><div class="govuk-task-list__name-and-hint"><a class="govuk-link govuk-task-list__link" href="${stepUrl(reader, here.walk.id, place.key)}" data-step-link="${place.key}" data-status="${status}">${saidIn(reader.language, place.step.title)}</a>${
    (perhaps || (due && isOpen)) &&
    html`<div class="govuk-task-list__hint">${perhaps && text.perhaps}${perhaps && due && isOpen && ', '}${due && isOpen && (today && due < today ? text.dueLate(longDate(reader.language, due)) : text.due(longDate(reader.language, due)))}</div>`
  }${acting && html`<div class="govuk-task-list__hint" data-acting>${acting}</div>`}</div><div class="govuk-task-list__status">${statusTag(text.status[status], status)}${until && html`<br>${text.until(longDate(reader.language, until))}`}</div></li>`
}

function statusTag(text: string, status: StepProgress['status']): Html | string {
  return status === 'todo' ? tag({ text, classes: 'govuk-tag--blue' }) : text
}

function codeSection(reader: Reader, { code, isKept, here, key }: OverviewPage): Html {
  const text = reader.words.walk.overview
  return html`<h2 class="govuk-heading-m">${text.codeTitle}</h2>
${code ? html`<p class="govuk-body">${text.codeText}</p>${insetText({ text: html`<strong class="polku-code">${code}</strong>` })}` : html`<p class="govuk-body">${text.noCode}</p>`}
<form method="post" action="/${reader.language}/device" data-form="device">${formFields(reader, key)}<input type="hidden" name="walk" value="${here.walk.id}">
${isKept ? html`<p class="govuk-body">${text.kept}</p>` : html`<p class="govuk-body"><strong>${text.keepTitle}.</strong> ${text.keepText}</p>${button({ text: text.keepButton, name: 'device', value: 'keep', classes: 'govuk-button--secondary' })}`}
${button({ text: text.forgetButton, name: 'device', value: 'forget', classes: 'govuk-button--secondary' })}</form>`
}
